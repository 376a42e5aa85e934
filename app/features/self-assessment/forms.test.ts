import { parseWithZod } from '@conform-to/zod/v4';
import { expect, test } from 'vitest';

import { criterionForm, evidenceForm, startForm } from './forms.ts';
import { noScores, seenOf, unanswered } from './model.ts';

function send(fields: Record<string, string>) {
  const form = new FormData();
  const whole = {
    'indicators[0].code': '1.1.1',
    'indicators[0].revision': '0',
    'indicators[0].seen': seenOf(unanswered),
    ...fields,
  };
  for (const [name, value] of Object.entries(whole)) form.set(name, value);
  return parseWithZod(form, { schema: criterionForm });
}
const answerOf = (sent: ReturnType<typeof send>) =>
  sent.status === 'success' ? sent.value.indicators[0]?.answer : sent.reply().error;

test('what is chosen is kept, what is not stays open', () => {
  expect(answerOf(send({ 'indicators[0].policies': '0', 'indicators[0].skills': '4' }))).toEqual({
    scores: { ...noScores, policies: 0, skills: 4 },
    notApplicableReason: null,
    comment: null,
  });
});

test('what does not apply has a reason and no scores', () => {
  const off = { 'indicators[0].notApplicable': 'on', 'indicators[0].policies': '2' };
  expect(answerOf(send({ ...off, 'indicators[0].reason': 'We have no offices abroad.' }))).toEqual({
    ...unanswered,
    notApplicableReason: 'We have no offices abroad.',
  });
  expect(answerOf(send({ ...off, 'indicators[0].reason': 'no' }))).toEqual({
    'indicators[0].reason': ['Say in a sentence why it does not apply to your agency'],
  });
});

test('a reason without the tick is not taken for one', () => {
  expect(answerOf(send({ 'indicators[0].reason': 'We have no offices abroad.' }))).toEqual(unanswered);
});

test.each([
  { why: 'a step beyond the scale', fields: { 'indicators[0].policies': '5' } },
  { why: 'a step that is no number', fields: { 'indicators[0].policies': 'often' } },
  { why: 'a revision below nothing', fields: { 'indicators[0].revision': '-1' } },
  { why: 'what was seen, altered', fields: { 'indicators[0].seen': '[9]' } },
  { why: 'what was seen, cut off', fields: { 'indicators[0].seen': '[1,2' } },
  { why: 'a comment as long as a book', fields: { 'indicators[0].comment': 'x'.repeat(4001) } },
])('$why is refused', ({ fields }) => {
  expect(send(fields).status).toBe('error');
});

test('a form with nothing in it is no form', () => {
  expect(parseWithZod(new FormData(), { schema: criterionForm }).status).toBe('error');
  expect(parseWithZod(new FormData(), { schema: startForm }).status).toBe('error');
  expect(parseWithZod(new FormData(), { schema: evidenceForm }).status).toBe('error');
});

test('lines end one way only, so that nobody seems to have changed a comment', () => {
  expect(answerOf(send({ 'indicators[0].comment': 'one\r\ntwo' }))).toMatchObject({ comment: 'one\ntwo' });
});
