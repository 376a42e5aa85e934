import type { Kysely, Transaction } from 'kysely';

import { isFeeCategory } from '#app/questionnaire/fee-categories.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { isId } from '../queries.server.ts';
import type { Entry } from './model.ts';

const entryRows = (db: Kysely<Database>) =>
  db
    .selectFrom('repayment_entry as entry')
    .innerJoin('account', 'account.id', 'entry.recorded_by')
    .leftJoin('mapping_paper as paper', 'paper.id', 'entry.paper_id')
    .select([
      ...(['entry.id', 'entry.plan_id as planId', 'entry.kind', 'entry.corrects_id as correctsId'] as const),
      ...(['entry.item_id as itemId', 'entry.category', 'entry.currency', 'entry.workers'] as const),
      ...([
        'entry.amount_minor as amountMinor',
        'entry.day',
        'entry.note',
        'entry.over_why as overWhy',
      ] as const),
      ...(['entry.recorded_at as recordedAt', 'account.name as recorder'] as const),
      ...(['paper.id as paperId', 'paper.filename', 'paper.scan'] as const),
    ])
    .orderBy('entry.position');
type Row = Awaited<ReturnType<ReturnType<typeof entryRows>['executeTakeFirstOrThrow']>>;

const toEntry = (row: Row): Entry => {
  const { id, correctsId, day, workers, currency, category, itemId, overWhy } = row;
  const money = { currency: currency ?? '', amountMinor: row.amountMinor };
  const fee = category !== null && isFeeCategory(category) ? category : 'FEE_SERVICE';
  const written = { id, correctsId, day };
  switch (row.kind) {
    case 'owed':
      return { ...written, kind: 'owed', ...money, category: fee };
    case 'instalment':
      return { ...written, kind: 'instalment', ...money };
    case 'paid':
      return { ...written, kind: 'paid', ...money, category: fee, itemId: itemId ?? '', workers, overWhy };
    default:
      return { ...written, kind: row.kind === 'confirmed' ? 'confirmed' : 'affected', workers };
  }
};

const toTold = (row: Row) => ({
  ...{ entry: toEntry(row), note: row.note, recordedAt: row.recordedAt, recorder: row.recorder },
  ...{ paperId: row.paperId, filename: row.filename, scan: row.scan },
});

const planRows = (db: Kysely<Database>) =>
  db
    .selectFrom('repayment_plan as plan')
    .leftJoin('seen_party as party', 'party.id', 'plan.party_id')
    .select(['plan.id', 'plan.company_id as companyId', 'plan.title', 'party.name as party']);

export async function findPlan({ db, actor }: Scope<Company>, id: string) {
  if (!isId(id)) return undefined;
  const plan = await planRows(db)
    .where('plan.id', '=', id)
    .where('plan.company_id', '=', actor.organisationId)
    .executeTakeFirst();
  return plan && { ...plan, lines: await listLines(db, id) };
}

export const listLines = async (db: Kysely<Database>, planId: string) =>
  (await entryRows(db).where('entry.plan_id', '=', planId).execute()).map(toTold);

/** Held: no two payments pass the same look at what is owed. */
export async function lockPlan(trx: Transaction<Database>, id: string) {
  if (!isId(id)) return undefined;
  const plan = await trx
    .selectFrom('repayment_plan')
    .select(['id', 'company_id as companyId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return plan && { ...plan, entries: (await listLines(trx, id)).map(({ entry }) => entry) };
}

const most = 200;

/** A company's plans, the newest first, each with its ledger. */
export async function listPlans({ db, actor }: Scope<Company>) {
  const plans = await planRows(db)
    .where('plan.company_id', '=', actor.organisationId)
    .orderBy('plan.opened_at', 'desc')
    .orderBy('plan.id')
    .limit(most)
    .execute();
  const ids = plans.map(({ id }) => id);
  const found = ids.length > 0 ? await entryRows(db).where('entry.plan_id', 'in', ids).execute() : [];
  return plans.map((plan) => ({
    ...plan,
    entries: found.filter(({ planId }) => planId === plan.id).map(toEntry),
  }));
}
