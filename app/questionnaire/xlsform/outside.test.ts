import exceljs from 'exceljs';
import { expect, test } from 'vitest';

import { problemsOf } from '../rules.ts';
import { readXlsForm } from './read.server.ts';
import { problemInWords } from './layout.ts';

type Cells = (string | number | boolean | Date | { formula: string } | null)[];
type Form = { survey?: Cells[]; choices?: Cells[]; settings?: Cells[] };

async function workbook(form: Form) {
  const book = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(form)) book.addWorksheet(name).addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}
const heads = ['type', 'name', 'label::English (en)', 'label::नेपाली (ne)', 'relevant', 'required'];
const choices: Cells[] = [
  ['list name', 'name', 'label::English (en)', 'label::नेपाली (ne)'],
  ['jobs', 'farm', 'On a farm', 'खेतमा'],
  ['jobs', 'factory', 'In a factory', 'कारखानामा'],
  ['countries', 'NP', 'Nepal', 'नेपाल'],
];

/** As a tool of others would write it: spaces in types, curly quotes, groups with conditions, questions in no group. */
const outside: Form = {
  survey: [
    [...heads, 'constraint', 'constraint_message::English (en)', 'appearance', 'our own column'],
    ['start', 'start'],
    ['deviceid', 'deviceid'],
    ['text', 'village', 'Your village', 'तपाईंको गाउँ', null, 'yes'],
    ['select one jobs', 'job', 'Where do you work?', 'कहाँ काम गर्नुहुन्छ?', null, true],
    ['begin group', 'pay', 'Pay', 'तलब', '${ job } = ‘factory’'],
    ['note', 'about_pay', 'Nobody sees who you are', 'तपाईं को हो कसैले देख्दैन'],
    ['select_one countries', 'paid_in', 'Country', 'देश'],
    ['decimal', 'wage', 'Wage', 'ज्याला', "${paid_in} != ''", 'no', '. >= 0', 'Not below 0'],
    ['begin repeat', 'fees', 'Fees', 'शुल्क'],
    ['integer', 'fee', 'How much?', 'कति?', '${job} != “farm”'],
    ['end repeat'],
    ['text', 'more', 'Anything else?', 'अरू केही?', null, '${wage} > 100', null, null, 'multiline'],
    ['end group'],
    ['acknowledge', 'sure', 'I am sure', 'म निश्चित छु'],
  ],
  choices,
  settings: [
    ['form_title', 'form_id', 'version', 'default_language'],
    ['Worker survey', 'Worker Survey', 2024010101, 'English (en)'],
  ],
};

test('a form of another tool is taken: groups, repeats, conditions and languages', async () => {
  const [survey = [], ...rest] = outside.survey ?? [];
  const withNoun = [
    [...survey, 'fairroute_noun::English (en)'],
    ...rest.map((row) => (row[1] === 'fees' ? [...row, null, null, null, null, null, null, 'Fee'] : row)),
  ];
  const read = await readXlsForm(await workbook({ ...outside, survey: withNoun }));
  expect(read.ok ? [] : read.problems.map(problemInWords)).toEqual([]);
  if (!read.ok) return;
  const { questionnaire } = read;
  expect(questionnaire).toMatchObject({
    id: 'worker_survey-2024010101',
    title: { en: 'Worker survey' },
    languages: ['en', 'ne'],
    lists: [{ name: 'jobs', codes: [{ code: 'farm', label: { ne: 'खेतमा' } }, { code: 'factory' }] }],
    sections: [
      {
        name: 'part_1',
        questions: [
          { name: 'village', type: 'text', required: true },
          { name: 'job', type: 'choice', list: 'jobs', required: true },
        ],
      },
      {
        name: 'pay',
        lead: { en: 'Nobody sees who you are' },
        questions: [
          { name: 'paid_in', type: 'choice', list: 'countries', relevant: "${job} = 'factory'" },
          {
            name: 'wage',
            type: 'decimal',
            relevant: "(${job} = 'factory') and (${paid_in} != '')",
            constraint: { that: '. >= 0', message: { en: 'Not below 0' } },
          },
          {
            name: 'fees',
            type: 'rows',
            noun: { en: 'Fee' },
            relevant: "${job} = 'factory'",
            columns: [{ name: 'fee', type: 'integer', relevant: '${job} != "farm"' }],
          },
          { name: 'more', type: 'long_text', required: '${wage} > 100' },
        ],
      },
      { name: 'part_3', questions: [{ name: 'sure', type: 'tick' }] },
    ],
  });
  const answers = { village: 'Chitwan', job: 'factory', paid_in: 'NP', wage: -1 };
  expect(problemsOf(questionnaire, answers, '2026-11-28').map(({ message }) => message)).toEqual([
    'Not below 0',
  ]);
});

const problemsFor = async (form: Form) => {
  const read = await readXlsForm(await workbook(form));
  return read.ok ? [] : read.problems.map(problemInWords);
};
const one = (...rows: Cells[]): Form => ({ survey: [heads, ...rows], choices });

