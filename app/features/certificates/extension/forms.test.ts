import { expect, test } from 'vitest';

import { answerForm, askForm } from './forms.ts';

const grounds = 'We opened an office and hold the licence for it.';
const problems = (form: object) => askForm.safeParse(form).error?.issues.map(({ message }) => message);

test('rows become corridors and lines offices; what is empty asks for nothing', () => {
  const corridors = [{ from: 'NP', to: 'JP' }, {}];
  expect(askForm.parse({ corridors, offices: ' Pokhara \n\nJanakpur', grounds })).toEqual({
    ...{ corridors: ['NP-JP'], sectors: [], offices: ['Pokhara', 'Janakpur'], grounds },
  });
});

test.for([
  [[{ from: 'NP' }], 'Choose both countries, or neither'],
  [[{ from: 'NP', to: 'NP' }], 'A corridor leads from one country to another'],
  [[{ from: 'NP', to: 'XX' }], 'Choose from the list'],
] as const)('a corridor %j is sent back: %s', ([corridors, message]) => {
  expect(problems({ corridors, grounds })).toEqual([message]);
});

test('an answer has its reasons', () => {
  expect(answerForm.safeParse({ outcome: 'extended', answer: 'Yes.' }).success).toBe(false);
});

test('an audit that comes first has its last day, and no other answer has one', () => {
  const answer = 'The new office has to be seen by the team.';
  const sent = { outcome: 'audit_needed', answer };
  expect(answerForm.safeParse(sent).error?.issues).toMatchObject([
    { path: ['dueOn'], message: 'Enter the last day of the audit' },
  ]);
  expect(answerForm.parse({ ...sent, dueOn: '2026-06-30' })).toEqual({ ...sent, dueOn: '2026-06-30' });
  expect(answerForm.parse({ outcome: 'refused', answer, dueOn: '2026-06-30' })).toEqual({
    ...{ outcome: 'refused', answer },
  });
});
