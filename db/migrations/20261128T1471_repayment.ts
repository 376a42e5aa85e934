import { sql, type Kysely } from 'kysely';

/**
 * Repayment of what workers were charged: a ledger that only grows, of whom it concerns, what is owed, when it is promised,
 * what was paid and what workers confirm. More than is owed is paid only where somebody says why.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table repayment_plan (
      id uuid primary key default gen_random_uuid(),
      company_id uuid not null,
      company_kind text not null default 'company' check (company_kind = 'company'),
      party_id uuid,
      title text not null check (length(btrim(title)) between 3 and 200),
      opened_at timestamptz not null,
      opened_by uuid not null references account (id),
      foreign key (company_id, company_kind) references organisation (id, kind),
      foreign key (company_id, party_id) references supply_party (company_id, id),
      unique (id, company_id)
    );
    create index repayment_plan_company on repayment_plan (company_id, opened_at);
    create trigger repayment_plan_stands before update or delete on repayment_plan for each row execute function refuse_change();
    create trigger repayment_plan_no_truncate before truncate on repayment_plan execute function refuse_change();

    create sequence repayment_position;
    create table repayment_entry (
      id uuid primary key default gen_random_uuid(),
      position bigint not null unique default nextval('repayment_position'),
      plan_id uuid not null,
      company_id uuid not null,
      kind text not null check (kind in ('affected', 'owed', 'instalment', 'paid', 'confirmed')),
      -- The entry this one takes back, whole.
      corrects_id uuid unique references repayment_entry (id),
      -- What is owed, of which this is paid.
      item_id uuid references repayment_entry (id),
      category text check (category in ('FEE_SERVICE', 'FEE_THIRD_PARTY', 'FEE_DIRECT', 'FEE_RECOVERY', 'COST_MEDICAL',
        'COST_INSURANCE', 'COST_SKILL_TEST', 'COST_TRAINING', 'COST_EQUIPMENT', 'COST_TRAVEL_LODGING', 'COST_ADMIN',
        'ILLICIT_BRIBE', 'ILLICIT_KICKBACK', 'ILLICIT_EXTORTION_TRIBUTE', 'ILLICIT_BOND', 'ILLICIT_COST_RECOVERY',
        'ILLICIT_COLLATERAL', 'ILLICIT_INFLATED')),
      currency text check (currency ~ '^[A-Z]{3}$'),
      amount_minor bigint not null default 0 check (abs(amount_minor) <= 1000000000000000),
      -- Affected; made whole with this payment; or who confirm that they have everything back.
      workers integer not null default 0 check (abs(workers) <= 1000000),
      -- The day it happened; of an instalment, the day it is promised for.
      day date not null,
      note text not null check (length(btrim(note)) between 10 and 2000),
      -- Why more is paid than is owed.
      over_why text check (length(btrim(over_why)) between 10 and 2000),
      paper_id uuid,
      recorded_at timestamptz not null,
      recorded_by uuid not null references account (id),
      foreign key (plan_id, company_id) references repayment_plan (id, company_id),
      foreign key (company_id, paper_id) references mapping_paper (company_id, id),
      constraint repayment_entry_not_ahead check (kind = 'instalment' or day <= (recorded_at at time zone 'UTC')::date),
      constraint repayment_entry_sign check (case when corrects_id is null then amount_minor >= 0 and workers >= 0
        else amount_minor <= 0 and workers <= 0 end),
      constraint repayment_entry_over check (over_why is null or kind = 'paid' and corrects_id is null),
      constraint repayment_entry_shape check (case kind
        when 'affected' then workers <> 0 and amount_minor = 0 and num_nonnulls(item_id, category, currency) = 0
        when 'confirmed' then workers <> 0 and amount_minor = 0 and num_nonnulls(item_id, category, currency) = 0
        when 'owed' then workers = 0 and amount_minor <> 0 and item_id is null and num_nonnulls(category, currency) = 2
        when 'instalment' then workers = 0 and amount_minor <> 0 and num_nonnulls(item_id, category) = 0 and currency is not null
        else amount_minor <> 0 and num_nonnulls(item_id, category, currency) = 3 end)
    );
    create index repayment_entry_plan on repayment_entry (plan_id, position);
    create index repayment_entry_item on repayment_entry (item_id) where item_id is not null;
    create trigger repayment_entry_append_only before update or delete on repayment_entry
      for each row execute function refuse_change();
    create trigger repayment_entry_no_truncate before truncate on repayment_entry execute function refuse_change();

    create function require_ground_for_repayment_entry() returns trigger language plpgsql as $$
    declare
      was repayment_entry;
      item repayment_entry;
      owed bigint;
      paid bigint;
    begin
      -- One after the other: no two payments pass the same look at what is owed.
      perform 1 from repayment_plan where id = new.plan_id for update;
      new.position := nextval('repayment_position');
      if new.corrects_id is not null then
        select * into was from repayment_entry where id = new.corrects_id;
        if was.corrects_id is not null or (was.plan_id, was.kind, -was.amount_minor, -was.workers)
            is distinct from (new.plan_id, new.kind, new.amount_minor, new.workers)
            or (was.item_id, was.category, was.currency) is distinct from (new.item_id, new.category, new.currency) then
          raise exception 'an entry is taken back whole, once' using errcode = 'integrity_constraint_violation';
        end if;
      end if;
      if new.item_id is not null then
        select * into item from repayment_entry where id = new.item_id;
        if item.kind <> 'owed' or item.corrects_id is not null
            or (item.plan_id, item.category, item.currency) is distinct from (new.plan_id, new.category, new.currency) then
          raise exception 'what is paid is paid of something owed in the same plan' using errcode = 'integrity_constraint_violation';
        end if;
        select coalesce(sum(amount_minor), 0) into owed from repayment_entry where id = item.id or corrects_id = item.id;
        select coalesce(sum(amount_minor), 0) + new.amount_minor into paid from repayment_entry where item_id = item.id;
        if new.corrects_id is null and (paid > owed) is distinct from (new.over_why is not null) then
          raise exception 'more than is owed is paid only where somebody says why' using errcode = 'integrity_constraint_violation';
        end if;
      end if;
      if new.kind = 'owed' and new.corrects_id is not null and (select coalesce(sum(amount_minor), 0) from repayment_entry
          where item_id = new.corrects_id) <> 0 then
        raise exception 'what was paid of stays owed' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger repayment_entry_ground before insert on repayment_entry for each row
      execute function require_ground_for_repayment_entry();

    create function require_people_of_repayment() returns trigger language plpgsql as $$
    declare affected bigint; whole bigint; confirmed bigint;
    begin
      select coalesce(sum(workers) filter (where kind = 'affected'), 0), coalesce(sum(workers) filter (where kind = 'paid'), 0),
          coalesce(sum(workers) filter (where kind = 'confirmed'), 0)
        into affected, whole, confirmed from repayment_entry where plan_id = new.plan_id;
      if whole > affected or confirmed > whole then
        raise exception 'nobody is made whole who was not affected, and nobody confirms before' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create trigger repayment_entry_people after insert on repayment_entry for each row
      execute function require_people_of_repayment();
  `.execute(db);
}
