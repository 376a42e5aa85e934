import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import type { Audit } from '../../model.ts';
import type { Concern } from './rules.ts';

const most = 200;

/** What this stage 1 named, or what stage 2 is to look at. Ask only with an audit that was found. */
export async function listConcerns(
  db: Kysely<Database>,
  { id, type, applicationId }: Pick<Audit, 'id' | 'type' | 'applicationId'>,
): Promise<Concern[]> {
  if (type !== 'stage1' && type !== 'stage2') return [];
  return db
    .selectFrom('readiness_concern as named')
    .innerJoin('audit', 'audit.id', 'named.audit_id')
    .select(['named.id', 'named.indicator_code as indicatorCode', 'named.concern', 'named.note'])
    .$if(type === 'stage1', (query) => query.where('named.audit_id', '=', id))
    .$if(type === 'stage2', (query) =>
      query
        .where('named.application_id', '=', applicationId)
        .where('audit.readiness', '=', 'ready_with_concerns'),
    )
    .orderBy('named.indicator_code')
    .orderBy('named.id')
    .limit(most)
    .execute();
}

/** One of those this audit is to look at. */
export const findConcern = async (db: Kysely<Database>, audit: Audit, id: string) =>
  audit.type === 'stage2' ? (await listConcerns(db, audit)).find((concern) => concern.id === id) : undefined;

export async function countOpenConcerns(db: Kysely<Database>, audit: Audit) {
  if (audit.type !== 'stage2') return 0;
  return (await listConcerns(db, audit)).filter(({ note }) => note === null).length;
}
