import { sql, type Kysely } from 'kysely';

/** Where a scope became smaller, its holder says of each granted use, by a day, what became of it (domain 2.6, claims). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table claim_check (
      id uuid primary key default gen_random_uuid(),
      claim_id uuid not null,
      certificate_id uuid not null,
      -- The version that took something out of the scope.
      version integer not null,
      asked_at timestamptz not null,
      due_on date not null,
      outcome text check (outcome in ('changed', 'ended', 'unaffected')),
      note text check (length(btrim(note)) >= 20),
      answered_by uuid references account (id),
      answered_at timestamptz,
      unique (claim_id, version),
      foreign key (claim_id, certificate_id) references claim_use (id, certificate_id),
      foreign key (certificate_id, version) references certificate_version (certificate_id, version),
      constraint claim_check_shape check (num_nonnulls(outcome, note, answered_by, answered_at) in (0, 4)),
      constraint claim_check_order check (due_on > (asked_at at time zone 'UTC')::date and answered_at >= asked_at)
    );
    create index claim_check_open on claim_check (due_on, id) where outcome is null;
    create index claim_check_certificate on claim_check (certificate_id, version);
    create trigger claim_check_identity after update on claim_check for each row execute function refuse_rewriting('id',
      'claim_id', 'certificate_id', 'version', 'asked_at', 'due_on');
    create trigger claim_check_final after update on claim_check for each row when (old.outcome is not null)
      execute function refuse_rewriting();
    create trigger claim_check_kept before delete on claim_check for each row execute function refuse_change();
    create trigger claim_check_no_truncate before truncate on claim_check execute function refuse_change();

    create function require_checked_claim() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' and (new.outcome is not null or not exists (select 1 from claim_use
          where id = new.claim_id and state = 'registered') or not exists (select 1 from certificate_version
          where certificate_id = new.certificate_id and version = new.version and action in ('reduced', 'resumed'))) then
        raise exception 'a granted use is asked about when the scope became smaller' using errcode = 'integrity_constraint_violation';
      end if;
      if tg_op = 'UPDATE' and old.outcome is null and new.outcome is not null and not exists (select 1 from membership m
          join certificate c on c.organisation_id = m.organisation_id
          where c.id = new.certificate_id and m.account_id = new.answered_by and m.role = 'recruiter') then
        raise exception 'what became of a use is said by the holder' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger claim_check_parties before insert or update on claim_check for each row execute function require_checked_claim();

    create function require_claim_to_end() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from claim_use where id = new.claim_id and state = 'ended') then
        raise exception 'a use that was taken down is over' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
    create constraint trigger claim_check_ends_use after update on claim_check deferrable initially deferred
      for each row when (new.outcome = 'ended') execute function require_claim_to_end();
  `.execute(db);
}
