import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Questionnaire } from '#app/questionnaire/definition.ts';
import { publishQuestionnaire } from '#app/questionnaire/versions/published.server.ts';
import type { Database } from '#db/client.server.ts';

import { isQuestionnaireName } from './model.ts';
import { mayWrite } from './policy.ts';
import { findVersion, lockDraft, newestVersion } from './queries.server.ts';
import * as rules from './rules.ts';
import { shippedQuestionnaires } from './shipped.server.ts';

/** Begins the next version of a questionnaire from any version of it. */
export function draftFrom({ db, actor, now }: Scope, versionId: string) {
  return db.transaction().execute(async (trx) => {
    if (!mayWrite(actor)) return refuse('forbidden');
    const version = await findVersion(trx, versionId);
    if (!version) return refuse('not_found');
    return begin(trx, { actor, now }, { definition: version, from: 'version' });
  });
}

/** Begins the next version of a questionnaire from a definition that came in a file. */
export function draftOf({ db, actor, now }: Scope, name: string, definition: Questionnaire) {
  return db.transaction().execute(async (trx) => {
    if (!mayWrite(actor)) return refuse('forbidden');
    if (!isQuestionnaireName(name)) return refuse('not_found');
    return begin(trx, { actor, now }, { definition: { ...definition, name }, from: 'file' });
  });
}

type Begun = { definition: Questionnaire; from: 'version' | 'file' };

async function begin(
  trx: Transaction<Database>,
  { actor, now }: Pick<Scope<Officer>, 'actor' | 'now'>,
  { definition, from }: Begun,
) {
  const { name } = definition;
  const newest = await newestVersion(trx, name);
  if (!newest) return refuse('not_found');
  const version = newest.version + 1;
  const { accountId } = actor;
  const { id } = await trx
    .insertInto('questionnaire_draft')
    .values({
      ...{ name, base_version: newest.version, drafted_at: now, drafted_by: accountId },
      ...{ definition: asRow({ ...definition, version, id: `${name}-${version}` }) },
      ...{ changed_at: now, changed_by: accountId },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordEvent(trx, { actor, now, subject: id }, 'questionnaire.drafted', {
    ...{ questionnaire: name, version, from },
  });
  return ok({ id });
}

const asRow = (definition: Questionnaire) => JSON.stringify(definition);
/** Far more than any questionnaire: a draft is read whole for each of its pages. */
const mostCharacters = 4_000_000;

/** What was changed, for the timeline. */
export type Change = {
  part: 'title' | 'section' | 'question' | 'list';
  name: string;
  edit: rules.Edit;
  revision: number;
};

/** Makes one change of a draft, if it still stands as its author saw it. */
export function changeDraft({ db, actor, now }: Scope, id: string, change: Change) {
  return db.transaction().execute(async (trx) => {
    if (!mayWrite(actor)) return refuse('forbidden');
    const { part, name, edit, revision } = change;
    const draft = rules.open(await lockDraft(trx, id), revision);
    if (!draft.ok) return draft;
    const next = edit(draft.value.definition);
    if (!next.ok) return next;
    const definition = asRow(next.value);
    if (definition.length > mostCharacters) return refuse('too_large');
    await trx
      .updateTable('questionnaire_draft')
      .set({ definition, revision: revision + 1, changed_at: now, changed_by: actor.accountId })
      .where('id', '=', id)
      .execute();
    await recordEvent(trx, { actor, now, subject: id }, 'questionnaire.changed', { part, name });
    return ok({ revision: revision + 1 });
  });
}

/** Publishes a draft as the next version; two who publish at once publish one of the two. */
export function publishDraft({ db, actor, now }: Scope, id: string, revision: number) {
  return db.transaction().execute(async (trx) => {
    if (!mayWrite(actor)) return refuse('forbidden');
    const draft = await lockDraft(trx, id);
    if (!draft) return refuse('not_found');
    await lockName(trx, draft.name);
    const newest = await newestVersion(trx, draft.name);
    if (!newest) return refuse('not_found');
    const decision = rules.publish(draft, revision, newest);
    if (!decision.ok) return decision;
    const { name, version } = decision.value;
    await publishShipped(trx, newest, now);
    const published = await publishQuestionnaire(trx, decision.value, now);
    await trx
      .updateTable('questionnaire_draft')
      .set({
        ...{ definition: asRow(decision.value), published_version_id: published },
        ...{ published_at: now, published_by: actor.accountId },
      })
      .where('id', '=', id)
      .execute();
    await recordEvent(trx, { actor, now, subject: id }, 'questionnaire.published', {
      ...{ questionnaire: name, version },
    });
    return ok({ id: published });
  });
}

/** Versions of one questionnaire are published one after the other. */
const lockName = (trx: Transaction<Database>, name: string) =>
  // The builder knows no locks by name.
  sql`select pg_advisory_xact_lock(hashtext(${`questionnaire ${name}`}))`.execute(trx);

/** What comes with the house is on record before anything follows it. */
async function publishShipped(trx: Transaction<Database>, { id }: Questionnaire, now: Date) {
  const shipped = shippedQuestionnaires().find((each) => each.id === id);
  if (shipped) await publishQuestionnaire(trx, shipped, now);
}

/** Throws a draft away; what was published stays. */
export function discardDraft({ db, actor, now }: Scope, id: string, revision: number) {
  return db.transaction().execute(async (trx) => {
    if (!mayWrite(actor)) return refuse('forbidden');
    const draft = rules.open(await lockDraft(trx, id), revision);
    if (!draft.ok) return draft;
    await trx.deleteFrom('questionnaire_draft').where('id', '=', id).execute();
    await recordEvent(trx, { actor, now, subject: id }, 'questionnaire.discarded', {});
    return ok({});
  });
}
