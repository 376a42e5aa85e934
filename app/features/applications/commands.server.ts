import type { Kysely, Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import { copyOf } from '#app/questionnaire/copy.ts';
import type { Answers, Questionnaire } from '#app/questionnaire/definition.ts';
import { completeSections } from '#app/questionnaire/rules.ts';
import type { Database } from '#db/client.server.ts';

import { endedStates, type Application } from './model.ts';
import { mayApply } from './policy.ts';
import { clocksOf, lockApplication } from './queries.server.ts';
import { mayReapply } from './reentry.server.ts';
import { answersOf, factsOf } from './sections/answers.server.ts';
import { listScans } from './sections/queries.server.ts';
import { recordsOf, withRecords, type Records } from './sections/records.server.ts';
import { boundTo, publishCurrent, questionnaireOf } from './sections/questionnaire.server.ts';
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
    const may = await mayReapply(trx, organisationId, dayOf(now));
    if (!may.ok) return may;
    const version = await trx
      .selectFrom('scheme_version')
      .select('id')
      .where('published_at', 'is not', null)
      .orderBy('published_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const values = {
      ...{ organisation_id: organisationId, scheme_version_id: version.id, state: 'draft' },
      questionnaire_version_id: await publishCurrent(trx, now),
      ...{ started_at: now, started_by: accountId },
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

/** Sends the application with a copy in words that stands for good; from deferred it goes back to its review. */
export function submitApplication({ db, actor, now }: Scope<Recruiter>, id: string) {
  return db.transaction().execute(async (trx) => {
    const current = await lockApplication(trx, id);
    if (!current || !mayApply(actor, current.organisationId)) return refuse('not_found');
    const may = await mayReapply(trx, current.organisationId, dayOf(now));
    if (!may.ok) return may;
    const bound = (await boundTo(trx, id)) ?? (await publishCurrent(trx, now));
    const questionnaire = await questionnaireOf(trx, bound);
    const answers = await answersOf(trx, id);
    const records = await recordsOf(trx, current.organisationId);
    const asked = { id, questionnaire, answers, records, today: dayOf(now) };
    const [contents, clocks] = [await contentsOf(trx, asked), await clocksOf(trx, current.schemeVersionId)];
    const decision = rules.submit(current, contents, dayOf(now), clocks);
    if (!decision.ok) return decision;

    const version = await freezeCopy(trx, asked, now);
    const next = decision.value;
    const { corridors, sectors, offices } = factsOf(answers);
    await trx
      .updateTable('application')
      .set({
        state: next.state,
        questionnaire_version_id: bound,
        ...{ corridors, sectors, offices },
        ...(next.state === 'submitted' && { submitted_at: now }),
        ...(next.state === 'under_review' && { review_due_on: next.reviewDueOn, answer_by: null }),
      })
      .where('id', '=', id)
      .execute();
    await recordEvent(trx, { actor, now, ...about(current) }, 'application.submitted', { version });
    return decision;
  });
}

type Asked = {
  id: string;
  questionnaire: Questionnaire;
  answers: Answers;
  records: Records;
  today: Day;
};

async function contentsOf(
  db: Kysely<Database>,
  { id, questionnaire, answers, records, today }: Asked,
): Promise<rules.Contents> {
  const scans = await listScans(db, id);
  return {
    complete: completeSections(questionnaire, answers, today),
    licenceScans: scans.filter(({ scan }) => scan === 'clean' || scan === 'unscanned').length,
    scansWaiting: scans.filter(({ scan }) => scan === 'quarantined').length,
    licencesUntil: factsOf(answers).licences.map(({ validUntil }) => validUntil),
    says: {
      agents: answers['uses_agents'],
      partners: answers['uses_partners'],
      others: answers['uses_others'],
    },
    partnerKinds: records.partners.map(({ kind }) => kind),
    selfAssessed: records.selfAssessment !== undefined,
  };
}

async function freezeCopy(
  trx: Transaction<Database>,
  { id, questionnaire, answers, records, today }: Asked,
  now: Date,
) {
  const { version } = await trx
    .selectFrom('application_copy')
    .select(({ fn }) => fn.countAll<number>().as('version'))
    .where('application_id', '=', id)
    .executeTakeFirstOrThrow();
  const language = 'en';
  await trx
    .insertInto('application_copy')
    .values({
      application_id: id,
      version: version + 1,
      language,
      questionnaire_version_id: questionnaire.id,
      copy: JSON.stringify(withRecords(copyOf(questionnaire, answers, language, today), records)),
      submitted_at: now,
    })
    .execute();
  return version + 1;
}

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
    .where('outcome', '<>', 'returned')
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
