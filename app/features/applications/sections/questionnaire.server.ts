import type { Kysely, Transaction } from 'kysely';

import type { Questionnaire } from '#app/questionnaire/definition.ts';
import {
  publishedQuestionnaire,
  publishQuestionnaire,
} from '#app/questionnaire/versions/published.server.ts';
import { questionnaireShape } from '#app/questionnaire/shape.ts';
import type { Database } from '#db/client.server.ts';
import shipped from '#db/reference/questionnaires/application-1.json' with { type: 'json' };

/** What a new application asks. Once it was used it stands as it is: another wording is another version. */
const currentQuestionnaire: Questionnaire = questionnaireShape.parse(shipped);

/** The questions an application answers; one begun before questionnaires were versioned answers the first. */
export const questionnaireOf = (db: Kysely<Database>, id: string | null) =>
  id === null || id === currentQuestionnaire.id
    ? Promise.resolve(currentQuestionnaire)
    : publishedQuestionnaire(db, id);

/** Stores the current questionnaire where it is not yet, so that applications can be bound to it. */
export const publishCurrent = (trx: Transaction<Database>, now: Date) =>
  publishQuestionnaire(trx, currentQuestionnaire, now);

/** The questionnaire version an application answers; none for one begun before there were versions. */
export async function boundTo(db: Kysely<Database>, applicationId: string) {
  const { bound } = await db
    .selectFrom('application')
    .select('questionnaire_version_id as bound')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow();
  return bound;
}
