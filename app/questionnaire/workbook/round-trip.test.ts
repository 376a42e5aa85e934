import fc from 'fast-check';
import { expect, test } from 'vitest';

import shipped from '#db/reference/questionnaires/application-1.json' with { type: 'json' };

import type { Answer, Answers, Question, Questionnaire, Row } from '../definition.ts';
import { codesOf } from '../lists.ts';
import { same } from '../merge.ts';
import { questionnaireShape } from '../shape.ts';
import definition from './awkward.json' with { type: 'json' };
import { readWorkbook } from './read.server.ts';
import { writeWorkbook } from './write.server.ts';

const application = questionnaireShape.parse(shipped);
const awkward = questionnaireShape.parse(definition);
const [language, today] = ['en', '2026-11-25'];

async function read(content: Buffer, questionnaire: Questionnaire) {
  const result = await readWorkbook({ questionnaire, content, today });
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}
const write = (answers: Answers, questionnaire: Questionnaire) =>
  writeWorkbook({ questionnaire, answers, language });

const texts = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('=', '+', '-', '@', "'", '"', '<', '&', '\t', '\n', '_x0041_', ';', ' ', ','),
      fc.constantFrom('ກ', 'ने', 'ع', 'ي', '၁', 'é', '日', '🙂'),
    ),
    minLength: 1,
    maxLength: 40,
  })
  .map((text) => text.normalize('NFC').trim())
  .filter((text) => text !== '');
const lines = fc.array(
  texts.map((text) => text.replace(/\s+/g, ' ')),
  { minLength: 1, maxLength: 4 },
);
const day = fc
  .date({ min: new Date('1850-01-01'), max: new Date('2190-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const codes = (question: Question, questionnaire: Questionnaire) =>
  codesOf(questionnaire, question.list ?? '', 'en').map(({ value }) => value);

function anyAnswer(question: Question, questionnaire: Questionnaire): fc.Arbitrary<Row[string]> {
  switch (question.type) {
    case 'integer':
      return fc.integer({ min: 0, max: 100 });
    case 'decimal':
      return fc.double({ min: 0, max: 100, noNaN: true }).map((value) => Number(value.toFixed(3)));
    case 'day':
      return day;
    case 'yes_no':
      return fc.constantFrom('yes', 'no');
    case 'tick':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...codes(question, questionnaire));
    case 'choices':
      return fc.uniqueArray(fc.constantFrom(...codes(question, questionnaire)), {
        minLength: 1,
        maxLength: 4,
      });
    case 'lines':
      return lines;
    default:
      return texts;
  }
}

const anyAnswers = (questionnaire: Questionnaire) => {
  const fields = questionnaire.sections
    .flatMap(({ questions }) => questions)
    .map((question): [string, fc.Arbitrary<Answer>] => {
      if (question.type !== 'rows') return [question.name, anyAnswer(question, questionnaire)];
      const columns = (question.columns ?? []).map(
        (own) => [own.name, anyAnswer(own, questionnaire)] as const,
      );
      const [first] = columns.map(([name]) => name);
      const row = fc.record(Object.fromEntries(columns), {
        requiredKeys: first === undefined ? [] : [first],
      });
      return [question.name, fc.array(row, { minLength: 1, maxLength: 5 })];
    });
  const given = fc.record(Object.fromEntries(fields), { requiredKeys: [] });
  return given.map((answers): Answers =>
    Object.fromEntries(
      Object.entries(answers).flatMap(([name, answer]) => (answer === undefined ? [] : [[name, answer]])),
    ),
  );
};

test('brings back whatever answers it was written with', async () => {
  await fc.assert(
    fc.asyncProperty(anyAnswers(awkward), async (answers) => {
      const { answers: back, problems } = await read(await write(answers, awkward), awkward);
      expect(problems).toEqual([]);
      expect(same(back, answers) ? answers : back).toEqual(answers);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('of the application brings back any answers and is written within a second', async () => {
  const [full = {}] = fc.sample(anyAnswers(application), { numRuns: 1, seed: 7 });
  await write(full, application);
  const before = performance.now();
  const content = await write(full, application);
  expect(performance.now() - before).toBeLessThan(1000);
  const { answers, problems } = await read(content, application);
  // Days and shares that break a condition are listed, never lost in silence.
  expect(problems.every(({ cell }) => cell !== '')).toBe(true);
  expect(Object.keys(answers).length).toBeGreaterThan(20);
});
