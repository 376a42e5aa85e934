import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Day } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import { answererRoles } from '../../model.ts';
import { partOf } from '../queries.server.ts';

const answerer = z.enum(answererRoles);
const outcome = z.enum(['kept', 'regraded', 'withdrawn']).nullable();

/** The dispute about a finding, for everyone who may see it. */
export async function findDispute(db: Kysely<Database>, findingId: string) {
  const row = await db
    .selectFrom('finding_dispute as dispute')
    .innerJoin('finding', 'finding.id', 'dispute.finding_id')
    .select(['dispute.statement', 'disputed_at as disputedAt', 'outcome', 'answer_reason as answerReason'])
    .select(['answered_at as answeredAt', 'ran_on_at as ranOnAt', 'finding.dispute_due_on as dueOn'])
    .select(partOf('finding.audit_id', 'dispute.answered_by').as('answeredAs'))
    .where('finding_id', '=', findingId)
    .executeTakeFirst();
  return row && { ...row, outcome: outcome.parse(row.outcome), answeredAs: answerer.parse(row.answeredAs) };
}

/** Disputed findings whose answer did not come in its days; an observation has no clock to run on. */
export async function listMissed(db: Kysely<Database>, today: Day, after: string) {
  const rows = await db
    .selectFrom('finding')
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .select('finding.id')
    .where('finding.state', '=', 'disputed')
    .where('finding.dispute_due_on', '<', today)
    .where('finding.plan_due_on', 'is not', null)
    .where('finding.id', '>', after)
    // As the constraint asks it, which no builder writes as a function of rows.
    .where(sql<boolean>`not finding_stands_still(finding, audit)`)
    .orderBy('finding.id')
    .limit(500)
    .execute();
  return rows.map(({ id }) => id);
}
