import type { Kysely } from 'kysely';
import { z } from 'zod';

import { grades } from '#app/features/scheme/model.ts';
import type { Database } from '#db/client.server.ts';

import type { Audit } from '../model.ts';
import { findingStates } from './model.ts';

type Place = Pick<Audit, 'id' | 'organisationId'>;

/** The recruiter's audit before this one: the latest whose report is final. */
export const previousAudit = (db: Kysely<Database>, { id, organisationId }: Place) =>
  db
    .selectFrom('audit')
    .select('audit.id')
    .where('organisation_id', '=', organisationId)
    .where('id', '<>', id)
    .where('reviewed_at', 'is not', null)
    .orderBy('reviewed_at', 'desc')
    .limit(1);

const shape = z.object({ id: z.string(), name: z.string(), grade: z.enum(grades) });

/** The gravest finding on this indicator in the audit before: raised again, it is graded up. */
export async function findRepeated(db: Kysely<Database>, audit: Place, code: string) {
  const rows = await db
    .selectFrom('finding')
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .select(['finding.id', 'finding.grade', 'audit.reference', 'finding.number'])
    .where('finding.audit_id', '=', previousAudit(db, audit))
    .where('finding.indicator_code', '=', code)
    .where('finding.state', '<>', 'withdrawn')
    .execute();
  const found = rows.map(({ reference, number, ...row }) =>
    shape.parse({ ...row, name: `${reference}/${number}` }),
  );
  return found.sort((one, other) => grades.indexOf(one.grade) - grades.indexOf(other.grade))[0];
}

const said = z.object({ state: z.enum(findingStates), raisedAt: z.date(), statement: z.string() });

/** What somebody said of an indicator in this audit, for whoever asks whether it is being said once more. */
export async function listSaid(
  db: Kysely<Database>,
  { auditId, by, code }: { auditId: string; by: string; code: string },
) {
  const rows = await db
    .selectFrom('finding')
    .select(['state', 'raised_at as raisedAt', 'statement'])
    .where('audit_id', '=', auditId)
    .where('indicator_code', '=', code)
    .where('raised_by', '=', by)
    .execute();
  return rows.map((row) => ({ ...said.parse(row), code, by }));
}
