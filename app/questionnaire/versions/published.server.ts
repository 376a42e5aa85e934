import type { Kysely, Transaction } from 'kysely';

import type { Database } from '#db/client.server.ts';

import type { Questionnaire } from '../definition.ts';
import { questionnaireShape } from '../shape.ts';

const known = new Map<string, Questionnaire>();

/** A published version by its id (`application-1`): it never changes, and is read once. */
export async function publishedQuestionnaire(db: Kysely<Database>, id: string): Promise<Questionnaire> {
  const cached = known.get(id);
  if (cached) return cached;
  const { definition } = await db
    .selectFrom('questionnaire_version')
    .select('definition')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const questionnaire = questionnaireShape.parse(definition);
  known.set(id, questionnaire);
  return questionnaire;
}

/** Publishes a version; once there, it stands as it is, and publishing it again changes nothing. */
export async function publishQuestionnaire(trx: Transaction<Database>, asked: Questionnaire, now: Date) {
  const { id, name, version } = asked;
  await trx
    .insertInto('questionnaire_version')
    .values({ id, name, version, definition: JSON.stringify(asked), published_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return id;
}
