import { dayOf } from '#app/platform/calendar.ts';
import { sectionInWords } from '#app/questionnaire/copy.ts';
import type { QuestionnaireSection } from '#app/questionnaire/definition.ts';
import { readSection } from '#app/questionnaire/form.server.ts';
import { completeSections, problemsOf, shownIn } from '#app/questionnaire/rules.ts';
import { inLanguage } from '#app/questionnaire/words.ts';
import { dayIn } from '#app/questionnaire/words/said.ts';

import type { MappingLanguage } from '../model.ts';
import { standingOf, valuesOf, type StandingAnswer } from './answers.server.ts';
import { saveAnswers, sectionsOf, type Answering } from './commands.server.ts';
import * as rules from './rules.ts';
import type { Visit } from './visit.server.ts';

/** Who reads: the language of the address. */
type Reading = { visit: Visit; language: MappingLanguage };

const answersOf = async (
  { db }: Answering,
  { responseId }: Visit,
): Promise<Record<string, StandingAnswer>> => (responseId === null ? {} : standingOf(db, responseId));

/** Where a respondent stands: who asks, what is done, what can be done next. */
export async function findOverview(scope: Answering, { visit, language }: Reading) {
  const { db } = scope;
  const answers = valuesOf(await answersOf(scope, visit));
  const done = completeSections(visit.questionnaire, answers, dayOf(scope.now));
  const [hands, share, earlier] = await Promise.all([
    db
      .selectFrom('mapping_hand')
      .select(['id', 'email', 'sections'])
      .where('invitation_id', '=', visit.invitationId)
      .where('ended_at', 'is', null)
      .orderBy('handed_at')
      .execute(),
    db
      .selectFrom('mapping_share')
      .select(['sections', 'withdrawn_at as withdrawnAt', 'replaced'])
      .where('invitation_id', '=', visit.invitationId)
      .orderBy('given_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
    listEarlier(scope, { visit, language }),
  ]);
  const titleOf = (name: string) => titleIn(visit, name, language);
  return {
    ...{ company: visit.company, party: visit.party, message: visit.message, state: visit.state },
    due: dayIn(visit.dueOn, language),
    ...{ begun: visit.responseId !== null, sent: visit.sent, handed: visit.hand !== null },
    sections: sectionsOf(visit).map(({ name }) => ({
      name,
      title: titleOf(name),
      done: done.includes(name),
    })),
    hands: visit.hand
      ? []
      : hands.map(({ sections, ...hand }) => ({ ...hand, titles: sections.map(titleOf) })),
    seen: share && !share.withdrawnAt ? share.sections.map(titleOf) : undefined,
    withdrawn: Boolean(share?.withdrawnAt) && share?.replaced === false,
    earlier: visit.hand ? 0 : earlier.length,
  };
}

const titleIn = ({ questionnaire }: Visit, name: string, language: string) => {
  const section = questionnaire.sections.find((each) => each.name === name);
  return section ? inLanguage(section.title, language) : name;
};

/** What the same respondent has submitted in the same role: it may be given to this buyer as well. */
export async function listEarlier({ db }: Answering, { visit, language }: Reading) {
  const rows = await db
    .selectFrom('mapping_response as response')
    .leftJoin('mapping_answer as named', (join) =>
      join.onRef('named.response_id', '=', 'response.id').on('named.question', '=', 'company_name'),
    )
    .select(['response.id', 'response.submitted_at as sentAt', 'named.value as name'])
    .where('respondent_id', '=', visit.respondentId)
    .where('role', '=', visit.role)
    .where('state', '=', 'submitted')
    .orderBy('submitted_at', 'desc')
    .limit(20)
    .execute();
  return rows.map(({ id, sentAt, name }) => ({
    id,
    name: typeof name === 'string' ? name : '',
    sent: sentAt ? dayIn(dayOf(sentAt), language) : '',
  }));
}

/** One section as its page shows it; undefined where there is none, or it is not theirs. */
export async function findSection(scope: Answering, { visit, language }: Reading, name: string) {
  const sections = sectionsOf(visit);
  const section = sections.find((each) => each.name === name);
  if (!section || visit.responseId === null) return undefined;
  const today = dayOf(scope.now);
  const standing = await answersOf(scope, visit);
  const answers = valuesOf(standing);
  return {
    company: visit.company,
    section: name,
    place: sections.indexOf(section),
    count: sections.length,
    questionnaire: visit.questionnaire,
    answers,
    open: rules.save(visit).ok,
    shown: shownIn(visit.questionnaire, name, answers, today),
    seen: Object.fromEntries(
      section.questions.flatMap((question) => {
        const answer = standing[question.name];
        return answer ? [[question.name, answer.revision]] : [];
      }),
    ),
    reading: sectionInWords(visit.questionnaire, name, answers, { language, today }),
  };
}

/** The page after a section: the next one of theirs, or where they stand. */
export function pageAfter(visit: Visit, name: string) {
  const sections = sectionsOf(visit);
  const next: QuestionnaireSection | undefined =
    sections[sections.findIndex((each) => each.name === name) + 1];
  return next ? `/sections/${next.name}` : '';
}

/** Reads one section's form and saves what can be read of it; undefined where it is not theirs. */
export async function saveSection(
  scope: Answering,
  { visit, language }: Reading,
  { name, request }: { name: string; request: Request },
) {
  const section = sectionsOf(visit).find((each) => each.name === name);
  if (!section) return undefined;
  const answers = valuesOf(await answersOf(scope, visit));
  const { questionnaire } = visit;
  const form = await readSection(request, {
    questionnaire,
    section,
    answers,
    today: dayOf(scope.now),
    language,
  });
  if (form.intent) return { ...form, outcome: undefined };
  return { ...form, outcome: await saveAnswers(scope, visit, form) };
}

/** Everything as it would be sent, with what is left. */
export async function findSendPage(scope: Answering, { visit, language }: Reading) {
  if (visit.hand || visit.responseId === null) return undefined;
  const today = dayOf(scope.now);
  const answers = valuesOf(await answersOf(scope, visit));
  const problems = problemsOf(visit.questionnaire, answers, today, language);
  return {
    company: visit.company,
    open: rules.save(visit).ok,
    sections: visit.questionnaire.sections.map(({ name, title }) => ({
      name,
      title: inLanguage(title, language),
      answers: sectionInWords(visit.questionnaire, name, answers, { language, today }),
      left: problems.filter(({ section }) => section === name).map(({ message }) => message),
    })),
  };
}
