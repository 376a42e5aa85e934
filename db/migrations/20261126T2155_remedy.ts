import { sql, type Kysely } from 'kysely';

/**
 * Remedy to workers who were harmed (domain 2.5, 2.8 c): a ledger of what is owed and paid that only grows, what sampled
 * workers say of it, and no closing of the finding before it is complete.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table finding add column harm text check (harm in ('fee_charged', 'documents_held', 'wages', 'other'));
    update finding set harm = 'fee_charged' where workers_paid;
    alter table finding add constraint finding_harm_by_payment check (workers_paid = (harm is not distinct from 'fee_charged'));
    create trigger finding_harm_stands after update on finding for each row execute function refuse_rewriting('harm');

    -- What nobody may find without somebody having paid: the critical indicators of the principle that nobody pays.
    create function require_harm_of_finding() returns trigger language plpgsql as $$
    begin
      if new.harm is distinct from 'fee_charged' and new.grade <> 'observation' and exists (select 1 from indicator i
        join criterion c on c.scheme_version_id = i.scheme_version_id and c.code = i.criterion_code
        where i.scheme_version_id = new.scheme_version_id and i.code = new.indicator_code
          and c.principle_code = '1' and i.default_grade = 'critical') then
        raise exception 'a finding on indicator % is harm to workers: a fee was charged', new.indicator_code
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_harm_is_marked after insert on finding for each row execute function require_harm_of_finding();

    create table remedy (
      id uuid primary key default gen_random_uuid(),
      finding_id uuid not null unique references finding (id),
      due_on date not null,
      opened_at timestamptz not null,
      opened_by uuid not null references account (id),
      completed_at timestamptz
    );
    create index remedy_due on remedy (due_on, id) where completed_at is null;
    create trigger remedy_identity after update on remedy for each row
      execute function refuse_rewriting('id', 'finding_id', 'due_on', 'opened_at', 'opened_by');
    create trigger remedy_complete after update on remedy for each row when (old.completed_at is not null)
      execute function refuse_rewriting();
    create trigger remedy_kept before delete on remedy for each row execute function refuse_change();
    create trigger remedy_no_truncate before truncate on remedy execute function refuse_change();

    create sequence remedy_position;

    create table remedy_entry (
      id uuid primary key default gen_random_uuid(),
      position bigint not null unique default nextval('remedy_position'),
      remedy_id uuid not null references remedy (id),
      kind text not null check (kind in ('affected', 'owed', 'paid', 'returned')),
      -- The entry this one takes back, whole.
      corrects_id uuid unique references remedy_entry (id),
      item_id uuid references remedy_entry (id),
      category text check (category in ('FEE_SERVICE', 'FEE_THIRD_PARTY', 'FEE_DIRECT', 'FEE_RECOVERY', 'COST_MEDICAL',
        'COST_INSURANCE', 'COST_SKILL_TEST', 'COST_TRAINING', 'COST_EQUIPMENT', 'COST_TRAVEL_LODGING', 'COST_ADMIN',
        'ILLICIT_BRIBE', 'ILLICIT_KICKBACK', 'ILLICIT_EXTORTION_TRIBUTE', 'ILLICIT_BOND', 'ILLICIT_COST_RECOVERY',
        'ILLICIT_COLLATERAL', 'ILLICIT_INFLATED', 'WAGES', 'OTHER')),
      payer text check (payer in ('recruiter', 'partner', 'employer', 'other')),
      currency text check (currency ~ '^[A-Z]{3}$'),
      amount_minor bigint not null default 0 check (abs(amount_minor) <= 1000000000000000),
      -- Affected by the harm; or made whole with this payment or return.
      workers integer not null default 0 check (abs(workers) <= 1000000),
      happened_on date not null,
      note text not null check (length(btrim(note)) >= 10),
      document_id uuid,
      document_version integer,
      recorded_at timestamptz not null,
      recorded_by uuid not null references account (id),
      foreign key (document_id, document_version) references document_version (document_id, version),
      constraint remedy_entry_not_ahead check (happened_on <= (recorded_at at time zone 'UTC')::date),
      constraint remedy_entry_sign check (case when corrects_id is null then amount_minor >= 0 and workers >= 0
        else amount_minor <= 0 and workers <= 0 end),
      constraint remedy_entry_document_whole check (num_nonnulls(document_id, document_version) in (0, 2)
        and (document_id is null or kind in ('paid', 'returned'))),
      constraint remedy_entry_shape check (case kind
        when 'affected' then workers <> 0 and amount_minor = 0 and num_nonnulls(item_id, category, payer, currency) = 0
        when 'owed' then workers = 0 and amount_minor <> 0 and item_id is null and num_nonnulls(category, payer, currency) = 3
        when 'paid' then amount_minor <> 0 and num_nonnulls(item_id, category, payer, currency) = 4
        else workers <> 0 and amount_minor = 0 and num_nonnulls(item_id, category, payer, currency) = 0 end)
    );
    create index remedy_entry_remedy on remedy_entry (remedy_id, position);
    create index remedy_entry_item on remedy_entry (item_id);
    create trigger remedy_entry_append_only before update or delete on remedy_entry
      for each row execute function refuse_change();
    create trigger remedy_entry_no_truncate before truncate on remedy_entry execute function refuse_change();

    create table remedy_confirmation (
      id uuid primary key default gen_random_uuid(),
      position bigint not null unique default nextval('remedy_position'),
      remedy_id uuid not null references remedy (id),
      asked integer not null check (asked > 0),
      confirmed integer not null,
      note text not null check (length(btrim(note)) >= 10),
      confirmed_at timestamptz not null,
      confirmed_by uuid not null references account (id),
      constraint remedy_confirmation_of_asked check (confirmed between 0 and asked)
    );
    create index remedy_confirmation_remedy on remedy_confirmation (remedy_id, position);
    create trigger remedy_confirmation_append_only before update or delete on remedy_confirmation
      for each row execute function refuse_change();
    create trigger remedy_confirmation_no_truncate before truncate on remedy_confirmation execute function refuse_change();

    create function is_on_team_of_finding(person uuid, finding_id uuid) returns boolean language sql stable as $$
      select exists (select 1 from finding f join audit_team_member m on m.audit_id = f.audit_id
        where f.id = $2 and m.account_id = $1)
    $$;

    create function require_ground_for_remedy() returns trigger language plpgsql as $$
    begin
      if new.completed_at is not null or not exists (select 1 from finding f join scheme_version v on v.id = f.scheme_version_id
        where f.id = new.finding_id and f.harm is not null and f.issued_at is not null
          and f.state not in ('closed', 'withdrawn') and new.due_on = (f.issued_at at time zone 'UTC')::date
            + coalesce((v.terms #>> '{clocks,correctiveAction,remedyDays}')::integer, 90)) then
        raise exception 'a remedy begins open, for harm that was told to its recruiter, with the day the scheme sets'
          using errcode = 'integrity_constraint_violation';
      end if;
      if not is_on_team_of_finding(new.opened_by, new.finding_id) then
        raise exception 'a remedy is opened by the audit team' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger remedy_ground before insert on remedy for each row execute function require_ground_for_remedy();

    -- One after the other: who writes to a remedy holds it, so that no two payments pass the same look at what is owed.
    create function hold_open_remedy(id uuid) returns uuid language plpgsql as $$
    declare held remedy;
    begin
      select * into held from remedy r where r.id = $1 for update;
      if held.completed_at is not null or not exists (select 1 from finding f where f.id = held.finding_id
        and f.state not in ('closed', 'withdrawn')) then
        raise exception 'this remedy is complete or its finding is over' using errcode = 'integrity_constraint_violation';
      end if;
      return held.finding_id;
    end $$;

    create function require_ground_for_remedy_entry() returns trigger language plpgsql as $$
    declare
      about uuid := hold_open_remedy(new.remedy_id);
      team boolean := is_on_team_of_finding(new.recorded_by, about);
      recruiter boolean := exists (select 1 from finding f join membership m on m.organisation_id = f.organisation_id
        and m.role = 'recruiter' where f.id = about and m.account_id = new.recorded_by);
      was remedy_entry;
    begin
      new.position := nextval('remedy_position');
      if not (team or recruiter and new.kind in ('paid', 'returned')) or team and new.corrects_id is null
        and new.kind in ('paid', 'returned') then
        raise exception 'the audit team says what is owed, the recruiter what it paid' using errcode = 'integrity_constraint_violation';
      end if;
      if new.document_id is not null and not exists (select 1 from document d join finding f on f.id = about
        and f.organisation_id = d.organisation_id where d.id = new.document_id) then
        raise exception 'a payment is shown by a document of its recruiter' using errcode = 'integrity_constraint_violation';
      end if;
      if new.corrects_id is not null then
        select * into was from remedy_entry where id = new.corrects_id;
        if was.corrects_id is not null or (was.remedy_id, was.kind, was.amount_minor, was.workers)
          is distinct from (new.remedy_id, new.kind, -new.amount_minor, -new.workers)
          or (was.item_id, was.category, was.payer, was.currency)
          is distinct from (new.item_id, new.category, new.payer, new.currency) then
          raise exception 'a correction takes one entry back, whole' using errcode = 'integrity_constraint_violation';
        end if;
      elsif new.kind = 'paid' and not exists (select 1 from remedy_entry i where i.id = new.item_id and i.kind = 'owed'
        and i.corrects_id is null and i.remedy_id = new.remedy_id
        and (i.category, i.payer, i.currency) = (new.category, new.payer, new.currency)) then
        raise exception 'a payment is for an item of its remedy, in its currency' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger remedy_entry_ground before insert on remedy_entry
      for each row execute function require_ground_for_remedy_entry();

    -- Every item with what is owed and paid of it, corrections counted.
    create view remedy_item as
      select i.remedy_id, i.id, i.category, i.payer, i.currency,
        i.amount_minor + coalesce((select sum(c.amount_minor) from remedy_entry c where c.corrects_id = i.id), 0) as owed_minor,
        coalesce((select sum(p.amount_minor) from remedy_entry p where p.item_id = i.id), 0) as paid_minor
      from remedy_entry i where i.kind = 'owed' and i.corrects_id is null;

    create view remedy_people as
      select r.id as remedy_id,
        coalesce(sum(e.workers) filter (where e.kind = 'affected'), 0) as affected,
        coalesce(sum(e.workers) filter (where e.kind in ('paid', 'returned')), 0) as made_whole
      from remedy r left join remedy_entry e on e.remedy_id = r.id group by r.id;

    create function require_sound_remedy() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from remedy_item where remedy_id = new.remedy_id and paid_minor not between 0 and owed_minor) then
        raise exception 'no more is paid than is owed' using errcode = 'integrity_constraint_violation';
      end if;
      if exists (select 1 from remedy_people where remedy_id = new.remedy_id and made_whole not between 0 and affected) then
        raise exception 'no more workers are made whole than were affected' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger remedy_entry_sound after insert on remedy_entry for each row execute function require_sound_remedy();

    create function require_ground_for_remedy_confirmation() returns trigger language plpgsql as $$
    declare about uuid := hold_open_remedy(new.remedy_id);
    begin
      new.position := nextval('remedy_position');
      if not is_on_team_of_finding(new.confirmed_by, about) then
        raise exception 'what workers say is recorded by the audit team' using errcode = 'integrity_constraint_violation';
      end if;
      if new.asked > (select affected from remedy_people where remedy_id = new.remedy_id) then
        raise exception 'no more workers are asked than were affected' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger remedy_confirmation_ground before insert on remedy_confirmation
      for each row execute function require_ground_for_remedy_confirmation();

    -- Paid in full, everybody made whole, and enough workers asked since, all of whom say so.
    create function require_complete_remedy() returns trigger language plpgsql as $$
    declare
      people remedy_people;
      said remedy_confirmation;
    begin
      select * into people from remedy_people where remedy_id = new.id;
      select * into said from remedy_confirmation where remedy_id = new.id order by position desc limit 1;
      if (people.affected > 0 and people.made_whole = people.affected and said.confirmed = said.asked
        and said.asked >= ceil(sqrt(people.affected))
        and said.position > (select max(position) from remedy_entry where remedy_id = new.id)
        and not exists (select 1 from remedy_item where remedy_id = new.id and paid_minor <> owed_minor)
        and (exists (select 1 from remedy_item where remedy_id = new.id and owed_minor > 0)
          or exists (select 1 from finding f where f.id = new.finding_id and f.harm in ('documents_held', 'other')))) is not true then
        raise exception 'a remedy is complete when all is paid and sampled workers say so' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger remedy_completed after update on remedy for each row
      when (old.completed_at is null and new.completed_at is not null) execute function require_complete_remedy();

    create function require_remedy_before_closing() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from remedy where finding_id = new.id and completed_at is not null) then
        raise exception 'harm to workers is closed once they are made whole' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger finding_remedied after update on finding for each row
      when (new.state = 'closed' and old.state <> 'closed' and new.harm is not null and new.grade <> 'observation')
      execute function require_remedy_before_closing();
  `.execute(db);
}
