import { expect, test } from 'vitest';

import { conditionInWords } from './conditions.ts';
import { answerInWords, copyOf, sectionInWords } from './copy.ts';
import type { Answers } from './definition.ts';
import { toEdit } from './edit.ts';
import { example } from './example.ts';

const today = '2026-11-25';
const answers: Answers = {
  name_local: 'हिमाल',
  country: 'NP',
  trading_names: ['Himal', 'Himal & Sons'],
  uses_agents: 'yes',
  agents: [
    { agent_name: 'Hari', licensed: 'yes', licence_until: '2026-12-16', workers: 1200 },
    { agent_name: 'Sita', licensed: 'no', licence_until: '1999-01-01' },
  ],
  ways: ['card', 'cash'],
  agents_paid: 12.5,
  truth: true,
};

test('a copy says each question as it was asked and each answer as its author would', () => {
  expect(copyOf(example, answers, 'en', today)).toEqual([
    {
      section: 'identity',
      title: 'Identity',
      answers: [
        { question: 'Name', answer: 'हिमाल' },
        { question: 'Name in Latin letters', answer: 'Not answered' },
        { question: 'Email', answer: 'Not answered' },
        { question: 'Country', answer: 'Nepal' },
        { question: 'Trading names', answer: 'Himal; Himal & Sons' },
        { question: 'Do you work with agents?', answer: 'Yes' },
        {
          question: 'Agent 1',
          answer:
            'Name of the agent: Hari; Licensed?: Yes; Licence valid until: 16 December 2026; Workers: 1,200',
        },
        { question: 'Agent 2', answer: 'Name of the agent: Sita; Licensed?: No' },
      ],
    },
    {
      section: 'money',
      title: 'Money',
      answers: [
        { question: 'Ways to pay', answer: 'By card; In cash' },
        { question: 'Paid to agents', answer: '12.5' },
        { question: 'Founded on', answer: 'Not answered' },
        { question: 'All of this is true', answer: 'Confirmed' },
      ],
    },
  ]);
});

test('a section alone, in another language, and one that is not there', () => {
  const lines = sectionInWords(example, 'identity', answers, { language: 'ne', today });
  expect(lines).toContainEqual({ question: 'देश', answer: 'नेपाल' });
  expect(sectionInWords(example, 'nowhere', answers, { language: 'en', today })).toEqual([]);
});

test('rows in one answer stand one a line', () => {
  const agents = example.sections[0]?.questions.find(({ name }) => name === 'agents');
  expect(agents && answerInWords(example, agents, answers['agents'] ?? null, 'en').split('\n')).toHaveLength(
    2,
  );
});

test.each([
  ["${uses_agents} = 'yes'", '“Do you work with agents?” is “Yes”'],
  ["selected(${ways}, 'other')", '“Ways to pay” includes “Otherwise”'],
  ["not(selected(${ways}, 'other'))", '“Ways to pay” does not include “Otherwise”'],
  ["${founded} < today() and ${country} != ''", '“Founded on” is less than today and “Country” is answered'],
  ['count(${agents}) > 2', 'the number of rows in “Agents” is more than 2'],
  ['1 + 1', undefined],
  ['oh dear', undefined],
])('the condition %s reads: %s', (condition, words) => {
  expect(conditionInWords(example, condition, 'en')).toBe(words);
});

test('saved answers are shown again as fields hold them', () => {
  const [identity, money] = example.sections;
  expect(identity && toEdit(identity, answers)).toMatchObject({
    name_local: 'हिमाल',
    trading_names: 'Himal\nHimal & Sons',
    uses_agents: 'yes',
    agents: [{ agent_name: 'Hari', workers: '1200' }, { agent_name: 'Sita' }],
  });
  expect(money && toEdit(money, { ...answers, truth: false })).toMatchObject({
    ways: ['card', 'cash'],
    agents_paid: '12.5',
    truth: undefined,
  });
});

test('a list without rows opens with an empty one', () => {
  const [identity] = example.sections;
  const edited = identity && toEdit(identity, {});
  expect(edited?.['agents']).toHaveLength(1);
  expect(edited?.['uses_agents']).toBeUndefined();
});
