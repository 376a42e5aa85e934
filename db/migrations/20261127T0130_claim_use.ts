import { sql, type Kysely } from 'kysely';

/** Each use of the certificate and the mark in public: asked for by the holder, granted by an officer, over with the certificate (domain 2.6). */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table claim_use (
      id uuid primary key default gen_random_uuid(),
      certificate_id uuid not null references certificate (id),
      medium text not null check (medium in ('website', 'social_media', 'letterhead', 'brochure', 'signboard', 'job_advert')),
      place text not null check (length(btrim(place)) between 3 and 300),
      wording text not null check (length(btrim(wording)) between 10 and 1000),
      from_on date not null,
      until_on date,
      asked_by uuid not null references account (id),
      asked_at timestamptz not null,
      state text not null default 'requested' check (state in ('requested', 'registered', 'refused', 'ended')),
      answered_by uuid references account (id),
      answered_at timestamptz,
      answer text check (length(btrim(answer)) >= 20),
      ended_at timestamptz,
      constraint claim_use_days check (until_on >= from_on),
      constraint claim_use_shape check (case state
        when 'requested' then num_nonnulls(answered_by, answered_at, answer, ended_at) = 0
        when 'ended' then num_nonnulls(answered_by, answered_at, answer) in (0, 3) and ended_at is not null
        else num_nonnulls(answered_by, answered_at, answer) = 3 and ended_at is null end)
    );
    create index claim_use_certificate on claim_use (certificate_id, asked_at);
    create index claim_use_open on claim_use (asked_at) where state = 'requested';
    create trigger claim_use_identity after update on claim_use for each row execute function refuse_rewriting('id', 'certificate_id',
      'medium', 'place', 'wording', 'from_on', 'until_on', 'asked_by', 'asked_at');
    create trigger claim_use_step after update on claim_use for each row execute function refuse_step('state',
      'requested>registered', 'requested>refused', 'requested>ended', 'registered>ended');
    create trigger claim_use_answered after update on claim_use for each row when (old.answered_at is not null)
      execute function refuse_rewriting('answered_by', 'answered_at', 'answer');
    create trigger claim_use_final after update on claim_use for each row when (old.state in ('refused', 'ended'))
      execute function refuse_rewriting();
    create trigger claim_use_kept before delete on claim_use for each row execute function refuse_change();
    create trigger claim_use_no_truncate before truncate on claim_use execute function refuse_change();

    create function require_parties_of_claim() returns trigger language plpgsql as $$
    declare held certificate;
    begin
      select * into held from certificate where id = new.certificate_id for share;
      if tg_op = 'INSERT' and (new.state <> 'requested' or not exists (select 1 from membership
          where account_id = new.asked_by and organisation_id = held.organisation_id and role = 'recruiter')) then
        raise exception 'a use is asked for by the holder' using errcode = 'integrity_constraint_violation';
      end if;
      if new.state in ('requested', 'registered') and (held.status not in ('active', 'active_under_watch')
          or held.valid_until < (coalesce(new.answered_at, new.asked_at) at time zone 'UTC')::date) then
        raise exception 'only a certificate in force is claimed' using errcode = 'integrity_constraint_violation';
      end if;
      if new.answered_by is not null and (tg_op = 'INSERT' or old.answered_by is null)
        and (has_tie(new.answered_by, held.organisation_id, (new.answered_at at time zone 'UTC')::date)
          or not exists (select 1 from membership where account_id = new.answered_by and role = 'officer')) then
        raise exception 'a use is granted by an officer without a tie to the holder' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger claim_use_parties before insert or update on claim_use for each row execute function require_parties_of_claim();
  `.execute(db);
}
