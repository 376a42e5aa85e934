import { sql } from 'kysely';

import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Answers } from '#app/questionnaire/definition.ts';
import { sectionInWords } from '#app/questionnaire/copy.ts';
import { inLanguage } from '#app/questionnaire/words.ts';
import { publishedQuestionnaire } from '#app/questionnaire/versions/published.server.ts';

import { standingOf, valuesOf } from '../answering/answers.server.ts';
import { seenAnswers } from './rules.ts';

const seen = ({ db, actor }: Scope<Company>) =>
  db
    .selectFrom('seen_response as seen')
    .innerJoin('supply_party as party', 'party.id', 'seen.party_id')
    .select(['seen.share_id as shareId', 'seen.response_id as responseId', 'seen.sections', 'seen.role'])
    .select(['seen.questionnaire_version_id as bound', 'seen.submitted_at as sentAt', 'seen.language'])
    .select(['seen.campaign_id as campaignId', 'party.name as party', 'party.id as partyId'])
    .where('seen.company_id', '=', actor.organisationId);

/** What a company may read of one answer, in words and with where each stands; undefined where it may read nothing. */
export async function findSeenAnswer(scope: Scope<Company>, shareId: string) {
  const row = await seen(scope).where(isId('seen.share_id', shareId)).executeTakeFirst();
  if (!row?.responseId || !row.bound) return undefined;
  const { responseId, bound, sections, sentAt, ...answer } = row;
  const shared = sections ?? [];
  const questionnaire = await publishedQuestionnaire(scope.db, bound);
  const answers = seenAnswers(questionnaire, valuesOf(await standingOf(scope.db, responseId)), shared);
  const today = dayOf(sentAt ?? scope.now);
  const named = answers['company_name'];
  return {
    ...answer,
    sent: sentAt ? dayInWords(dayOf(sentAt)) : '',
    questionnaire: questionnaire.id,
    // Who answers may not be who was asked: both are said.
    answeredAs: typeof named === 'string' ? named : null,
    sections: questionnaire.sections
      .filter(({ name }) => shared.includes(name))
      .map(({ name, title }) => ({
        name,
        title: inLanguage(title, 'en'),
        answers: sectionInWords(questionnaire, name, answers, { language: 'en', today }),
      })),
    withheld: questionnaire.sections
      .filter(({ name }) => !shared.includes(name))
      .map(({ title }) => inLanguage(title, 'en')),
  };
}

/** Every answer a company may read, as it may read it: what risk and reports are made of. One question, however many. */
export async function listSeenAnswers(scope: Scope<Company>, campaignId?: string) {
  const rows = await seen(scope)
    .select(({ selectFrom }) =>
      selectFrom('mapping_answer as answer')
        .select(sql<Answers>`jsonb_object_agg(answer.question, answer.value)`.as('answers'))
        .whereRef('answer.response_id', '=', 'seen.response_id')
        .as('answers'),
    )
    .$if(campaignId !== undefined, (query) => query.where('seen.campaign_id', '=', campaignId ?? ''))
    .orderBy('seen.share_id')
    .execute();
  const told: SeenAnswer[] = [];
  for (const { responseId, bound, sections, role, partyId, shareId, answers } of rows) {
    if (!responseId || !bound || !role || !shareId) continue;
    const questionnaire = await publishedQuestionnaire(scope.db, bound);
    told.push({
      ...{ shareId, responseId, role, partyId },
      answers: seenAnswers(questionnaire, answers ?? {}, sections ?? []),
    });
  }
  return told;
}

export type SeenAnswer = {
  shareId: string;
  responseId: string;
  role: string;
  partyId: string;
  answers: Answers;
};
