import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

const outcome = z.enum(['kept', 'regraded', 'withdrawn']).nullable();

/** The dispute about a finding, for everyone who may see it. */
export async function findDispute(db: Kysely<Database>, findingId: string) {
  const row = await db
    .selectFrom('finding_dispute')
    .select(['statement', 'disputed_at as disputedAt', 'outcome', 'answer_reason as answerReason'])
    .select('answered_at as answeredAt')
    .where('finding_id', '=', findingId)
    .executeTakeFirst();
  return row && { ...row, outcome: outcome.parse(row.outcome) };
}
