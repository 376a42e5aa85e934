import { sql, type Kysely } from 'kysely';

/** To another audit body: the holder asks, the new body reviews and accepts or declines (domain 2.8 d; IAF MD 2). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table certificate_transfer (
      id uuid primary key default gen_random_uuid(),
      certificate_id uuid not null references certificate (id),
      to_body_id uuid not null references organisation (id),
      grounds text not null check (length(btrim(grounds)) >= 20),
      asked_by uuid not null references account (id),
      asked_at timestamptz not null,
      due_on date not null,
      state text not null default 'requested' check (state in ('requested', 'accepted', 'declined', 'lapsed')),
      answered_by uuid references account (id),
      answered_at timestamptz,
      answer text check (length(btrim(answer)) >= 20),
      next_id uuid unique references certificate (id),
      constraint certificate_transfer_shape check (num_nonnulls(answered_by, answered_at, answer)
        = case when state in ('accepted', 'declined') then 3 else 0 end and (state = 'accepted') = (next_id is not null))
    );
    create unique index certificate_transfer_one_open on certificate_transfer (certificate_id) where state = 'requested';
    create index certificate_transfer_of_body on certificate_transfer (to_body_id) where state = 'requested';
    create trigger certificate_transfer_identity after update on certificate_transfer for each row
      execute function refuse_rewriting('id', 'certificate_id', 'to_body_id', 'grounds', 'asked_by', 'asked_at', 'due_on');
    create trigger certificate_transfer_step after update on certificate_transfer for each row
      execute function refuse_step('state', 'requested>accepted', 'requested>declined', 'requested>lapsed');
    create trigger certificate_transfer_final after update on certificate_transfer for each row
      when (old.state <> 'requested') execute function refuse_rewriting();
    create trigger certificate_transfer_kept before delete on certificate_transfer for each row execute function refuse_change();
    create trigger certificate_transfer_no_truncate before truncate on certificate_transfer execute function refuse_change();

    create function require_parties_of_transfer() returns trigger language plpgsql as $$
    declare held certificate;
    begin
      select * into held from certificate where id = new.certificate_id;
      if tg_op = 'INSERT' and (new.state <> 'requested' or not exists (select 1 from membership
          where account_id = new.asked_by and organisation_id = held.organisation_id and role = 'recruiter')) then
        raise exception 'a transfer is asked for by the holder' using errcode = 'integrity_constraint_violation';
      end if;
      if new.state in ('requested', 'accepted') and (held.audit_body_id = new.to_body_id
          or not body_is_approved(new.to_body_id, (select country from organisation where id = held.organisation_id), held.sectors,
            (coalesce(new.answered_at, new.asked_at) at time zone 'UTC')::date)) then
        raise exception 'a transfer goes to another body that is approved for it' using errcode = 'integrity_constraint_violation';
      end if;
      if new.answered_by is not null and (has_tie(new.answered_by, held.organisation_id, (new.answered_at at time zone 'UTC')::date)
          or not exists (select 1 from membership where account_id = new.answered_by and organisation_id = new.to_body_id
            and role = 'reviewer')) then
        raise exception 'a transfer is answered by a reviewer of the new body without a tie to the holder'
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.state = 'accepted' and (new.answered_at at time zone 'UTC')::date > least(new.due_on, held.valid_until) then
        raise exception 'the days of this transfer are over' using errcode = 'integrity_constraint_violation';
      end if;
      if new.state = 'accepted' and exists (select 1 from finding f where f.organisation_id = held.organisation_id
          and f.grade in ('critical', 'major') and is_open_point(f.grade, f.state)) then
        raise exception 'nothing is transferred while a grave finding is open' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_transfer_parties before insert or update on certificate_transfer
      for each row execute function require_parties_of_transfer();

    -- What is transferred goes on as it was: nothing is won or lost by changing the body.
    create function require_transfer() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from certificate_transfer t join certificate o on o.id = t.certificate_id
          join certificate n on n.id = t.next_id
          where new.id in (o.id, n.id) and t.state = 'accepted' and o.status = 'transferred' and n.kind = 'transfer'
            and n.previous_id = o.id and n.audit_body_id = t.to_body_id
            and (n.valid_until, n.cycle_from, n.decision_id, n.application_id, n.scheme_version_id)
              = (o.valid_until, o.cycle_from, o.decision_id, o.application_id, o.scheme_version_id)
            and n.corridors <@ o.corridors and n.sectors <@ o.sectors and n.offices <@ o.offices) then
        raise exception 'certificate %: no transfer was accepted', new.number using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger certificate_transfer_accepted after insert on certificate deferrable initially deferred
      for each row when (new.kind = 'transfer') execute function require_transfer();
    create constraint trigger certificate_transferred after update on certificate deferrable initially deferred
      for each row when (new.status = 'transferred') execute function require_transfer();
  `.execute(db);
}
