import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

import { conformities, type Conformity } from '../model.ts';
import { seenOf } from './rules.ts';

/** Edits that met somebody else's wording, and that nobody resolved yet. Ask only with an audit that was found. */
const openConflicts = (db: Kysely<Database>, auditId: string) =>
  db
    .selectFrom('fieldwork_operation as operation')
    .leftJoin('fieldwork_resolution as resolution', 'resolution.operation_id', 'operation.id')
    .where('operation.audit_id', '=', auditId)
    .where('operation.outcome', '=', 'conflict')
    .where('resolution.operation_id', 'is', null);

export async function countOpenConflicts(db: Kysely<Database>, auditId: string) {
  const { count } = await openConflicts(db, auditId)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

const conflictShape = z.object({
  id: z.string(),
  device: z.string(),
  conformity: z.enum(conformities),
  note: z.string(),
  evidence: z.string(),
  by: z.string(),
  madeAt: z.date(),
  appliedAt: z.date(),
});

/** Those of one indicator, in the order they came. */
export async function listOpenConflicts(db: Kysely<Database>, auditId: string, code: string) {
  const rows = await openConflicts(db, auditId)
    .innerJoin('account', 'account.id', 'operation.account_id')
    .select(['operation.id', 'device', 'conformity', 'note', 'evidence', 'account.name as by'])
    .select(['made_at as madeAt', 'applied_at as appliedAt'])
    .where('operation.indicator_code', '=', code)
    .orderBy('operation.applied_at')
    .orderBy('operation.seq')
    .execute();
  return z.array(conflictShape).parse(rows);
}

type Assessed = {
  code: string;
  conformity: Conformity | null;
  note: string | null;
  evidence: string | null;
  revision: number | null;
};

/** What met an indicator's wording, and the mark of having seen all of it. */
export async function findConflict(db: Kysely<Database>, auditId: string, assessed: Assessed) {
  const conflicts = await listOpenConflicts(db, auditId, assessed.code);
  const { conformity, note, evidence, revision } = assessed;
  const current = {
    conformity: conformity ?? 'come_back',
    note: note ?? '',
    evidence: evidence ?? '',
    revision: revision ?? 0,
  };
  return { conflicts, seen: seenOf({ current, conflicts }) };
}
