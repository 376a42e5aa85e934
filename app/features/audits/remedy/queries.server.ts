import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

import { categories, harms, payers } from './model.ts';

const written = { id: z.string(), position: z.number(), correctsId: z.string().nullable() };
const told = {
  happenedOn: z.string(),
  note: z.string(),
  recordedAt: z.date(),
  recorder: z.string(),
  by: z.string(),
  documentId: z.string().nullable(),
};
const money = {
  category: z.enum(categories),
  payer: z.enum(payers),
  currency: z.string(),
  amountMinor: z.number(),
};
const entryShape = z.discriminatedUnion('kind', [
  z.object({ ...written, ...told, kind: z.enum(['affected', 'returned']), workers: z.number() }),
  z.object({ ...written, ...told, ...money, kind: z.literal('owed'), workers: z.literal(0) }),
  z.object({
    ...written,
    ...told,
    ...money,
    kind: z.literal('paid'),
    workers: z.number(),
    itemId: z.string(),
  }),
]);

/** Ask only with the id of a finding in the actor's sight. */
export async function findRemedy(db: Kysely<Database>, findingId: string) {
  const row = await db
    .selectFrom('remedy')
    .innerJoin('finding', 'finding.id', 'remedy.finding_id')
    .select(['remedy.id', 'finding.harm', 'remedy.due_on as dueOn', 'remedy.completed_at as completedAt'])
    .where('remedy.finding_id', '=', findingId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, dueOn, completedAt } = row;
  const [entries, confirmations] = await Promise.all([listEntries(db, id), listConfirmations(db, id)]);
  const harm = z.enum(harms).parse(row.harm);
  return { id, harm, dueOn, completed: completedAt !== null, completedAt, entries, confirmations };
}
export type RemedyRecord = NonNullable<Awaited<ReturnType<typeof findRemedy>>>;

async function listEntries(db: Kysely<Database>, remedyId: string) {
  const rows = await db
    .selectFrom('remedy_entry as entry')
    .innerJoin('account', 'account.id', 'entry.recorded_by')
    .select(['entry.id', 'entry.position', 'entry.kind', 'entry.corrects_id as correctsId', 'entry.workers'])
    .select(['entry.item_id as itemId', 'entry.category', 'entry.payer', 'entry.currency'])
    .select(['entry.amount_minor as amountMinor', 'entry.happened_on as happenedOn', 'entry.note'])
    .select([
      'entry.recorded_at as recordedAt',
      'account.name as recorder',
      'entry.recorded_by as by',
      'entry.document_id as documentId',
    ])
    .where('remedy_id', '=', remedyId)
    .orderBy('position')
    .execute();
  return z.array(entryShape).parse(rows);
}

const listConfirmations = (db: Kysely<Database>, remedyId: string) =>
  db
    .selectFrom('remedy_confirmation as said')
    .innerJoin('account', 'account.id', 'said.confirmed_by')
    .select(['said.position', 'said.asked', 'said.confirmed', 'said.note'])
    .select(['said.confirmed_at as confirmedAt', 'account.name as recorder'])
    .where('remedy_id', '=', remedyId)
    .orderBy('position')
    .execute();

/** The recruiter's own documents in their latest versions, to show a payment by. */
export async function listProofDocuments(db: Kysely<Database>, organisationId: string) {
  const rows = await db
    .selectFrom('document')
    .innerJoin('document_version as version', 'version.document_id', 'document.id')
    .select(['document.id', 'document.title', 'version.version'])
    .distinctOn('document.id')
    .where('document.organisation_id', '=', organisationId)
    .where('document.withdrawn_at', 'is', null)
    .where('version.scan', '<>', 'infected')
    .orderBy('document.id')
    .orderBy('version.version', 'desc')
    .limit(200)
    .execute();
  return rows.map(({ id, title, version }) => ({ value: `${id}/${version}`, label: title }));
}
