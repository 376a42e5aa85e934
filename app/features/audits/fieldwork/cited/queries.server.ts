import type { Kysely } from 'kysely';
import { sql } from 'kysely';

import type { Database } from '#db/client.server.ts';

/**
 * The interviews of an audit by their keys, and which of them the words on one indicator name. Ask only with an audit that
 * was found by somebody on its team.
 */
export async function listToCite(db: Kysely<Database>, auditId: string, code: string) {
  const rows = await db
    .selectFrom('worker_interview as interview')
    .leftJoin('interview_reference as named', (join) =>
      join
        .onRef('named.interview_id', '=', 'interview.id')
        .onRef('named.audit_id', '=', 'interview.audit_id')
        .on('named.indicator_code', '=', code),
    )
    .select(['interview.id', 'interview.pseudonym'])
    .select('named.id as namedId')
    .where('interview.audit_id', '=', auditId)
    .where((where) => where.or([where('interview.outcome', '=', 'done'), where('named.id', 'is not', null)]))
    .orderBy(sql`length(interview.pseudonym)`)
    .orderBy('interview.pseudonym')
    .execute();
  return rows.map(({ namedId, ...interview }) => ({ ...interview, named: namedId !== null }));
}
