import type { Kysely } from 'kysely';
import { z } from 'zod';

import { grades } from '#app/features/scheme/model.ts';
import type { Database } from '#db/client.server.ts';

import type { Audit } from '../../model.ts';
import { lookAnswers } from './model.ts';

/** What is open comes first, so that none is forgotten. */
const most = 200;

const shape = z.object({
  id: z.string(),
  name: z.string(),
  indicatorCode: z.string(),
  requirement: z.string(),
  defaultGrade: z.enum(grades),
  statement: z.string(),
  /** Its recruiter contests it, and nobody answered yet. */
  disputed: z.boolean(),
  /** What this audit's team said; null while it said nothing. */
  looked: z
    .object({ answer: z.enum(lookAnswers), note: z.string(), raisedId: z.string().nullable() })
    .nullable(),
});
export type Observed = z.output<typeof shape>;

/** Observations of earlier audits that stand or are disputed, whichever audit made them, and those this team looked at. */
export async function listObservations(
  db: Kysely<Database>,
  audit: Pick<Audit, 'id' | 'organisationId'>,
): Promise<Observed[]> {
  const rows = await db
    .selectFrom('finding')
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .innerJoin('indicator', (join) =>
      join
        .onRef('indicator.scheme_version_id', '=', 'finding.scheme_version_id')
        .onRef('indicator.code', '=', 'finding.indicator_code'),
    )
    .leftJoin('standing_look as said', (join) =>
      join.onRef('said.finding_id', '=', 'finding.id').on('said.audit_id', '=', audit.id),
    )
    .select(['finding.id', 'audit.reference', 'finding.number', 'finding.indicator_code as indicatorCode'])
    .select(['indicator.requirement', 'indicator.default_grade as defaultGrade', 'finding.statement'])
    .select(['said.answer', 'said.note', 'said.raised_id as raisedId'])
    .select(({ eb }) => eb('finding.state', '=', 'disputed').as('disputed'))
    .where('finding.organisation_id', '=', audit.organisationId)
    .where('finding.audit_id', '<>', audit.id)
    .where('finding.grade', '=', 'observation')
    .where(({ or, eb }) =>
      or([eb('finding.state', 'in', ['issued', 'disputed']), eb('said.finding_id', 'is not', null)]),
    )
    .orderBy((by) => by('said.finding_id', 'is not', null))
    .orderBy('audit.reference')
    .orderBy('finding.number')
    .limit(most)
    .execute();
  return rows.map(({ reference, number, answer, note, raisedId, ...row }) =>
    shape.parse({
      ...row,
      name: `${reference}/${number}`,
      looked: answer === null ? null : { answer, note, raisedId },
    }),
  );
}

/** Who said that an observation is gone or became more, and whether that is told by now. */
export const findClosing = (db: Kysely<Database>, findingId: string) =>
  db
    .selectFrom('standing_look')
    .select(['looked_by as lookedBy', 'told_at as toldAt', 'answer'])
    .where('finding_id', '=', findingId)
    .where('answer', 'in', ['gone', 'raised'])
    .orderBy('looked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
