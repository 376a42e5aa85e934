import type { Transaction } from 'kysely';

import type { Database } from '#db/client.server.ts';

import type { Audit } from '../model.ts';
import type { Current } from './model.ts';

type Said = Current & { at: Date; by: string };

/** Writes the wording that stands from now on; the database keeps those before it. The audit is locked by whoever calls. */
export async function saveAssessment(
  trx: Transaction<Database>,
  { id, schemeVersionId }: Pick<Audit, 'id' | 'schemeVersionId'>,
  code: string,
  { revision, conformity, note, evidence, at, by }: Said,
) {
  const found = { revision, conformity, note, evidence, assessed_at: at, assessed_by: by };
  await trx
    .insertInto('indicator_assessment')
    .values({ audit_id: id, scheme_version_id: schemeVersionId, indicator_code: code, ...found })
    .onConflict((conflict) => conflict.columns(['audit_id', 'indicator_code']).doUpdateSet(found))
    .execute();
}
