import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { copyOf } from './copy.ts';
import type { Answer, Answers, Questionnaire, QuestionnaireSection } from './definition.ts';
import { example } from './example.ts';
import {
  completeSections,
  dependsOn,
  isEmpty,
  isRelevant,
  problemsIn,
  problemsOf,
  shownIn,
} from './rules.ts';

const today = '2026-11-25';
const reader = { today, language: 'en' };
const identity: Answers = { name_local: 'हिमाल', country: 'NP', uses_agents: 'no' };
const agent = { agent_name: 'Hari', licensed: 'no', workers: 4 };
const whole: Answers = { ...identity, ways: ['card'], truth: true };
const paths = (answers: Answers) => problemsOf(example, answers, today).map(({ path }) => path);
const messageOf = (answers: Answers, path: string) =>
  problemsOf(example, answers, today).find((problem) => problem.path === path)?.message;

test('what must be answered is named in the order of the questions', () => {
  expect(problemsOf(example, {}, today)).toEqual([
    { section: 'identity', question: 'name_local', path: 'name_local', message: 'Enter an answer to “Name”' },
    { section: 'identity', question: 'country', path: 'country', message: 'Choose an answer to “Country”' },
    {
      section: 'identity',
      question: 'uses_agents',
      path: 'uses_agents',
      message: 'Choose an answer to “Do you work with agents?”',
    },
    {
      section: 'money',
      question: 'ways',
      path: 'ways',
      message: 'Choose at least one answer to “Ways to pay”',
    },
    { section: 'money', question: 'truth', path: 'truth', message: 'Tick “All of this is true”' },
  ]);
});

test('a whole questionnaire has no problems, and its sections are complete', () => {
  expect(problemsOf(example, whole, today)).toEqual([]);
  expect(completeSections(example, whole, today)).toEqual(['identity', 'money']);
  expect(completeSections(example, identity, today)).toEqual(['identity']);
  expect(problemsIn(example, 'money', identity, reader).map(({ path }) => path)).toEqual(['ways', 'truth']);
  expect(problemsIn(example, 'nowhere', identity, reader)).toEqual([]);
});

test('a question is asked where its condition holds, also through another section', () => {
  const withAgents = { ...whole, uses_agents: 'yes' };
  expect(isRelevant(example, 'agents', whole, today)).toBe(false);
  expect(isRelevant(example, 'agents', withAgents, today)).toBe(true);
  expect(isRelevant(example, 'agent_name', withAgents, today)).toBe(true);
  expect(isRelevant(example, 'nobody', withAgents, today)).toBe(false);
  expect(paths(withAgents)).toEqual(['agents']);
  expect(paths({ ...withAgents, agents: [agent] })).toEqual(['agents_paid']);
  expect(paths({ ...withAgents, agents: [{ ...agent, workers: 0 }] })).toEqual([]);
});

test('what is not asked counts as not answered for whatever depends on it', () => {
  const left: Answers = { ...whole, agents: [{ ...agent, workers: 9 }], agents_paid: -5 };
  expect(isRelevant(example, 'agents_paid', left, today)).toBe(false);
  expect(paths(left)).toEqual([]);
});

test('a page shows what its own answers may bring up, and leaves out what other sections decide', () => {
  expect(shownIn(example, 'identity', {}, today)).toContain('agents');
  expect(shownIn(example, 'money', whole, today)).not.toContain('agents_paid');
  expect(shownIn(example, 'money', whole, today)).toContain('other_way');
  expect(shownIn(example, 'money', { ...whole, uses_agents: 'yes', agents: [agent] }, today)).toContain(
    'agents_paid',
  );
  expect(shownIn(example, 'nowhere', {}, today)).toEqual([]);
  const other = example.sections[1]?.questions.find(({ name }) => name === 'other_way');
  expect(other && dependsOn(example, other, 'money')).toBe(true);
  expect(other && dependsOn(example, other, 'identity')).toBe(false);
});

test('what hangs on a question that is not shown is not shown either, nor are columns other sections leave out', () => {
  const label = { en: 'A question' };
  const nested: Questionnaire = {
    ...example,
    sections: [
      { name: 'first', title: label, questions: [{ name: 'a', type: 'yes_no', label }] },
      {
        name: 'second',
        title: label,
        questions: [
          { name: 'b', type: 'yes_no', label, relevant: "${a} = 'yes'" },
          { name: 'c', type: 'text', label, relevant: "${b} = 'yes'" },
          {
            name: 'd',
            type: 'rows',
            label,
            noun: label,
            columns: [
              { name: 'e', type: 'yes_no', label },
              { name: 'f', type: 'text', label, relevant: "${e} = 'yes'" },
              { name: 'g', type: 'text', label, relevant: "${a} = 'yes'" },
            ],
          },
          { name: 'h', type: 'text', label, relevant: "${i} != ''" },
          { name: 'i', type: 'text', label, relevant: "${h} != ''" },
        ],
      },
    ],
  };
  expect(shownIn(nested, 'second', {}, today)).toEqual(['d', 'e', 'f']);
  expect(shownIn(nested, 'second', { a: 'yes' }, today)).toEqual(['b', 'c', 'd', 'e', 'f', 'g']);
});

