import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import type { Audit } from '../model.ts';
import { findSamplePlan } from '../planning/ground.server.ts';
import { needsSample } from '../planning/rules.ts';
import { sampledOf } from './progress.ts';
import { listInterviews } from './queries.server.ts';
import { offeredOf, shortGroups } from './strata.ts';

/** The plan an audit goes by; before it is planned, the latest. */
export async function findPlanOf(db: Kysely<Database>, auditId: string) {
  const { sampleId } = await db
    .selectFrom('audit')
    .select('sample_plan_id as sampleId')
    .where('id', '=', auditId)
    .executeTakeFirstOrThrow();
  return findSamplePlan(db, auditId, sampleId);
}

/** The employers and sub-agents its interviews may name. Ask only for its team. */
export const findOffered = async (db: Kysely<Database>, auditId: string) =>
  offeredOf((await findPlanOf(db, auditId))?.strata ?? []);

/** The same with every group that is short, employers and sub-agents among them: for the team alone. */
export async function findSampledWithin(db: Kysely<Database>, audit: Pick<Audit, 'id' | 'type'>) {
  const sampled = await findSampled(db, audit);
  if (!sampled) return undefined;
  const [plan, interviews] = [await findPlanOf(db, audit.id), await listInterviews(db, audit.id)];
  return { ...sampled, groups: shortGroups(interviews, plan?.strata ?? []) };
}

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
