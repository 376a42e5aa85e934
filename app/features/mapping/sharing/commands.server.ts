import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { copyOf } from '#app/questionnaire/copy.ts';
import type { Answers, Questionnaire } from '#app/questionnaire/definition.ts';
import { problemsOf } from '#app/questionnaire/rules.ts';
import { publishedQuestionnaire } from '#app/questionnaire/versions/published.server.ts';
import type { Database } from '#db/client.server.ts';

import { standingOf, valuesOf } from '../answering/answers.server.ts';
import { lockAsked, writeAnswers, type Answering } from '../answering/commands.server.ts';
import type { ReuseForm, SendForm } from '../answering/forms.ts';
import * as answering from '../answering/rules.ts';
import { namesOf, type Visit } from '../answering/visit.server.ts';
import { languageIn } from '../model.ts';
import { inviteUpstream } from './upstream.server.ts';
import { drawStatement } from './statement.server.ts';

/** Submits an answer: it stands from now on as it is, and the buyer who asked sees the sections that were chosen. */
export const sendAnswer = (scope: Answering, visit: Visit, form: SendForm) =>
  scope.db.transaction().execute(async (trx) => {
    const { now } = scope;
    if (visit.hand) return refuse('not_yours');
    const asked = await lockAsked(trx, visit);
    const decision = answering.save(asked);
    if (!decision.ok) return decision;
    const id = decision.value;
    const answers = valuesOf(await standingOf(trx, id));
    if (problemsOf(visit.questionnaire, answers, dayOf(now)).length > 0) return refuse('not_complete');
    await keepCopies(trx, { id, questionnaire: visit.questionnaire, answers, language: visit.language, now });
    await trx
      .updateTable('mapping_response')
      .set({ state: 'submitted', submitted_at: now })
      .where('id', '=', id)
      .execute();
    await share(trx, { scope, visit, responseId: id, answers, sections: form.sections });
    return ok({ id });
  });

type Copied = { id: string; questionnaire: Questionnaire; answers: Answers; language: string; now: Date };

async function keepCopies(trx: Transaction<Database>, { id, questionnaire, answers, language, now }: Copied) {
  for (const each of new Set([language, 'en']))
    await trx
      .insertInto('mapping_copy')
      .values({
        ...{ response_id: id, language: each },
        copy: JSON.stringify(copyOf(questionnaire, answers, each, dayOf(now))),
      })
      .execute();
}

type Sharing = {
  scope: Answering;
  visit: Visit;
  responseId: string;
  answers: Answers;
  sections: readonly string[];
};

const replaceShare = (trx: Transaction<Database>, invitationId: string, now: Date) =>
  trx
    .updateTable('mapping_share')
    .set({ withdrawn_at: now, replaced: true })
    .where('invitation_id', '=', invitationId)
    .where('withdrawn_at', 'is', null)
    .execute();

/** From now on the company sees these sections. What it saw before of the same invitation is seen no more. */
async function share(trx: Transaction<Database>, { scope, visit, responseId, answers, sections }: Sharing) {
  const { actor, now } = scope;
  const all = namesOf(visit.questionnaire);
  const shown = answering.sectionsShared({ all, wanted: sections });
  await replaceShare(trx, visit.invitationId, now);
  const { id: shareId } = await trx
    .insertInto('mapping_share')
    .values({
      ...{ response_id: responseId, company_id: visit.companyId, invitation_id: visit.invitationId },
      ...{ sections: shown, given_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('mapping_invitation')
    .set({
      state: 'answered',
      answered_at: now,
      response_id: responseId,
      declined_at: null,
      decline_reason: null,
    })
    .where('id', '=', visit.invitationId)
    .execute();
  await drawStatement(trx, {
    ...{
      shareId,
      invitationId: visit.invitationId,
      companyId: visit.companyId,
      responseId,
      role: visit.role,
      partyId: visit.partyId,
    },
    ...{ party: visit.party, questionnaire: visit.questionnaire, answers, sections: shown, now },
  });
  await inviteUpstream(trx, { scope, visit, answers });
  const about = { actor, now, subject: visit.invitationId, related: [visit.companyId] };
  await recordEvent(trx, about, 'mapping.answered', {});
}

/** Gives a buyer an answer that was submitted to another: nothing is asked anew. */
export const reuseAnswer = (scope: Answering, visit: Visit, form: ReuseForm) =>
  scope.db.transaction().execute(async (trx) => {
    if (visit.hand) return refuse('not_yours');
    const asked = await lockAsked(trx, visit);
    const decision = answering.reuse({ ...asked, shared: await isShared(trx, asked.id) });
    if (!decision.ok) return decision;
    const own = await trx
      .selectFrom('mapping_response')
      .select(['id', 'questionnaire_version_id as bound'])
      .where(isId('id', form.response))
      .where('respondent_id', '=', asked.respondentId)
      .where('role', '=', asked.role)
      .where('state', '=', 'submitted')
      .executeTakeFirst();
    if (!own) return refuse('not_found');
    if (asked.state !== 'opened') await openFor(trx, visit.invitationId, scope.now);
    const questionnaire = await publishedQuestionnaire(trx, own.bound);
    const answers = valuesOf(await standingOf(trx, own.id));
    const { sections } = form;
    await share(trx, { scope, visit: { ...visit, questionnaire }, responseId: own.id, answers, sections });
    return ok({ id: own.id });
  });

async function isShared(trx: Transaction<Database>, invitationId: string) {
  const share = await trx
    .selectFrom('mapping_share')
    .select('id')
    .where('invitation_id', '=', invitationId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return share !== undefined;
}

const openFor = (trx: Transaction<Database>, id: string, now: Date) =>
  trx
    .updateTable('mapping_invitation')
    .set({
      state: 'opened',
      opened_at: sql<Date>`coalesce(opened_at, ${now})`,
      ...{ answered_at: null, declined_at: null, decline_reason: null },
    })
    .where('id', '=', id)
    .execute();

/** Takes an answer back from one buyer: at once it is in no view of that buyer's, nor in what is made of it later. */
export const withdrawShare = ({ db, actor, now }: Answering, visit: Visit) =>
  db.transaction().execute(async (trx) => {
    if (visit.hand) return refuse('not_yours');
    await lockAsked(trx, visit);
    const taken = await trx
      .updateTable('mapping_share')
      .set({ withdrawn_at: now })
      .where('invitation_id', '=', visit.invitationId)
      .where('withdrawn_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!taken) return refuse('not_shared');
    const about = { actor, now, subject: visit.invitationId, related: [visit.companyId] };
    await recordEvent(trx, about, 'mapping.share_withdrawn', {});
    return ok({ id: visit.invitationId });
  });

/** Begins a correction: another answer, with what stood in the one that was sent. That one stays shared until then. */
export const correctAnswer = ({ db, now }: Answering, visit: Visit) =>
  db.transaction().execute(async (trx) => {
    if (visit.hand) return refuse('not_yours');
    const asked = await lockAsked(trx, visit);
    const decision = answering.correct(asked);
    if (!decision.ok) return decision;
    const { id } = await trx
      .insertInto('mapping_response')
      .values({
        ...{ respondent_id: asked.respondentId, role: asked.role, language: languageIn(visit.language) },
        ...{ questionnaire_version_id: visit.questionnaire.id, begun_at: now },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const write = valuesOf(await standingOf(trx, decision.value));
    await writeAnswers(trx, { id, write, standing: {}, now, handId: null });
    await trx
      .updateTable('mapping_invitation')
      .set({ state: 'opened', answered_at: null, response_id: id })
      .where('id', '=', asked.id)
      .execute();
    return ok({ id });
  });
