import { expect, test } from 'vitest';

import type { Question, Questionnaire } from './definition.ts';
import { example } from './example.ts';
import { questionnaireShape } from './shape.ts';

const withQuestions = (...questions: Question[]): Questionnaire => ({
  ...example,
  sections: [{ name: 'only', title: { en: 'Only' }, questions }],
});
const messagesOf = (questionnaire: unknown) =>
  questionnaireShape.safeParse(questionnaire).error?.issues.map(({ message }) => message) ?? [];

const label = { en: 'A question' };
const text = (name: string, more: Partial<Question> = {}): Question => ({
  name,
  type: 'text',
  label,
  ...more,
});

test('the example is a questionnaire, also after a journey as JSON', () => {
  expect(questionnaireShape.parse(JSON.parse(JSON.stringify(example)))).toEqual(example);
});

test.each<[string, Questionnaire, string]>([
  ['a name twice', withQuestions(text('one'), text('one')), 'Question one is there twice'],
  [
    'a column called as a question',
    withQuestions(text('one'), { name: 'all', type: 'rows', label, noun: label, columns: [text('one')] }),
    'Question one is there twice',
  ],
  ['an id of another version', { ...example, version: 2 }, 'The id must be example-2, not example-1'],
  ['no English first', { ...example, languages: ['ne', 'en'] }, 'English comes first among the languages'],
  [
    'a language it does not know of',
    withQuestions(text('one', { label: { en: 'One', fr: 'Un' } })),
    'one speaks fr, which is not among the languages',
  ],
  [
    'a list that is not there',
    withQuestions({ name: 'one', type: 'choice', label, list: 'planets' }),
    'one asks to choose from planets, which is not there',
  ],
  [
    'no list',
    withQuestions({ name: 'one', type: 'choices', label }),
    'one asks to choose from no list, which is not there',
  ],
  [
    'a list for nothing',
    withQuestions(text('one', { list: 'ways' })),
    'one has a list, but nothing is chosen',
  ],
  [
    'rows of nothing',
    withQuestions({ name: 'one', type: 'rows', label, noun: label }),
    'one has rows without columns',
  ],
  [
    'rows without a noun',
    withQuestions({ name: 'one', type: 'rows', label, columns: [text('two')] }),
    'one does not say what one row is called',
  ],
  [
    'columns of no rows',
    withQuestions(text('one', { columns: [text('two')] })),
    'one has columns, but no rows',
  ],
  [
    'a kind of a number',
    withQuestions({ name: 'one', type: 'integer', label, kind: 'email' }),
    'one is no text, so it has neither kind nor Latin letters',
  ],
  [
    'a condition nobody can read',
    withQuestions(text('one', { relevant: 'maybe(1)' })),
    'one, relevant: Expected a known function, not “maybe” at character 1 of maybe(1)',
  ],
  [
    'a condition about nobody',
    withQuestions(text('one', { required: "${two} = 'x'" })),
    'one, required: nothing is called two',
  ],
  [
    'a condition about itself',
    withQuestions(text('one', { relevant: ". = 'x'" })),
    'one, relevant: a point has no answer to stand for',
  ],
  [
    'Latin letters nowhere',
    withQuestions(text('one', { latin: 'two' })),
    'one: two is no text beside it that could hold Latin letters',
  ],
  [
    'conditions in a circle',
    withQuestions(text('one', { relevant: "${two} != ''" }), text('two', { relevant: "${one} != ''" })),
    'two is asked only if it was answered: conditions lead in a circle',
  ],
])('%s is refused in words', (_what, questionnaire, message) => {
  expect(messagesOf(questionnaire)).toContain(message);
});

test('words without English, names with spaces and rows in rows are refused', () => {
  expect(messagesOf({ ...example, title: { ne: 'उदाहरण' } })).not.toEqual([]);
  expect(messagesOf(withQuestions(text('One name')))).toContain(
    'A name begins with a small letter and has small letters, digits and _ only',
  );
  const rows: Question = { name: 'all', type: 'rows', label, noun: label, columns: [text('one')] };
  expect(messagesOf(withQuestions({ ...rows, name: 'more', columns: [rows] }))).toContain(
    'Rows hold no rows',
  );
});

test('the house’s lists cannot be replaced, and codes have no spaces', () => {
  const codes = [{ code: 'a b', label }];
  const messages = messagesOf({ ...example, lists: [...example.lists, { name: 'countries', codes }] });
  expect(messages).toContain('The house has a list of that name');
  expect(messages).toContain('A code has no spaces');
});
