import { sql, type Kysely } from 'kysely';

/**
 * Who reviews a certificate for the body it may go to is approved as reviewer and declares first; only then do they read
 * the final reports and the open findings, while the request is open, and each report they open is kept (IAF MD 2; domain 2.6).
 */
export async function up(db: Kysely<unknown>) {
  await declarations(db);
  await openings(db);
  await answers(db);
}

const declarations = (db: Kysely<unknown>) =>
  sql`
    create table certificate_transfer_declaration (
      transfer_id uuid not null references certificate_transfer (id),
      account_id uuid not null references account (id),
      conflicted boolean not null,
      statement text not null check (length(btrim(statement)) >= 10),
      declared_at timestamptz not null,
      primary key (transfer_id, account_id)
    );
    create trigger certificate_transfer_declaration_append_only before update or delete on certificate_transfer_declaration
      for each row execute function refuse_change();
    create trigger certificate_transfer_declaration_no_truncate before truncate on certificate_transfer_declaration
      execute function refuse_change();

    create function require_reviewer_declares() returns trigger language plpgsql as $$
    declare asked certificate_transfer;
    begin
      select * into asked from certificate_transfer where id = new.transfer_id;
      if asked.state <> 'requested' or new.declared_at < asked.asked_at or not exists (select 1 from membership
          where account_id = new.account_id and organisation_id = asked.to_body_id and role = 'reviewer') then
        raise exception 'a reviewer of the new body declares, while the transfer waits for its answer'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_transfer_declaration_by before insert on certificate_transfer_declaration
      for each row execute function require_reviewer_declares();

    -- What keeps a person from reading and answering; null where nothing does.
    create function bar_to_transfer(asked certificate_transfer, person uuid, on_day date) returns text language sql stable as $$
      select case
        when not exists (select 1 from membership where account_id = person and organisation_id = asked.to_body_id and role = 'reviewer')
          then 'not_a_reviewer'
        when not auditor_is_approved(person, asked.to_body_id, 'reviewer', on_day) then 'reviewer_not_approved'
        when has_tie(person, (select organisation_id from certificate where id = asked.certificate_id), on_day)
          or exists (select 1 from certificate_transfer_declaration
            where transfer_id = asked.id and account_id = person and conflicted) then 'tied'
        when not exists (select 1 from certificate_transfer_declaration where transfer_id = asked.id and account_id = person)
          then 'declare_first'
      end
    $$;
  `.execute(db);

const openings = (db: Kysely<unknown>) =>
  sql`
    create table certificate_transfer_view (
      id bigint generated always as identity primary key,
      transfer_id uuid not null references certificate_transfer (id),
      audit_id uuid not null references audit (id),
      account_id uuid not null references account (id),
      seen_at timestamptz not null
    );
    create index certificate_transfer_view_of on certificate_transfer_view (transfer_id, seen_at desc);
    create trigger certificate_transfer_view_append_only before update or delete on certificate_transfer_view
      for each row execute function refuse_change();
    create trigger certificate_transfer_view_no_truncate before truncate on certificate_transfer_view execute function refuse_change();

    create function require_open_transfer() returns trigger language plpgsql as $$
    declare
      asked certificate_transfer;
      day date := (new.seen_at at time zone 'UTC')::date;
    begin
      select * into asked from certificate_transfer where id = new.transfer_id;
      if asked.state <> 'requested' or new.seen_at < asked.asked_at or day > asked.due_on then
        raise exception 'reports are read while the transfer waits for its answer' using errcode = 'integrity_constraint_violation';
      end if;
      if bar_to_transfer(asked, new.account_id, day) is not null then
        raise exception 'this person reads no report of this holder: %', bar_to_transfer(asked, new.account_id, day)
          using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (select 1 from audit_report r join audit a on a.id = r.audit_id
          join certificate c on c.organisation_id = a.organisation_id where a.id = new.audit_id and c.id = asked.certificate_id) then
        raise exception 'the report is another recruiter’s' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_transfer_view_by before insert on certificate_transfer_view
      for each row execute function require_open_transfer();
  `.execute(db);

const answers = (db: Kysely<unknown>) =>
  sql`
    create or replace function require_parties_of_transfer() returns trigger language plpgsql as $$
    declare held certificate; bar text;
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
      if new.answered_by is not null then
        bar := bar_to_transfer(new, new.answered_by, (new.answered_at at time zone 'UTC')::date);
        if bar in ('not_a_reviewer', 'tied') then
          raise exception 'a transfer is answered by a reviewer of the new body without a tie to the holder'
            using errcode = 'integrity_constraint_violation';
        end if;
        if bar is not null then
          raise exception 'a transfer is answered by a reviewer whom the scheme approved and who declared first: %', bar
            using errcode = 'integrity_constraint_violation';
        end if;
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
  `.execute(db);