test.each<[string, Form, string]>([
  ['no survey', { choices }, 'Sheet survey: There is no sheet survey'],
  [
    'a kind nobody can ask',
    one(['geopoint', 'where', 'Where?']),
    'Sheet survey, row 2, type: “geopoint” is no kind of question here',
  ],
  [
    'a condition nobody can read',
    one(['text', 'a', 'A', null, "regex(${a}, 'x')"]),
    "Sheet survey, row 2, relevant: a, relevant: Expected a known function, not “regex” at character 1 of regex(${a}, 'x')",
  ],
  [
    'a name nothing has',
    one(['text', 'a', 'A'], ['text', 'b', 'B', null, "${c} = 'x'"]),
    'Sheet survey, row 3, relevant: b, relevant: nothing is called c',
  ],
  [
    'a list that is not there',
    one(['select_one planets', 'a', 'A']),
    'Sheet survey, row 2, list: a asks to choose from planets, which is not there',
  ],
  [
    'a name in capitals',
    one(['text', 'Village', 'A']),
    'Sheet survey, row 2, name: A name begins with a small letter and has small letters, digits and _ only',
  ],
  ['no label', one(['text', 'a']), 'Sheet survey, row 2, label: A question has a label'],
  ['no English', one(['text', 'a', null, 'गाउँ']), 'Sheet survey, row 2, label: English is always there'],
  [
    'a group in a group',
    one(
      ['begin_group', 'a', 'A'],
      ['begin_group', 'b', 'B'],
      ['text', 'c', 'C'],
      ['end_group'],
      ['end_group'],
    ),
    'Sheet survey, row 3, type: A group inside another is not taken. Make it a group of its own.',
  ],
  [
    'a group without end',
    one(['begin_group', 'a', 'A'], ['text', 'c', 'C']),
    'Sheet survey, row 2, type: This group is not ended',
  ],
  [
    'an end alone',
    one(['text', 'c', 'C'], ['end_group']),
    'Sheet survey, row 3, type: This ends a group that was not begun here',
  ],
  [
    'a note on its own',
    one(['text', 'c', 'C'], ['note', 'n', 'N']),
    'Sheet survey, row 3, type: A note is taken as the first row of a group only',
  ],
  [
    'rows without a word for one',
    one(['begin_repeat', 'r', 'R'], ['text', 'c', 'C'], ['end_repeat']),
    'Sheet survey, row 2: r does not say what one row is called',
  ],
  ['nothing but a label', one([null, null, 'A']), 'Sheet survey, row 2, type: This row has no type'],
  [
    'a formula',
    one(['text', 'a', { formula: '1+1' }]),
    'Sheet survey, row 2, label::English (en): This cell holds a formula. Type the value instead.',
  ],
  [
    'a choice that is counted out by another answer',
    {
      survey: [
        [...heads, 'choice_filter'],
        ['select_one jobs', 'a', 'A', null, null, null, 'x=1'],
      ],
      choices,
    },
    'Sheet survey, row 2, choice_filter: Nothing here can do this. Empty the cell.',
  ],
  [
    'a constraint without words',
    {
      survey: [
        [...heads, 'constraint'],
        ['integer', 'a', 'A', null, null, null, '. > 0'],
      ],
    },
    'Sheet survey, row 2, constraint_message: Say in words what is wrong where the constraint does not hold',
  ],
  [
    'a language without a code',
    {
      survey: [
        ['type', 'name', 'label::Martian'],
        ['text', 'a', 'A'],
      ],
    },
    'Sheet survey, row 1, label::Martian: Write the language with its code, such as label::English (en)',
  ],
  [
    'a list with the name of one of the house',
    {
      ...one(['text', 'a', 'A']),
      choices: [
        ['list_name', 'name', 'label'],
        ['countries', 'atlantis', 'Atlantis'],
      ],
    },
    'Sheet choices, row 2, name: countries is a list of the house, which has no atlantis. Give your own list another name.',
  ],
  [
    'a choice without a label',
    {
      ...one(['text', 'a', 'A']),
      choices: [
        ['list_name', 'name', 'label'],
        ['ways', 'card'],
      ],
    },
    'Sheet choices, row 2, label: A choice has a label',
  ],
  [
    'a code with a space',
    {
      ...one(['select_one ways', 'a', 'A']),
      choices: [
        ['list_name', 'name', 'label'],
        ['ways', 'by card', 'C'],
      ],
    },
    'Sheet choices, row 2, name: The name of a choice has no spaces',
  ],
  [
    'a code twice',
    {
      ...one(['select_one ways', 'a', 'A']),
      choices: [
        ['list_name', 'name', 'label'],
        ['ways', 'card', 'C'],
        ['ways', 'card', 'D'],
      ],
    },
    'Sheet choices, row 3, name: ways has card twice',
  ],
])('%s is told by sheet, row and column, and nothing is taken', async (_what, form, problem) => {
  expect(await problemsFor(form)).toContain(problem);
});

test('what is no workbook is told apart', async () => {
  const read = await readXlsForm(Buffer.from('type,name,label\ntext,a,A\n'));
  expect(read).toMatchObject({ ok: false, problems: [{ sheet: 'survey' }] });
  expect(await readXlsForm(Buffer.alloc(0))).toMatchObject({ ok: false });
});
