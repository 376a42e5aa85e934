import shipped from '#db/reference/questionnaires/application-1.json' with { type: 'json' };
import type { Answer, Answers, Question } from '#app/questionnaire/definition.ts';
import { codesOf } from '#app/questionnaire/lists.ts';
import { questionnaireShape } from '#app/questionnaire/shape.ts';
import { readWorkbook } from '#app/questionnaire/workbook/read.server.ts';
import { writeWorkbook } from '#app/questionnaire/workbook/write.server.ts';

/** How long a full application takes to be written as a workbook, and to be read, against the second it may take. */
export type Workbooks = { kilobytes: number; writeMs: number; readMs: number; ofLimit: number };

const limitMs = 1000;
const turns = 10;
const fullRows = 60;

export async function workbooks(): Promise<Workbooks> {
  const questionnaire = questionnaireShape.parse(shipped);
  const questions = questionnaire.sections.flatMap((section) => section.questions);
  const answerOf = ({ type, list, columns = [], most = fullRows }: Question): Answer => {
    if (type === 'rows') {
      const row = Object.fromEntries(columns.map((column) => [column.name, plain(answerOf(column))]));
      return Array.from({ length: Math.min(most, fullRows) }, () => row);
    }
    const codes = codesOf(questionnaire, list ?? '', 'en').map(({ value }) => value);
    if (type === 'choice') return codes[0] ?? null;
    if (type === 'choices') return codes.slice(0, 10);
    return samples[type];
  };
  const answers: Answers = Object.fromEntries(questions.map((each) => [each.name, answerOf(each)]));

  const write = await timed(() => writeWorkbook({ questionnaire, answers, language: 'en' }));
  const { last: content } = write;
  const read = await timed(() => readWorkbook({ questionnaire, content, today: '2026-11-25' }));
  if (!read.last.ok) throw new Error(`The workbook was refused: ${read.last.refusal}`);
  return {
    kilobytes: Math.round(content.length / 1000),
    writeMs: write.slowest,
    readMs: read.slowest,
    ofLimit: write.slowest / limitMs,
  };
}

const samples = {
  text: 'Department of Foreign Employment',
  long_text: 'A long answer. '.repeat(100),
  lines: ['Mason', 'Cook', 'Welder'],
  integer: 12,
  decimal: 12.5,
  day: '2026-06-30',
  yes_no: 'yes',
  tick: true,
};

/** A cell of a row: rows stand in no rows. */
const plain = (answer: Answer) =>
  Array.isArray(answer) ? answer.filter((each) => typeof each === 'string') : answer;

/** The slowest of some turns, the first left out: it finds the house cold. */
async function timed<T>(work: () => Promise<T>) {
  let last = await work();
  let slowest = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const begun = performance.now();
    last = await work();
    slowest = Math.max(slowest, performance.now() - begun);
  }
  return { last, slowest };
}
