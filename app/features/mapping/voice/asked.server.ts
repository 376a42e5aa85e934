import type { Kysely } from 'kysely';

import type { Questionnaire } from '#app/questionnaire/definition.ts';
import type { Database } from '#db/client.server.ts';

import { questionnaireName } from '../model.ts';
import { findVersion, newestVersion } from '../questionnaires/queries.server.ts';
import { shippedOf } from '../questionnaires/shipped.server.ts';

const name = questionnaireName('worker');

/** The version workers are asked today: the newest staff published, else the one that came along. */
export const askedToday = async (db: Kysely<Database>): Promise<Questionnaire> =>
  (await newestVersion(db, name)) ?? shippedOf('worker');

/** The version a page was made of; undefined where there is none of that name. */
export async function askedAs(db: Kysely<Database>, id: string): Promise<Questionnaire | undefined> {
  const version = await findVersion(db, id);
  return version?.name === name ? version : undefined;
}
