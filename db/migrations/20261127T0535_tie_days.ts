import { sql, type Kysely } from 'kysely';

/** A tie begins and ends no later than it is told, and the two years after an end begin when it is told, not before. */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- Whoever said that a tie goes on is kept away two years from the day on which they say that it does not.
    create or replace function has_tie(person uuid, client uuid, on_day date default current_date) returns boolean language sql stable as $$
      select exists (select 1 from membership m where m.account_id = person and m.organisation_id = client)
        or exists (select 1 from conflict_declaration c
          where c.account_id = person and c.organisation_id = client and c.conflicted)
        or exists (select 1 from advice v
          where v.account_id = person and v.organisation_id = client and v.given_on > on_day - interval '2 years')
        or exists (select 1 from interest_declaration d
          where d.account_id = person and d.organisation_id = client and d.kind <> 'none'
            and (d.until_on is null or greatest(d.until_on,
              case when d.corrects is not null then (d.declared_at at time zone 'UTC')::date end) > on_day - interval '2 years')
            and not exists (select 1 from interest_declaration later where later.corrects = d.id))
    $$;

    create or replace function require_honest_correction() returns trigger language plpgsql as $$
    declare
      before interest_declaration;
      told date := (new.declared_at at time zone 'UTC')::date;
    begin
      -- Whoever puts this person on an audit team of this recruiter waits here, or we for them.
      perform 1 from organisation where id = new.organisation_id for no key update;
      if new.from_on > told or new.until_on > told then
        raise exception 'a tie is declared once it began, and ended once it is over' using errcode = 'integrity_constraint_violation';
      end if;
      if new.corrects is null then return new; end if;
      select * into before from interest_declaration where id = new.corrects;
      if before.kind <> new.kind or before.account_id <> new.account_id or before.organisation_id <> new.organisation_id
        or before.from_on <> new.from_on or before.until_on is not null or new.declared_at < before.declared_at
        or new.until_on is null or new.until_on < (before.declared_at at time zone 'UTC')::date then
        raise exception 'a declared tie is ended, not taken back' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;

    -- In the days of the declaration: elsewhere than in Greenwich the session's own day may be another.
    create or replace function keep_past_employment() returns trigger language plpgsql as $$
    declare today date := (now() at time zone 'UTC')::date;
    begin
      insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, until_on, source, declared_at)
        values (old.account_id, old.organisation_id, 'employment', 'Belonged to this agency, by its own records.',
          least((old.created_at at time zone 'UTC')::date, today), today, 'membership', now());
      return old;
    end $$;
  `.execute(db);
}
