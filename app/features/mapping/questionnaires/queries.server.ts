import type { Kysely, Transaction } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Questionnaire } from '#app/questionnaire/definition.ts';
import { draftShape } from '#app/questionnaire/shape.ts';
import { publishedQuestionnaire } from '#app/questionnaire/versions/published.server.ts';
import type { Database } from '#db/client.server.ts';

import { allQuestionnaireNames, isQuestionnaireName, questionnaireNames, type Draft } from './model.ts';
import { shippedQuestionnaires } from './shipped.server.ts';

const shippedOf = (id: string) => shippedQuestionnaires().find((each) => each.id === id);

/** A version by its id, published or as it comes with the house; undefined for anything that maps no chain. */
export async function findVersion(db: Kysely<Database>, id: string): Promise<Questionnaire | undefined> {
  const row = await db
    .selectFrom('questionnaire_version')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  if (row) return isQuestionnaireName(row.name) ? publishedQuestionnaire(db, id) : undefined;
  return shippedOf(id);
}

/** The newest version of a questionnaire: what is asked from now on. Undefined for a name there is none of. */
export async function newestVersion(db: Kysely<Database>, name: string): Promise<Questionnaire | undefined> {
  const row = await db
    .selectFrom('questionnaire_version')
    .select('id')
    .where('name', '=', name)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? publishedQuestionnaire(db, row.id) : shippedOf(`${name}-1`);
}

/** Every questionnaire with its versions, newest first, and the drafts that are open. */
export async function listQuestionnaires({ db }: Scope<Officer>) {
  const [versions, drafts] = await Promise.all([
    db
      .selectFrom('questionnaire_version')
      .select(['id', 'name', 'version', 'published_at as publishedAt'])
      .where('name', 'in', allQuestionnaireNames)
      .orderBy('version', 'desc')
      .execute(),
    db
      .selectFrom('questionnaire_draft')
      .innerJoin('account', 'account.id', 'questionnaire_draft.changed_by')
      .select(['questionnaire_draft.id', 'questionnaire_draft.name', 'account.name as by'])
      .select(['base_version as baseVersion', 'changed_at as changedAt'])
      .where('published_version_id', 'is', null)
      .orderBy('changed_at', 'desc')
      .limit(200)
      .execute(),
  ]);
  return allQuestionnaireNames.map((name) => {
    const published = versions.filter((each) => each.name === name);
    const first = shippedOf(`${name}-1`);
    const isThere = published.some(({ version }) => version === 1);
    return {
      name,
      asks: questionnaireNames[name],
      versions: [
        ...published.map(({ id, version, publishedAt }) => ({
          id,
          version,
          publishedAt: publishedAt.toISOString(),
        })),
        ...(first && !isThere ? [{ id: first.id, version: 1, publishedAt: null }] : []),
      ],
      drafts: drafts
        .filter((each) => each.name === name)
        .map(({ changedAt, ...draft }) => ({ ...draft, changedAt: changedAt.toISOString() })),
    };
  });
}

const drafts = (db: Kysely<Database>, id: string) =>
  db
    .selectFrom('questionnaire_draft')
    .select(['id', 'name', 'base_version as baseVersion', 'revision', 'definition'])
    .select('published_version_id as publishedVersionId')
    .where(isId('questionnaire_draft.id', id));

const toDraft = <R extends { definition: unknown }>(row: R | undefined) =>
  row && { ...row, definition: draftShape.parse(row.definition) };

/** A draft as it stands; its pages are for officers alone. */
export const findDraft = async (
  { db }: Scope<Officer>,
  id: string,
): Promise<Draft<Questionnaire> | undefined> => toDraft(await drafts(db, id).executeTakeFirst());

/** Call it first in every command: changes of one draft wait for each other. */
export const lockDraft = async (trx: Transaction<Database>, id: string) =>
  toDraft(await drafts(trx, id).forUpdate().executeTakeFirst());
