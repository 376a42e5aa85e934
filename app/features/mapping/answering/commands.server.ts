import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope, Visitor } from '#app/platform/scope.ts';
import type { Answer, Answers } from '#app/questionnaire/definition.ts';
import { mergeAnswers } from '#app/questionnaire/merge.ts';
import type { Database } from '#db/client.server.ts';

import { digestOf, tokenFor } from '../links.server.ts';
import { invitationStates, type MappingLanguage } from '../model.ts';
import { answersSeen, standingOf, type StandingAnswer } from './answers.server.ts';
import type { DeclineForm, HandForm } from './forms.ts';
import * as rules from './rules.ts';
import { namesOf, type Visit } from './visit.server.ts';

/** Whoever came by a link acts without an account: the link is who they are. */
export type Answering = Scope<Visitor>;

/** What is asked of an invitation, as it stands while nobody else can change it. */
export async function lockAsked(trx: Transaction<Database>, { invitationId }: Pick<Visit, 'invitationId'>) {
  const row = await trx
    .selectFrom('mapping_invitation')
    .select(['id', 'state', 'response_id as responseId', 'campaign_id as campaignId'])
    .select(['respondent_id as respondentId', 'role', 'tier', 'due_on as dueOn', 'company_id as companyId'])
    .where('id', '=', invitationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const response = row.responseId
    ? await trx
        .selectFrom('mapping_response')
        .select('state')
        .where('id', '=', row.responseId)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  return {
    ...row,
    state: invitationStates.find((each) => each === row.state) ?? 'closed',
    sent: response?.state === 'submitted',
  };
}

/** Begins an answer in a language; who begun already goes on in the language they now chose. */
export const beginAnswer = ({ db, now }: Answering, visit: Visit, language: MappingLanguage) =>
  db.transaction().execute(async (trx) => {
    if (visit.hand) return refuse('not_yours');
    const asked = await lockAsked(trx, visit);
    const decision = rules.begin(asked);
    if (!decision.ok) return decision;
    if (asked.responseId && !asked.sent) {
      await trx
        .updateTable('mapping_response')
        .set({ language })
        .where('id', '=', asked.responseId)
        .execute();
      await opened(trx, { id: asked.id, now, responseId: asked.responseId });
      return ok({ id: asked.responseId });
    }
    const { id } = await trx
      .insertInto('mapping_response')
      .values({
        ...{ respondent_id: asked.respondentId, role: asked.role, language },
        ...{ questionnaire_version_id: visit.questionnaire.id, begun_at: now },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await opened(trx, { id: asked.id, now, responseId: id });
    return ok({ id });
  });

const opened = (
  trx: Transaction<Database>,
  { id, now, responseId }: { id: string; now: Date; responseId: string },
) =>
  trx
    .updateTable('mapping_invitation')
    .set({
      state: 'opened',
      response_id: responseId,
      opened_at: sql<Date>`coalesce(opened_at, ${now})`,
      ...{ answered_at: null, declined_at: null, decline_reason: null },
    })
    .where('id', '=', id)
    .execute();

export type AnswersToSave = {
  answers: Answers;
  /** The revision of each answer its author saw. */
  seen: Record<string, number>;
  choices?: Record<string, 'mine' | 'theirs'>;
};

export type Conflict = { question: string; mine: Answer; theirs: Answer };

/**
 * Saves answers one by one. What a colleague saved meanwhile is never overwritten unseen: it comes back as a conflict, with
 * both wordings, while everything else is saved.
 */
export const saveAnswers = ({ db, now }: Answering, visit: Visit, sent: AnswersToSave) =>
  db.transaction().execute(async (trx) => {
    const asked = await lockAsked(trx, visit);
    const decision = rules.save(asked);
    if (!decision.ok) return decision;
    if (!asksAll(visit, sent.answers)) return refuse('no_such_question');
    const id = decision.value;
    const standing = await standingOf(trx, id);
    const mine = Object.fromEntries(
      Object.entries(sent.answers).filter(([question]) => sent.choices?.[question] !== 'theirs'),
    );
    const base = await answersSeen(trx, id, sent.seen);
    const { write, conflicts } = mergeAnswers({ mine, seen: sent.seen, base, standing });
    await writeAnswers(trx, { id, write, standing, now, handId: visit.hand?.id ?? null });
    const revisions = { ...sent.seen };
    for (const question of Object.keys(write)) revisions[question] = (standing[question]?.revision ?? 0) + 1;
    for (const { question } of conflicts) revisions[question] = standing[question]?.revision ?? 0;
    return ok({ written: Object.keys(write), conflicts: conflicts satisfies Conflict[], revisions });
  });

/** Sections somebody came for: all, or those handed to them. */
export const sectionsOf = ({ questionnaire, hand }: Visit) =>
  questionnaire.sections.filter(({ name }) => hand === null || hand.sections.includes(name));

const asksAll = (visit: Visit, answers: Answers) => {
  const asked = new Set(sectionsOf(visit).flatMap(({ questions }) => questions.map(({ name }) => name)));
  return Object.keys(answers).every((question) => asked.has(question));
};

type Writing = {
  id: string;
  write: Answers;
  standing: Record<string, StandingAnswer>;
  now: Date;
  handId: string | null;
};

export async function writeAnswers(
  trx: Transaction<Database>,
  { id, write, standing, now, handId }: Writing,
) {
  const rows = Object.entries(write).map(([question, value]) => ({
    ...{ response_id: id, question, value: JSON.stringify(value) },
    ...{ revision: (standing[question]?.revision ?? 0) + 1, saved_at: now, hand_id: handId },
  }));
  if (rows.length === 0) return;
  await trx
    .insertInto('mapping_answer')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['response_id', 'question']).doUpdateSet(({ ref }) => ({
        value: ref('excluded.value'),
        revision: ref('excluded.revision'),
        saved_at: ref('excluded.saved_at'),
        hand_id: ref('excluded.hand_id'),
      })),
    )
    .execute();
}

const most = 20;

/** Hands sections to a colleague, who gets a link of their own by mail. */
export const handOver = ({ db, actor, now }: Answering, visit: Visit, { email, sections }: HandForm) =>
  db.transaction().execute(async (trx) => {
    if (visit.hand) return refuse('not_yours');
    const asked = await lockAsked(trx, visit);
    const decision = rules.save(asked);
    if (!decision.ok) return decision;
    const there = namesOf(visit.questionnaire).filter((name) => sections.includes(name));
    if (there.length === 0) return refuse('no_section');
    const { count } = await trx
      .selectFrom('mapping_hand')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('invitation_id', '=', asked.id)
      .executeTakeFirstOrThrow();
    if (Number(count) >= most) return refuse('too_many');
    const id = crypto.randomUUID();
    await trx
      .insertInto('mapping_hand')
      .values({
        ...{ id, invitation_id: asked.id, email, sections: there, handed_at: now },
        token_digest: digestOf(tokenFor('hand', id)),
      })
      .execute();
    await recordEvent(trx, { actor, now, subject: id }, 'mapping.handed', {});
    return ok({ id });
  });

/** A colleague's link ends; what they answered stays. */
export const endHand = ({ db, now }: Answering, visit: Visit, handId: string) =>
  db.transaction().execute(async (trx) => {
    if (visit.hand) return refuse('not_yours');
    const ended = await trx
      .updateTable('mapping_hand')
      .set({ ended_at: now })
      .where('invitation_id', '=', visit.invitationId)
      .where('id', '=', handId)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    return ended ? ok(ended) : refuse('not_found');
  });

/** Says no to a buyer, with a reason or without; a draft stays where it is, seen by nobody. */
export const decline = ({ db, actor, now }: Answering, visit: Visit, { reason }: DeclineForm) =>
  db.transaction().execute(async (trx) => {
    if (visit.hand) return refuse('not_yours');
    const asked = await lockAsked(trx, visit);
    const decision = rules.decline(asked);
    if (!decision.ok) return decision;
    await trx
      .updateTable('mapping_invitation')
      .set({ state: 'declined', declined_at: now, decline_reason: reason || null })
      .where('id', '=', asked.id)
      .execute();
    const { companyId: company } = asked;
    await recordEvent(trx, { actor, now, subject: asked.id, related: [company] }, 'mapping.declined', {});
    return ok({ id: asked.id });
  });
