import type { Kysely } from 'kysely';

import type { Questionnaire } from '#app/questionnaire/definition.ts';
import { questionnaireShape } from '#app/questionnaire/shape.ts';
import { publishedQuestionnaire } from '#app/questionnaire/versions/published.server.ts';
import type { Database } from '#db/client.server.ts';
import worker from '#db/reference/questionnaires/mapping-worker-1.json' with { type: 'json' };

let known: Questionnaire | undefined;

/** The first version of what workers are asked, as it comes with Fairroute. */
const shipped = () => (known ??= questionnaireShape.parse(worker));

const versions = (db: Kysely<Database>) =>
  db.selectFrom('questionnaire_version').select('id').where('name', '=', shipped().name);

/** The version workers are asked today: the newest staff published, else the one that came along. */
export async function askedToday(db: Kysely<Database>): Promise<Questionnaire> {
  const newest = await versions(db).orderBy('version', 'desc').limit(1).executeTakeFirst();
  return newest ? publishedQuestionnaire(db, newest.id) : shipped();
}

/** The version a page was made of; undefined where there is none of that name. */
export async function askedAs(db: Kysely<Database>, id: string): Promise<Questionnaire | undefined> {
  if (id === shipped().id) return shipped();
  const there = await versions(db).where('id', '=', id).executeTakeFirst();
  return there && publishedQuestionnaire(db, there.id);
}
