import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { grades } from '#app/features/scheme/model.ts';
import type { Database } from '#db/client.server.ts';

import type { Audit } from '../model.ts';
import { findingStates } from './model.ts';

type Place = Pick<Audit, 'id' | 'organisationId'>;

/** The recruiter's audit before this one: the latest whose report is final. */
const previousAudit = (db: Kysely<Database>, { id, organisationId }: Place) =>
  db
    .selectFrom('audit')
    .select('audit.id')
    .where('organisation_id', '=', organisationId)
    .where('id', '<>', id)
    .where('reviewed_at', 'is not', null)
    .orderBy('reviewed_at', 'desc')
    .limit(1);

const shape = z.object({ id: z.string(), name: z.string(), grade: z.enum(grades) });

/**
 * The gravest finding on this indicator in the audit before, or in any earlier one of which nobody has said yet whether its
 * correction lasted: raised again, it is graded up.
 */
export async function findRepeated(db: Kysely<Database>, audit: Place, code: string) {
  const rows = await db
    .selectFrom('finding')
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .select(['finding.id', 'finding.grade', 'audit.reference', 'finding.number'])
    .leftJoin('standing_judgement as said', 'said.finding_id', 'finding.id')
    .where('finding.organisation_id', '=', audit.organisationId)
    .where('finding.audit_id', '<>', audit.id)
    .where('finding.indicator_code', '=', code)
    .where('finding.state', '<>', 'withdrawn')
    .where((where) =>
      where.or([
        where('finding.audit_id', '=', previousAudit(db, audit)),
        where.and([
          where('finding.issued_at', 'is not', null),
          where('said.finding_id', 'is', null),
          // An observation that is closed is gone, or is another finding by now.
          where.or([where('finding.grade', '<>', 'observation'), where('finding.state', '<>', 'closed')]),
        ]),
      ]),
    )
    // Grades have no order of their own in the builder.
    .orderBy(sql`finding_grade_rank(finding.grade)`, 'desc')
    .orderBy('finding.issued_at', 'desc')
    .limit(1)
    .execute();
  return rows.map(({ reference, number, ...row }) =>
    shape.parse({ ...row, name: `${reference}/${number}` }),
  )[0];
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
