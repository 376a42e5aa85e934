import { sql, type Kysely, type Transaction } from 'kysely';

import type { RiskModel } from '#app/features/scheme/model.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { currentModel, factsOf } from './read.server.ts';
import type { Party } from './model.ts';
import { indexOf, reckon } from './rules.ts';

type House = Pick<Scope, 'db' | 'now'>;

/** A company's parties are reckoned anew soon; asked twice before that, once. */
export const askReckoning = (trx: Kysely<Database>, companyId: string, now: Date) =>
  trx
    .insertInto('risk_reckoning')
    .values({ company_id: companyId, asked_at: now })
    .onConflict((conflict) => conflict.column('company_id').where('ended_at', 'is', null).doNothing())
    .execute();

/**
 * Asks for every company of whose scores something has changed since it was last asked: an answer shared or taken back, a
 * party named, a standing, an input, a national rule. Nobody has to remember to tell us.
 */
export async function askDueReckonings({ db, now }: House) {
  const { rows } = await sql<{ companyId: string }>`
    select company_id as "companyId" from supply_party party group by company_id
    having greatest(max(made_at), max(matched_at),
        (select max(greatest(given_at, withdrawn_at)) from mapping_share s where s.company_id = party.company_id),
        (select max(s.decided_at) from certificate_status s join certificate c on c.id = s.certificate_id
          join supply_party p on p.recruiter_id = c.organisation_id where p.company_id = party.company_id),
        (select max(imported_at) from risk_input), (select max(written_at) from national_rule))
      >= coalesce((select max(asked_at) from risk_reckoning r where r.company_id = party.company_id), '-infinity')
    and not exists (select from risk_reckoning r where r.company_id = party.company_id
      and (r.ended_at is null or r.asked_at >= ${now}::timestamptz))`.execute(db);
  for (const { companyId } of rows) await askReckoning(db, companyId, now);
  return rows.length;
}

const perBatch = 500;

/** Reckons what was asked for, batch by batch until the time is over; what is left goes on at the next call, also elsewhere. */
export async function reckonAsked(house: House, { seconds = 50 } = {}) {
  const until = performance.now() + seconds * 1000;
  const open = await house.db
    .selectFrom('risk_reckoning')
    .select(['id', 'company_id as companyId'])
    .where('ended_at', 'is', null)
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
  if (open.length === 0) return;
  const model = await currentModel(house.db);
  for (const one of open) {
    if (performance.now() > until) return;
    await reckonCompany(house, { ...one, model, until });
  }
}

type Run = { id: string; companyId: string; model: RiskModel; until: number };

async function reckonCompany({ db, now }: House, { id, companyId, model, until }: Run) {
  const facts = await factsOf(db, companyId, now);
  const setting = { facts, index: indexOf(facts), model, today: dayOf(now) };
  for (let more = true; more && performance.now() <= until;)
    more = await db.transaction().execute(async (trx) => {
      const run = await lockRun(trx, id);
      if (!run) return false;
      const parties = await partiesAfter(trx, companyId, run.reached);
      const scores = parties.map((party) => ({ party, ...reckon(setting, party) }));
      await keep(trx, { companyId, now }, scores);
      await advance(trx, { id, companyId, now }, parties);
      return parties.length === perBatch;
    });
}

/** Whoever reckons the same at once goes elsewhere. */
const lockRun = (trx: Transaction<Database>, id: string) =>
  trx
    .selectFrom('risk_reckoning')
    .select(['reached'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

const partiesAfter = (
  trx: Transaction<Database>,
  companyId: string,
  reached: string | null,
): Promise<Party[]> =>
  trx
    .selectFrom('supply_party')
    .select(['id', 'kind', 'country', 'recruiter_id as recruiterId'])
    .where('company_id', '=', companyId)
    .where('merged_into', 'is', null)
    .$if(reached !== null, (query) => query.where('id', '>', reached ?? ''))
    .orderBy('id')
    .limit(perBatch)
    .execute();

async function advance(
  trx: Transaction<Database>,
  { id, companyId, now }: { id: string; companyId: string; now: Date },
  parties: readonly Party[],
) {
  const ended = parties.length < perBatch;
  await sql`
    update risk_reckoning set done = done + ${parties.length}, reached = coalesce(${parties.at(-1)?.id ?? null}::uuid, reached),
      total = case when ${ended} then done + ${parties.length}
        else (select count(*) from supply_party where company_id = ${companyId}::uuid and merged_into is null) end,
      ended_at = case when ${ended} then ${now}::timestamptz end
    where id = ${id}::uuid`.execute(trx);
}

type Kept = { party: Party } & ReturnType<typeof reckon>;

/** A score is kept where it differs from the last one: history tells of changes, not of how often we looked. */
async function keep(
  trx: Transaction<Database>,
  { companyId, now }: { companyId: string; now: Date },
  scores: readonly Kept[],
) {
  const rows = scores.map(({ party, shareIds, score: { reviewDueOn, ...score } }) => ({
    ...{ party_id: party.id, model: score.model, residual: score.residual, band: score.band },
    ...{ score, share_ids: shareIds, review_due_on: reviewDueOn },
  }));
  await sql`
    insert into risk_score (company_id, party_id, model, residual, band, score, share_ids, review_due_on, reckoned_at)
    select ${companyId}::uuid, r.party_id, r.model, r.residual, r.band, r.score, r.share_ids, r.review_due_on, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (party_id uuid, model text, residual numeric, band text,
      score jsonb, share_ids uuid[], review_due_on date)
    left join lateral (select s.score, s.share_ids from risk_score s where s.party_id = r.party_id
      order by s.position desc limit 1) last on true
    where last.score is distinct from r.score or last.share_ids is distinct from r.share_ids`.execute(trx);
}

/** Somebody of the company looked at a score that wants it, and says what they found. */
export function reviewRisk({ db, actor, now }: Scope<Company>, partyId: string, { note }: { note: string }) {
  return db.transaction().execute(async (trx) => {
    const score = await trx
      .selectFrom('standing_risk_score')
      .select(['position', 'review_due_on as dueOn'])
      .where('company_id', '=', actor.organisationId)
      .where('party_id', '=', partyId)
      .executeTakeFirst();
    if (score?.position === undefined || score.position === null) return refuse('not_found');
    if (score.dueOn === null) return refuse('no_review_due');
    const reviewed = await trx
      .insertInto('risk_review')
      .values({ score: score.position, note, reviewed_by: actor.accountId, reviewed_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('score')
      .executeTakeFirst();
    return reviewed ? ok({}) : refuse('reviewed_already');
  });
}

/** What the clock runs: ask where something changed, and reckon. */
export async function runRiskClock(house: House) {
  await askDueReckonings(house);
  await reckonAsked(house);
}
