import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import type { Audit } from '../model.ts';
import { findSamplePlan } from '../planning/ground.server.ts';
import { needsSample } from '../planning/rules.ts';
import { sampledOf } from './progress.ts';
import { listInterviews } from './queries.server.ts';

/**
 * The sample an audit was planned with and how many were heard of it, in numbers; undefined where its type needs none.
 * With the reasons for hearing fewer, once fieldwork is closed.
 */
export async function findSampled(db: Kysely<Database>, { id, type }: Pick<Audit, 'id' | 'type'>) {
  if (!needsSample(type)) return undefined;
  const { sampleId, reasons } = await db
    .selectFrom('audit')
    .select(['sample_plan_id as sampleId', 'sample_reasons as reasons'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const plan = sampleId === null ? undefined : await findSamplePlan(db, id, sampleId);
  return plan && { ...sampledOf(await listInterviews(db, id), plan), reasons };
}
