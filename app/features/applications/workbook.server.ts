import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import { readSentFile } from '#app/platform/tables/sent-file.server.ts';
import { answerInWords } from '#app/questionnaire/copy.ts';
import type { Questionnaire } from '#app/questionnaire/definition.ts';
import { entriesOf } from '#app/questionnaire/entries.ts';
import { same } from '#app/questionnaire/merge.ts';
import { readWorkbook, type WorkbookAnswers } from '#app/questionnaire/workbook/read.server.ts';
import { writeWorkbook } from '#app/questionnaire/workbook/write.server.ts';
import { inLanguage } from '#app/questionnaire/words.ts';
import type { Database } from '#db/client.server.ts';

import { about } from './commands.server.ts';
import { findOwnApplication } from './queries.server.ts';
import { save } from './rules.ts';
import { answeredAloneSince, answersSeen, standingOf, valuesOf } from './sections/answers.server.ts';
import { saveAnswers, type Conflict } from './sections/commands.server.ts';
import { boundTo, questionnaireOf } from './sections/questionnaire.server.ts';

const language = 'en';
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The own application as a workbook to fill in, with every answer as it stands. */
export async function findOwnWorkbook(scope: Scope<Recruiter>) {
  const application = await findOwnApplication(scope);
  if (!application) return undefined;
  const [standing, bound] = await Promise.all([
    standingOf(scope.db, application.id),
    boundTo(scope.db, application.id),
  ]);
  const content = await writeWorkbook({
    questionnaire: await questionnaireOf(scope.db, bound),
    answers: valuesOf(standing),
    language,
    seen: Object.fromEntries(Object.entries(standing).map(([name, { revision }]) => [name, revision])),
    about: application.id,
  });
  return { content, filename: `${application.reference} application.xlsx`, mediaType };
}

/** Whether the own application still takes answers. */
export async function findOwnWorkbookPage(scope: Scope<Recruiter>) {
  const application = await findOwnApplication(scope);
  return application && { reference: application.reference, open: save(application).ok };
}

export type TakenConflict = {
  section: string;
  question: string;
  sheet: string;
  cell: string;
  mine: string;
  theirs: string;
  by: string;
  at: string;
};

/**
 * Saves what a filled workbook of the own application says. Answers a colleague gave since it was downloaded stay, and
 * come back beside those of the workbook; cells that cannot be taken come back with their reasons.
 */
export async function takeWorkbook(scope: Scope<Recruiter>, content: Buffer) {
  const application = await findOwnApplication(scope);
  if (!application) return refuse('not_found');
  // Asked before the work of reading, and again when it is saved.
  if (!save(application).ok) return refuse('already_sent');
  const questionnaire = await questionnaireOf(scope.db, await boundTo(scope.db, application.id));
  const today = dayOf(scope.now);
  const before = (seen: Record<string, number>) => answersSeen(scope.db, application.id, seen);
  const read = await readWorkbook({ questionnaire, content, today, about: application.id, before });
  if (!read.ok) return read;

  const { answers, problems, places } = read.value;
  const seen = await knownTo(scope, application.id, read.value);
  const record = async (trx: Transaction<Database>, taken: number) => {
    const fact = { ...about(application), actor: scope.actor, now: scope.now };
    await recordEvent(trx, fact, 'application.workbook_taken', { taken, refused: problems.length });
  };
  const saved = await saveAnswers(scope, application.id, { answers, seen }, record);
  if (!saved.ok) return saved;
  const conflicts = saved.value.conflicts.map((conflict) => inWords(conflict, questionnaire, places));
  return ok({ taken: saved.value.written.length, problems, conflicts });
}

/**
 * Whoever corrects a workbook and uploads it again has seen what their own first upload saved: what they changed since
 * the download takes the place of it, and what they did not touch stays as it stands.
 */
async function knownTo(
  { db, actor }: Scope<Recruiter>,
  id: string,
  { answers, seen }: WorkbookAnswers,
): Promise<Record<string, number>> {
  const [before, standing, alone] = await Promise.all([
    answersSeen(db, id, seen),
    standingOf(db, id),
    answeredAloneSince(db, id, { seen, accountId: actor.accountId }),
  ]);
  const own = Object.entries(standing)
    .filter(([name]) => alone.has(name) && !same(answers[name], before[name]))
    .map(([name, { revision }]): [string, number] => [name, revision]);
  return { ...seen, ...Object.fromEntries(own) };
}

function inWords(
  { question, mine, theirs, by, at }: Conflict,
  questionnaire: Questionnaire,
  places: WorkbookAnswers['places'],
): TakenConflict {
  const entry = entriesOf(questionnaire).get(question);
  const { sheet = '', cell = '' } = places[question] ?? {};
  const words = (answer: typeof mine) =>
    entry ? answerInWords(questionnaire, entry.question, answer, language) : '';
  return {
    section: entry?.section.name ?? '',
    question: entry ? inLanguage(entry.question.label, language) : question,
    ...{ sheet, cell, by, at },
    ...{ mine: words(mine), theirs: words(theirs) },
  };
}

/** A workbook as it is uploaded. 400: the file or some of its cells cannot be taken; 409: a colleague was faster. */
export async function receiveWorkbook(scope: Scope<Recruiter>, request: Request) {
  const sent = await readSentFile(request, 'workbook');
  const outcome = sent.ok ? await takeWorkbook(scope, sent.value.content) : sent;
  if (!outcome.ok) {
    if (outcome.refusal === 'not_found') throw new Response('Not found', { status: 404 });
    const status = outcome.refusal === 'already_sent' ? 409 : 400;
    return { status, refusal: outcome.refusal, report: undefined };
  }
  const { conflicts, problems } = outcome.value;
  const status = conflicts.length > 0 ? 409 : problems.length > 0 ? 400 : 200;
  return { status, refusal: undefined, report: outcome.value };
}
