import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

const answer = z.object({ answer: z.enum(['contained', 'not_contained']).nullable() });

/** Every time the recruiter said that the harm was stopped, the latest first, with what shows it and the answer. */
export async function listContainments(db: Kysely<Database>, findingId: string) {
  const rows = await db
    .selectFrom('finding_containment as said')
    .innerJoin('document_version as file', (join) =>
      join
        .onRef('file.document_id', '=', 'said.document_id')
        .onRef('file.version', '=', 'said.document_version'),
    )
    .select(['said.round', 'said.containment as description', 'said.submitted_at as submittedAt'])
    .select(['file.document_id as documentId', 'file.version', 'file.filename', 'file.bytes', 'file.sha256'])
    .select(['said.answer', 'said.answer_reason as answerReason', 'said.answered_at as answeredAt'])
    .where('said.finding_id', '=', findingId)
    .orderBy('said.round', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, ...answer.parse(row) }));
}
