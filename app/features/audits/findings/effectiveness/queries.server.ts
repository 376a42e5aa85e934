import type { Kysely } from 'kysely';
import { z } from 'zod';

import { grades } from '#app/features/scheme/model.ts';
import type { Database } from '#db/client.server.ts';

import type { Audit } from '../../model.ts';
import { findingStates } from '../model.ts';

/** More than a holder has closed and nobody looked at; what is open comes first, so that none is forgotten. */
const most = 200;

const shape = z.object({
  id: z.string(),
  name: z.string(),
  indicatorCode: z.string(),
  requirement: z.string(),
  statement: z.string(),
  grade: z.enum(grades),
  state: z.enum(findingStates),
  /** What this audit's team said; null while it said nothing. */
  judged: z.object({ effective: z.boolean(), note: z.string() }).nullable(),
});
type Past = z.output<typeof shape>;

/** Closed findings of the holder that nobody has judged yet, whichever audit raised them, and those this team judged. */
export async function listPastFindings(
  db: Kysely<Database>,
  audit: Pick<Audit, 'id' | 'organisationId'>,
): Promise<Past[]> {
  const rows = await db
    .selectFrom('finding')
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .innerJoin('indicator', (join) =>
      join
        .onRef('indicator.scheme_version_id', '=', 'finding.scheme_version_id')
        .onRef('indicator.code', '=', 'finding.indicator_code'),
    )
    .leftJoin('standing_judgement as said', 'said.finding_id', 'finding.id')
    .select(['finding.id', 'audit.reference', 'finding.number', 'finding.indicator_code as indicatorCode'])
    .select(['indicator.requirement', 'finding.statement', 'finding.grade', 'finding.state'])
    .select(['said.effective', 'said.note'])
    .where('finding.organisation_id', '=', audit.organisationId)
    .where('finding.audit_id', '<>', audit.id)
    .where('finding.state', '=', 'closed')
    // Observations are looked at by themselves.
    .where('finding.grade', '<>', 'observation')
    .where((where) => where.or([where('said.finding_id', 'is', null), where('said.audit_id', '=', audit.id)]))
    .orderBy((by) => by('said.finding_id', 'is not', null))
    .orderBy('audit.reference')
    .orderBy('finding.number')
    .limit(most)
    .execute();
  return rows.map(({ reference, number, effective, note, ...row }) =>
    shape.parse({
      ...row,
      name: `${reference}/${number}`,
      judged: effective === null ? null : { effective, note },
    }),
  );
}
