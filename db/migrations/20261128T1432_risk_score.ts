import { sql, type Kysely } from 'kysely';

/**
 * The risk of each party as its company may know it. Scores are kept as they were reckoned; one that rests on an answer that
 * was taken back is shown to nobody any more, only that it was.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table risk_reckoning (
      id uuid primary key default gen_random_uuid(),
      company_id uuid not null references organisation (id),
      asked_at timestamptz not null,
      -- How many parties there are, how many are done, and the last of them.
      total integer check (total >= 0),
      done integer not null default 0 check (done >= 0),
      reached uuid,
      ended_at timestamptz,
      constraint risk_reckoning_whole check (ended_at is null or done = total)
    );
    create unique index risk_reckoning_once on risk_reckoning (company_id) where ended_at is null;
    create index risk_reckoning_company on risk_reckoning (company_id, asked_at desc);
    create trigger risk_reckoning_identity after update on risk_reckoning for each row
      execute function refuse_rewriting('id', 'company_id', 'asked_at');
    create trigger risk_reckoning_over after update on risk_reckoning for each row when (old.ended_at is not null)
      execute function refuse_rewriting();
    create trigger risk_reckoning_kept before delete on risk_reckoning for each row execute function refuse_change();
    create trigger risk_reckoning_no_truncate before truncate on risk_reckoning execute function refuse_change();

    create table risk_score (
      position bigint generated always as identity primary key,
      company_id uuid not null,
      party_id uuid not null,
      model text not null,
      residual numeric not null check (residual between 0 and 100),
      band text not null check (band in ('low', 'medium', 'high', 'very_high')),
      -- Every part with value, weight, source, year, and whether it is known; indicators and contradictions with their answers.
      score jsonb not null check (jsonb_typeof(score) = 'object'),
      -- The answers it rests on.
      share_ids uuid[] not null,
      review_due_on date,
      reckoned_at timestamptz not null,
      foreign key (company_id, party_id) references supply_party (company_id, id)
    );
    create index risk_score_party on risk_score (party_id, position desc);
    create index risk_score_company on risk_score (company_id, residual desc);
    create trigger risk_score_stands before update or delete on risk_score for each row execute function refuse_change();
    create trigger risk_score_no_truncate before truncate on risk_score execute function refuse_change();

    -- A person looked at a score that wants it, once for each.
    create table risk_review (
      score bigint primary key references risk_score (position),
      note text not null check (length(btrim(note)) between 10 and 5000),
      reviewed_by uuid not null references account (id),
      reviewed_at timestamptz not null
    );
    create trigger risk_review_stands before update or delete on risk_review for each row execute function refuse_change();
    create trigger risk_review_no_truncate before truncate on risk_review execute function refuse_change();

    -- The one door by which a company reads scores: none that rests on what was taken back.
    create view seen_risk_score as
      select s.* from risk_score s
      where not exists (select from mapping_share m where m.id = any (s.share_ids) and m.withdrawn_at is not null);
    -- What counts now of each party: its last score, if that is to be seen.
    create view standing_risk_score as
      select s.* from seen_risk_score s
      where not exists (select from risk_score later where later.party_id = s.party_id and later.position > s.position);
  `.execute(db);
}
