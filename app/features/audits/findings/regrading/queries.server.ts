import type { Kysely } from 'kysely';
import { z } from 'zod';

import { grades } from '#app/features/scheme/model.ts';
import type { Database } from '#db/client.server.ts';

const shape = z.object({
  from: z.enum(grades),
  to: z.enum(grades),
  outcome: z.enum(['approved', 'dismissed']).nullable(),
});

/** Every grade that was proposed for a finding, the latest first. For the audit body and the scheme alone. */
export async function listRegrades(db: Kysely<Database>, findingId: string) {
  const rows = await db
    .selectFrom('finding_regrade as regrade')
    .innerJoin('account as proposer', 'proposer.id', 'regrade.proposed_by')
    .leftJoin('account as answerer', 'answerer.id', 'regrade.answered_by')
    .select(['regrade.id', 'regrade.from_grade as from', 'regrade.to_grade as to', 'regrade.reason'])
    .select(['regrade.proposed_at as proposedAt', 'proposer.name as proposer', 'regrade.outcome'])
    .select([
      'regrade.answer_reason as answerReason',
      'regrade.answered_at as answeredAt',
      'answerer.name as answerer',
    ])
    .where('regrade.finding_id', '=', findingId)
    .orderBy('regrade.position', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, ...shape.parse(row) }));
}
