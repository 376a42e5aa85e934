import type { Kysely } from 'kysely';
import { z } from 'zod';

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
    .select('answered_at as answeredAt')
    .select(partOf('finding.audit_id', 'dispute.answered_by').as('answeredAs'))
    .where('finding_id', '=', findingId)
    .executeTakeFirst();
  return row && { ...row, outcome: outcome.parse(row.outcome), answeredAs: answerer.parse(row.answeredAs) };
}