test('rows are checked cell by cell, each under its own condition', () => {
  const agents = [
    { agent_name: 'Hari', licensed: 'yes', licence_until: '2026-11-24' },
    { agent_name: '', licensed: 'yes', workers: 1.5 },
    { agent_name: 'Sita', licensed: 'no', licence_until: '1999-01-01' },
  ];
  const problems = problemsIn(example, 'identity', { ...identity, uses_agents: 'yes', agents }, reader);
  expect(problems.map(({ path, message }) => [path, message])).toEqual([
    ['agents[0].licence_until', 'This licence ended before today (agent 1)'],
    ['agents[1].agent_name', 'Enter an answer to “Name of the agent” (agent 2)'],
    ['agents[1].licence_until', 'Enter a day for “Licence valid until” (agent 2)'],
    ['agents[1].workers', 'Enter a whole number for “Workers” (agent 2)'],
  ]);
});

describe('an answer that does not fit is told why', () => {
  test.each<[string, Answer, string]>([
    ['name_local', 7, 'Enter text for “Name”'],
    ['name_local', 'x'.repeat(301), 'Use at most 300 characters for “Name”'],
    ['contact', 'nobody', 'Enter an email address such as name@agency.example for “Email”'],
    ['country', 'Nepal', 'Choose an answer from the list for “Country”'],
    ['country', ['NP'], 'Choose an answer from the list for “Country”'],
    ['trading_names', ['a', 'b', 'c', 'd'], 'Enter at most 3 lines for “Trading names”'],
    ['trading_names', ['x'.repeat(301)], 'Use at most 300 characters for “Trading names”, each line'],
    ['trading_names', 'one', 'Enter text for “Trading names”, one a line'],
    ['uses_agents', 'perhaps', 'Choose yes or no for “Do you work with agents?”'],
    ['ways', ['card', 'card'], 'Choose answers from the list for “Ways to pay”'],
    ['ways', ['constructor'], 'Choose answers from the list for “Ways to pay”'],
    ['founded', '2026-02-30', 'Enter a day for “Founded on”, such as 2026-11-30'],
    ['truth', 'yes', 'Tick “All of this is true” or leave it open'],
    ['truth', false, 'Tick “All of this is true”'],
  ])('%s: %j', (name, answer, message) => {
    expect(messageOf({ ...whole, [name]: answer }, name)).toBe(message);
  });

  test.each<[Answer, string]>([
    ['none', 'Enter rows for “Agents”'],
    [Array.from({ length: 6 }, () => agent), 'Enter at most 5 rows for “Agents”'],
    [[{ ...agent, workers: 1001 }], 'Enter at most 1,000 for “Workers” (agent 1)'],
    [[{ ...agent, workers: Infinity }], 'Enter a whole number for “Workers” (agent 1)'],
  ])('agents: %j', (agents, message) => {
    const problems = problemsOf(example, { ...whole, uses_agents: 'yes', agents, agents_paid: 1 }, today);
    expect(problems.map((problem) => problem.message)).toContain(message);
  });

  test('yes and no fit as words and as truth', () => {
    expect(paths({ ...whole, uses_agents: false })).toEqual([]);
    expect(paths({ ...whole, uses_agents: true })).toEqual(['agents']);
  });
});

test('nothing, spaces and empty lists are no answer; zero and no are', () => {
  expect([undefined, null, '', '  ', []].every(isEmpty)).toBe(true);
  expect([0, false, 'no', ['a']].some(isEmpty)).toBe(false);
});

test('two hundred questions and sixty rows are checked within five milliseconds', () => {
  const column = (number: number) => ({
    name: `cell_${number}`,
    type: 'integer' as const,
    label: { en: `Cell ${number}` },
    required: true as const,
    constraint: { that: '. >= 0 and . < 1000000', message: { en: 'Too many' } },
  });
  const rows: QuestionnaireSection = {
    name: 'rows',
    title: { en: 'Rows' },
    questions: [
      {
        name: 'table',
        type: 'rows',
        label: { en: 'Table' },
        noun: { en: 'Row' },
        columns: [column(1), column(2), column(3)],
      },
    ],
  };
  const sections = Array.from({ length: 10 }, (_each, section): QuestionnaireSection => ({
    name: `section_${section}`,
    title: { en: `Section ${section}` },
    questions: Array.from({ length: 20 }, (_one, place) => ({
      name: `question_${section}_${place}`,
      type: 'text',
      label: { en: 'Question' },
      required: true,
      ...(place > 0 ? { relevant: `\${question_${section}_${place - 1}} != ''` } : {}),
    })),
  }));
  const large: Questionnaire = { ...example, sections: [...sections, rows] };
  const answers: Answers = Object.fromEntries([
    ...large.sections.flatMap(({ questions }) => questions.map(({ name }) => [name, 'An answer'])),
    ['table', Array.from({ length: 60 }, () => ({ cell_1: 1, cell_2: 2, cell_3: 3 }))],
  ]);
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now();
    expect(problemsOf(large, answers, today)).toEqual([]);
    return performance.now() - start;
  });
  expect(times.sort((a, b) => a - b)[15]).toBeLessThan(5);
});

test('whatever answers are stored, they are checked and put into words without a fault', () => {
  const names = example.sections.flatMap(({ questions }) => questions.map(({ name }) => name));
  const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.string()));
  const row = fc.dictionary(fc.constantFrom('agent_name', 'licensed', 'licence_until', 'workers', 'x'), cell);
  const answer: fc.Arbitrary<Answer> = fc.oneof(cell, fc.array(row, { maxLength: 4 }));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names, 'nobody', '__proto__'), answer), (answers) => {
      const problems = problemsOf(example, answers, today);
      expect(copyOf(example, answers, 'en', today)).toHaveLength(2);
      const sections = completeSections(example, answers, today);
      for (const { section } of problems) expect(sections).not.toContain(section);
    }),
    { numRuns: 500 },
  );
});
