import type { Kysely, Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { StoredFile } from '#app/platform/files/storage.server.ts';
import type { Database } from '#db/client.server.ts';

import { answersOf, wholeAnswersOf } from './sections/answers.server.ts';
import { copyOf } from './sections/copy.ts';
import { endedStates, sections, type Answers, type Application, type Section } from './model.ts';
import { mayApply } from './policy.ts';
import { clocksOf, lockApplication } from './queries.server.ts';
import * as rules from './rules.ts';

/** What a fact about an application is about. */
export const about = ({ id, organisationId }: Pick<Application, 'id' | 'organisationId'>) => ({
  subject: id,
  related: [organisationId],
});

/** Begins a draft under the current scheme version; a recruiter has one live application at a time. */
export function startApplication({ db, actor, now }: Scope<Recruiter>) {
  return db.transaction().execute(async (trx) => {
    const { organisationId, accountId } = actor;
    // The organisation's row is the lock: two clicks at once begin one application.
    await trx
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', organisationId)
      .forUpdate()
      .executeTakeFirst();
    const live = await trx
      .selectFrom('application')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('state', 'not in', endedStates)
      .executeTakeFirst();
    if (live) return refuse('already_begun');
    const version = await trx
      .selectFrom('scheme_version')
      .select('id')
      .where('published_at', 'is not', null)
      .orderBy('published_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const values = {
      organisation_id: organisationId,
      scheme_version_id: version.id,
      state: 'draft',
      started_at: now,
      started_by: accountId,
    };
    const { id } = await trx
      .insertInto('application')
      .values(values)
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordEvent(trx, { actor, now, ...about({ id, organisationId }) }, 'application.started', {});
    return ok({ id });
  });
}

export type SectionToSave = { section: Section; answers: Record<string, unknown>; revision: number };

/** Saves one section; refused when somebody saved it after the person saw it. */
export function saveSection(
  { db, actor, now }: Scope<Recruiter>,
  id: string,
  { section, answers, revision }: SectionToSave,
) {
  return db.transaction().execute(async (trx) => {
    const current = await lockApplication(trx, id);
    if (!current || !mayApply(actor, current.organisationId)) return refuse('not_found');
    const decision = rules.save(current);
    if (!decision.ok) return decision;
    const saved = await trx
      .selectFrom('application_answer')
      .select('revision')
      .where('application_id', '=', id)
      .where('section', '=', section)
      .executeTakeFirst();
    if ((saved?.revision ?? 0) !== revision) return refuse('saved_meanwhile');
    const values = {
      answers: JSON.stringify(answers),
      revision: revision + 1,
      saved_at: now,
      saved_by: actor.accountId,
    };
    await trx
      .insertInto('application_answer')
      .values({ application_id: id, section, ...values })
      .onConflict((conflict) => conflict.columns(['application_id', 'section']).doUpdateSet(values))
      .execute();
    await recordEvent(trx, { actor, now, ...about(current) }, 'application.section_saved', { section });
    return ok({ revision: revision + 1 });
  });
}

/** Attaches a stored scan of a licence. */
export function attachLicence({ db, actor, now }: Scope<Recruiter>, id: string, file: StoredFile) {
  return db.transaction().execute(async (trx) => {
    const current = await lockApplication(trx, id);
    if (!current || !mayApply(actor, current.organisationId)) return refuse('not_found');
    const decision = rules.save(current);
    if (!decision.ok) return decision;
    const { key, filename, mediaType, bytes, sha256 } = file;
    const { id: documentId } = await trx
      .insertInto('application_document')
      .values({
        application_id: id,
        kind: 'licence',
        filename,
        media_type: mediaType,
        bytes,
        sha256,
        storage_key: key,
        uploaded_at: now,
        uploaded_by: actor.accountId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordEvent(trx, { actor, now, ...about(current) }, 'application.document_attached', {
      documentId,
    });
    return ok({ documentId });
  });
}

/** Sends the application with a copy in words that stands for good; from deferred it goes back to its review. */
export function submitApplication({ db, actor, now }: Scope<Recruiter>, id: string) {
  return db.transaction().execute(async (trx) => {
    const current = await lockApplication(trx, id);
    if (!current || !mayApply(actor, current.organisationId)) return refuse('not_found');
    const [contents, clocks] = [await contentsOf(trx, id), await clocksOf(trx, current.schemeVersionId)];
    const decision = rules.submit(current, contents, dayOf(now), clocks);
    if (!decision.ok) return decision;
    const answers = await wholeAnswersOf(trx, id);
    if (!answers) return refuse('sections_missing');

    const version = await freezeCopy(trx, { id, answers, now });
    const next = decision.value;
    await trx
      .updateTable('application')
      .set({
        state: next.state,
        ...scopeOf(answers),
        ...(next.state === 'submitted' && { submitted_at: now }),
        ...(next.state === 'under_review' && { review_due_on: next.reviewDueOn, answer_by: null }),
      })
      .where('id', '=', id)
      .execute();
    await recordEvent(trx, { actor, now, ...about(current) }, 'application.submitted', { version });
    return decision;
  });
}

async function contentsOf(db: Kysely<Database>, id: string): Promise<rules.Contents> {
  const answers = await answersOf(db, id);
  const { scans } = await db
    .selectFrom('application_document')
    .select(({ fn }) => fn.countAll<number>().as('scans'))
    .where('application_id', '=', id)
    .where('kind', '=', 'licence')
    .executeTakeFirstOrThrow();
  return {
    saved: sections.filter((section) => answers[section] !== undefined),
    licenceScans: scans,
    licencesUntil: answers.licences?.licences.map(({ validUntil }) => validUntil) ?? [],
  };
}

async function freezeCopy(
  trx: Transaction<Database>,
  { id, answers, now }: { id: string; answers: Answers; now: Date },
) {
  const { version } = await trx
    .selectFrom('application_copy')
    .select(({ fn }) => fn.countAll<number>().as('version'))
    .where('application_id', '=', id)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('application_copy')
    .values({
      application_id: id,
      version: version + 1,
      language: 'en',
      copy: JSON.stringify(copyOf(answers)),
      submitted_at: now,
    })
    .execute();
  return version + 1;
}

/** What the certificate will cover, apart from the answers: lists search by it. */
const scopeOf = ({ corridors: { corridors, sectors, offices } }: Answers) => ({
  corridors: corridors.map(({ origin, destination }) => `${origin}-${destination}`),
  sectors,
  offices,
});

/** The applicant leaves; a listed recruiter is taken off the register. */
export function withdrawApplication({ db, actor, now }: Scope<Recruiter>, id: string) {
  return db.transaction().execute(async (trx) => {
    const current = await lockApplication(trx, id);
    if (!current || !mayApply(actor, current.organisationId)) return refuse('not_found');
    const decision = rules.withdraw(current, await isDecided(trx, id));
    if (!decision.ok) return decision;
    await trx
      .updateTable('application')
      .set({ state: 'withdrawn', ended_at: now })
      .where('id', '=', id)
      .execute();
    await delist(trx, current, now);
    await recordEvent(trx, { actor, now, ...about(current) }, 'application.withdrawn', {});
    return decision;
  });
}

/** Asked after the application is held: its state follows the panel's decision a moment later. */
const isDecided = async (trx: Transaction<Database>, id: string) =>
  (await trx
    .selectFrom('certification_decision')
    .select('id')
    .where('application_id', '=', id)
    .where('round', '>', ({ selectFrom }) =>
      selectFrom('application_appeal')
        .select(({ fn }) => fn.countAll<number>().as('upheld'))
        .where('application_id', '=', id)
        .where('against', '=', 'refused')
        .where('outcome', '=', 'upheld'),
    )
    .executeTakeFirst()) !== undefined;

/** Takes an applicant off the register; one that holds a certificate stays on it. */
export const delist = (trx: Transaction<Database>, { id }: Pick<Application, 'id'>, now: Date) =>
  trx
    .updateTable('registration')
    .set({ delisted_on: dayOf(now) })
    .where('application_id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('certificate')
            .select('id')
            .whereRef('certificate.organisation_id', '=', 'registration.organisation_id'),
        ),
      ),
    )
    .execute();
