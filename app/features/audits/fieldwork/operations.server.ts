import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { grades } from '#app/features/scheme/model.ts';
import type { Database } from '#db/client.server.ts';

import { conformities } from '../model.ts';
import { harms } from '../remedy/model.ts';
import { syncOutcomes, type Current, type Earlier } from './model.ts';

/** Edits that came from devices: what they met, and what is answered to them. Ask only with an audit that was found. */

export const listKnown = (db: Kysely<Database>, ids: string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('fieldwork_operation')
        .select(['id', 'audit_id as auditId', 'device'])
        .where('id', 'in', ids)
        .execute();

/** The number expected next from a device. */
export async function nextSeqOf(db: Kysely<Database>, auditId: string, device: string) {
  const { last } = await db
    .selectFrom('fieldwork_operation')
    .select(({ fn }) => fn.max<number | null>('seq').as('last'))
    .where('audit_id', '=', auditId)
    .where('device', '=', device)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

const currentShape = z.object({
  code: z.string(),
  conformity: z.enum(conformities),
  note: z.string(),
  evidence: z.string(),
  revision: z.number(),
});

/** What stands for each indicator that was assessed. */
export async function currentsOf(db: Kysely<Database>, auditId: string): Promise<Map<string, Current>> {
  const rows = await db
    .selectFrom('indicator_assessment')
    .select(['indicator_code as code', 'conformity', 'note', 'evidence', 'revision'])
    .where('audit_id', '=', auditId)
    .execute();
  return new Map(rows.map((row) => currentShape.parse(row)).map(({ code, ...current }) => [code, current]));
}

const earlierShape = z.object({
  code: z.string(),
  outcome: z.enum(syncOutcomes),
  revision: z.number().nullable(),
  open: z.boolean(),
});

/** The last edit of each indicator that this device sent. */
export async function earlierOf(
  db: Kysely<Database>,
  auditId: string,
  device: string,
): Promise<Map<string, Earlier>> {
  const rows = await db
    .selectFrom('fieldwork_operation as operation')
    .leftJoin('fieldwork_resolution as resolution', 'resolution.operation_id', 'operation.id')
    .distinctOn('operation.indicator_code')
    .select(['operation.indicator_code as code', 'operation.outcome', 'operation.revision'])
    .select((where) =>
      where
        .and([where('operation.outcome', '=', 'conflict'), where('resolution.operation_id', 'is', null)])
        .as('open'),
    )
    .where('operation.audit_id', '=', auditId)
    .where('operation.device', '=', device)
    .where('operation.kind', '=', 'assess')
    .orderBy('operation.indicator_code')
    .orderBy('operation.seq', 'desc')
    .execute();
  return new Map(rows.map((row) => earlierShape.parse(row)).map(({ code, ...earlier }) => [code, earlier]));
}

const met = {
  conformity: z.enum(conformities),
  note: z.string(),
  evidence: z.string(),
  by: z.string(),
  at: z.date(),
};
const kinds = ['assess', 'raise', 'interview'] as const;
const recordedShape = z
  .object({
    id: z.string(),
    kind: z.literal('interview'),
    outcome: z.literal('applied'),
    recordedAs: z.string(),
  })
  .transform(({ id, recordedAs }) => ({ id, outcome: 'recorded' as const, pseudonym: recordedAs }));
const raisedShape = z
  .object({
    ...{ id: z.string(), kind: z.literal('raise'), outcome: z.literal('applied') },
    ...{ findingId: z.string(), reference: z.string(), number: z.number(), raisedAs: z.enum(grades) },
  })
  .transform(({ id, findingId, reference, number, raisedAs }) => ({
    ...{ id, outcome: 'raised' as const },
    finding: { id: findingId, name: `${reference}/${number}`, grade: raisedAs },
  }));
const editShape = z.discriminatedUnion('outcome', [
  z.object({ id: z.string(), outcome: z.literal('applied'), revision: z.number() }),
  z
    .object({ id: z.string(), outcome: z.literal('conflict'), revision: z.number(), ...met })
    .transform(({ id, outcome, revision, ...theirs }) => ({ id, outcome, revision, theirs })),
  z.object({
    ...{ id: z.string(), kind: z.enum(kinds), outcome: z.literal('refused'), refusal: z.string() },
  }),
]);
const answerShape = z.union([raisedShape, recordedShape, editShape]);
export type SyncAnswer = z.output<typeof answerShape>;

/** What is answered to each edit: read from what was kept, so that the same question gets the same answer for ever. */
export async function answersTo(db: Kysely<Database>, ids: string[]): Promise<Map<string, SyncAnswer>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('fieldwork_operation as operation')
    .leftJoin('assessment_version as theirs', (join) =>
      join
        .onRef('theirs.audit_id', '=', 'operation.audit_id')
        .onRef('theirs.indicator_code', '=', 'operation.indicator_code')
        .onRef('theirs.revision', '=', 'operation.revision'),
    )
    .leftJoin('account', 'account.id', 'theirs.assessed_by')
    .leftJoin('finding', 'finding.id', 'operation.finding_id')
    .leftJoin('audit', 'audit.id', 'finding.audit_id')
    .leftJoin('worker_interview as interview', 'interview.id', 'operation.heard_id')
    .leftJoin('event', (join) =>
      join.onRef('event.subject', '=', 'finding.id').on('event.type', '=', 'finding.raised'),
    )
    .select(['operation.id', 'kind', 'operation.outcome', 'operation.revision', 'operation.refusal'])
    .select(['finding.id as findingId', 'audit.reference', 'finding.number'])
    // The grade it was raised with, whatever it has by now; the builder does not read a single word of a document.
    .select(sql<string | null>`event.payload ->> 'grade'`.as('raisedAs'))
    .select(['theirs.conformity', 'theirs.note', 'theirs.evidence', 'theirs.assessed_at as at'])
    .select(['account.name as by', 'interview.pseudonym as recordedAs'])
    .where('operation.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => answerShape.parse(row)).map((answer) => [answer.id, answer]));
}

/** Answers, findings and interviews that came too late or were not taken, newest first: nothing anybody wrote is thrown away. */
export async function listRefused(db: Kysely<Database>, auditId: string) {
  const rows = await refused(db, auditId)
    .orderBy('applied_at', 'desc')
    .orderBy('seq', 'desc')
    .limit(500)
    .execute();
  return z.array(refusedShape).parse(rows);
}

/** One of them. */
export async function findRefused(db: Kysely<Database>, auditId: string, id: string) {
  const row = await refused(db, auditId).where('operation.id', '=', id).executeTakeFirst();
  return row && refusedShape.parse(row);
}

const refused = (db: Kysely<Database>, auditId: string) =>
  db
    .selectFrom('fieldwork_operation as operation')
    .innerJoin('account', 'account.id', 'operation.account_id')
    .select(['operation.id', 'kind', 'indicator_code as code', 'conformity', 'note', 'evidence', 'refusal'])
    .select(['raising', 'made_at as madeAt', 'applied_at as appliedAt', 'account.name as by', 'pseudonym'])
    // The words themselves leave the database only to be opened.
    .select((where) => where('sealed', 'is not', null).as('sealed'))
    .where('audit_id', '=', auditId)
    .where('outcome', '=', 'refused');

const refusedShape = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  code: z.string().nullable(),
  pseudonym: z.string().nullable(),
  sealed: z.coerce.boolean(),
  conformity: z.enum(conformities).nullable(),
  raising: z
    .object({
      ...{ grade: z.enum(grades), harm: z.enum(harms).nullable() },
      ...{ lawInstrument: z.string(), lawPlace: z.string(), gradingReasons: z.string().nullish() },
      ...{ requirementKind: z.string().optional(), declaration: z.string().nullish() },
    })
    .nullable(),
  note: z.string(),
  evidence: z.string(),
  refusal: z.string(),
  by: z.string(),
  madeAt: z.date(),
  appliedAt: z.date(),
});

export type Refused = z.output<typeof refusedShape>;

export const hasRefused = async (db: Kysely<Database>, auditId: string) =>
  (await db
    .selectFrom('fieldwork_operation')
    .select('id')
    .where('audit_id', '=', auditId)
    .where('outcome', '=', 'refused')
    .limit(1)
    .executeTakeFirst()) !== undefined;
