import type { Kysely, Transaction } from 'kysely';

import { questionnaireShape } from '#app/questionnaire/shape.ts';
import type { Questionnaire } from '#app/questionnaire/definition.ts';
import type { Database } from '#db/client.server.ts';
import shipped from '#db/reference/questionnaires/application-1.json' with { type: 'json' };

/** What a new application asks. Once it was used it stands as it is: another wording is another version. */
export const currentQuestionnaire: Questionnaire = questionnaireShape.parse(shipped);

const known = new Map<string, Questionnaire>([[currentQuestionnaire.id, currentQuestionnaire]]);

/** The questions an application answers; one begun before questionnaires were versioned answers the first. */
export async function questionnaireOf(db: Kysely<Database>, id: string | null): Promise<Questionnaire> {
  const wanted = id ?? currentQuestionnaire.id;
  const cached = known.get(wanted);
  if (cached) return cached;
  const { definition } = await db
    .selectFrom('questionnaire_version')
    .select('definition')
    .where('id', '=', wanted)
    .executeTakeFirstOrThrow();
  const questionnaire = questionnaireShape.parse(definition);
  known.set(wanted, questionnaire);
  return questionnaire;
}

/** Stores the current questionnaire where it is not yet, so that applications can be bound to it. */
export async function publishQuestionnaire(trx: Transaction<Database>, now: Date) {
  const { id, name, version } = currentQuestionnaire;
  await trx
    .insertInto('questionnaire_version')
    .values({ id, name, version, definition: JSON.stringify(currentQuestionnaire), published_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return id;
}

/** The questionnaire version an application answers; none for one begun before there were versions. */
export async function boundTo(db: Kysely<Database>, applicationId: string) {
  const { bound } = await db
    .selectFrom('application')
    .select('questionnaire_version_id as bound')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow();
  return bound;
}
