import type { Kysely } from 'kysely';
import { z } from 'zod';

import { grades } from '#app/features/scheme/model.ts';
import type { Database } from '#db/client.server.ts';

const shape = z.object({
  id: z.string(),
  code: z.string(),
  reference: z.string(),
  number: z.number(),
  grade: z.enum(grades),
  statement: z.string(),
  by: z.string(),
});

/** More than one audit has ever had. */
const mostOfOne = 500;

/** The findings a device takes along, to stand beside their indicators. Ask only with an audit that was found. */
export async function listRaisedOf(db: Kysely<Database>, auditId: string) {
  const rows = await db
    .selectFrom('finding')
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .innerJoin('account', 'account.id', 'finding.raised_by')
    .select(['finding.id', 'finding.indicator_code as code', 'audit.reference', 'finding.number'])
    .select(['finding.grade', 'finding.statement', 'account.name as by'])
    .where('finding.audit_id', '=', auditId)
    .where('finding.state', '<>', 'withdrawn')
    .orderBy('finding.number')
    .limit(mostOfOne)
    .execute();
  return z
    .array(shape)
    .parse(rows)
    .map(({ reference, number, ...finding }) => ({ ...finding, name: `${reference}/${number}` }));
}
