import { dayOf } from '#app/platform/calendar.ts';
import { refuse } from '#app/platform/result.ts';
import { readSentFile } from '#app/platform/tables/sent-file.server.ts';
import { readWorkbook } from '#app/questionnaire/workbook/read.server.ts';
import { writeWorkbook } from '#app/questionnaire/workbook/write.server.ts';

import type { MappingLanguage } from '../model.ts';
import { answersSeen, standingOf, valuesOf } from './answers.server.ts';
import { saveAnswers, type Answering } from './commands.server.ts';
import * as rules from './rules.ts';
import type { Visit } from './visit.server.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The answer as a workbook to fill in, with everything as it stands; a colleague has pages alone. */
export async function findWorkbook({ db }: Answering, visit: Visit, language: MappingLanguage) {
  if (visit.hand || visit.responseId === null || !rules.save(visit).ok) return undefined;
  const standing = await standingOf(db, visit.responseId);
  const content = await writeWorkbook({
    ...{ questionnaire: visit.questionnaire, answers: valuesOf(standing), language },
    seen: Object.fromEntries(Object.entries(standing).map(([name, { revision }]) => [name, revision])),
    about: visit.responseId,
  });
  return { content, filename: `${visit.questionnaire.name}.xlsx`, mediaType };
}

const refusals: Record<string, string> = {
  workbook_other_version: 'another_version',
  workbook_of_another: 'another_version',
  already_sent: 'already_sent',
  closed: 'closed',
};

/**
 * Saves what a filled workbook says. 400: the file, or some of its cells, cannot be taken; 409: a colleague was faster, and
 * what they answered stands.
 */
export async function receiveWorkbook(scope: Answering, visit: Visit, request: Request) {
  const sent = await readSentFile(request, 'workbook');
  const outcome = sent.ok ? await take(scope, visit, sent.value.content) : sent;
  if (!outcome.ok) {
    const refusal = refusals[outcome.refusal] ?? 'unreadable';
    return {
      status: refusal === 'already_sent' || refusal === 'closed' ? 409 : 400,
      refusal,
      report: undefined,
    };
  }
  const { conflicts, problems } = outcome.value;
  const status = conflicts.length > 0 ? 409 : problems.length > 0 ? 400 : 200;
  return { status, refusal: undefined, report: outcome.value };
}

async function take(scope: Answering, visit: Visit, content: Buffer) {
  const { responseId, questionnaire } = visit;
  if (visit.hand || responseId === null) return refuse('not_yours');
  const open = rules.save(visit);
  if (!open.ok) return open;
  const before = (seen: Record<string, number>) => answersSeen(scope.db, responseId, seen);
  const today = dayOf(scope.now);
  const read = await readWorkbook({ questionnaire, content, today, about: responseId, before });
  if (!read.ok) return read;
  const { answers, seen, problems, places } = read.value;
  const saved = await saveAnswers(scope, visit, { answers, seen });
  if (!saved.ok) return saved;
  const conflicts = saved.value.conflicts.map(({ question }) => ({
    ...(places[question] ?? { sheet: '', cell: '' }),
    reason: '',
  }));
  return { ok: true as const, value: { taken: saved.value.written.length, problems, conflicts } };
}
