import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Answer, Answers } from '#app/questionnaire/definition.ts';
import type { Database } from '#db/client.server.ts';

const plain = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
const answerShape = z.union([plain, z.array(z.record(z.string(), plain))]);

export type StandingAnswer = { value: Answer; revision: number; savedAt: Date; handId: string | null };

/** Every answer of a response as it stands. */
export async function standingOf(
  db: Kysely<Database>,
  responseId: string,
): Promise<Record<string, StandingAnswer>> {
  const rows = await db
    .selectFrom('mapping_answer')
    .select(['question', 'value', 'revision', 'saved_at as savedAt', 'hand_id as handId'])
    .where('response_id', '=', responseId)
    .execute();
  return Object.fromEntries(
    rows.map(({ question, value, ...rest }) => [question, { value: answerShape.parse(value), ...rest }]),
  );
}

export const valuesOf = (standing: Record<string, { value: Answer }>): Answers =>
  Object.fromEntries(Object.entries(standing).map(([question, { value }]) => [question, value]));

/** The wordings of answers at the revisions somebody saw: what their edit began from. */
export async function answersSeen(
  db: Kysely<Database>,
  responseId: string,
  seen: Record<string, number>,
): Promise<Answers> {
  const wanted = Object.entries(seen).filter(([, revision]) => revision > 0);
  if (wanted.length === 0) return {};
  const rows = await db
    .selectFrom('mapping_answer_version')
    .select(['question', 'revision', 'value'])
    .where('response_id', '=', responseId)
    .where(
      'question',
      'in',
      wanted.map(([question]) => question),
    )
    .execute();
  return Object.fromEntries(
    rows
      .filter(({ question, revision }) => seen[question] === revision)
      .map(({ question, value }) => [question, answerShape.parse(value)]),
  );
}
