import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { complaintStates } from '../../complaints/model.ts';
import { fileOf } from '../view.ts';
import { ClosedCase } from './closed-case.tsx';
import { OpenCase } from './open-case.tsx';
import { QueueTable } from './queue-table.tsx';
import { Clock } from './tags.tsx';
import { nextNames, refusalText, stateNames } from './words.ts';

const now = new Date('2026-03-01T09:00:00Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const record = {
  ...({ number: '1234-5678', language: 'ne', state: 'received', danger: true, child: false } as const),
  ...{ reprisal: false, severe: false, dueAt: hours(-2), holder: 'Mara Holt', held: true, asked: false },
  ...{ recruiter: null, registrationNumber: null, erasedAt: null },
};
const entry = (kind: string, id: string, more: object = {}) => ({
  ...{ id, kind, section: null, ofEntry: null, at: now, by: null, said: undefined, text: `${kind} text` },
  ...more,
});
const file = fileOf([
  entry('account', 'a'),
  entry('message', 'm', { text: '<script>alert(1)</script>' }),
  entry('answer', 'w', { by: 'Mara Holt' }),
  entry('translation', 't', { ofEntry: 'm', by: 'Mara Holt', text: 'In English.' }),
  entry('section', 's1', { section: 'outcome', said: { wanted: ['money_back'], other: 'before' } }),
  entry('section', 's2', { section: 'outcome', said: { wanted: ['wages_paid'], other: '' } }),
  entry('disclosure', 'd'),
  entry('response', 'r', { ofEntry: 'd', text: 'We look into it.' }),
  entry('note', 'n', { text: null }),
]);
const opened = {
  ...file,
  ...({
    whom: 'Zephyrine',
    consents: ['recruiter'],
    decisions: [],
    files: [],
    access: [],
    isHolder: true,
  } as const),
  ...{ openings: { readings: [{ id: '1', by: 'Mara Holt', at: now.toISOString() }], count: 1 } },
  ...{ links: { links: [{ case: null, reason: null }], suggested: [], others: 2 } },
  steps: [{ to: 'safety_triage', name: 'Look whether they are safe' }],
};

describe('the queue', () => {
  test('says late in words and in colour, and how long there is', () => {
    const html = renderToStaticMarkup(<QueueTable cases={[record]} count={1} now={now} />);
    for (const words of [
      '2 hours late',
      'text-stopped',
      'In danger',
      'Nepali',
      'Mara Holt',
      '/casework/1234-5678',
    ])
      expect(html).toContain(words);
    const clock = (due: Date | null) => renderToStaticMarkup(<Clock due={due} now={now} />);
    expect(clock(hours(1))).toContain('in 1 hour');
    expect(clock(hours(1))).not.toContain('text-stopped');
    expect(clock(hours(24 * 10))).toContain('in 10 days');
    expect(clock(hours(24 * -10))).toContain('10 days late');
    expect(clock(null)).toContain('No clock runs');
  });

  test('says what will appear in it while it is empty', () => {
    expect(renderToStaticMarkup(<QueueTable cases={[]} count={0} now={now} />)).toContain('appears here');
  });
});

describe('a case', () => {
  const html = renderToStaticMarkup(<OpenCase record={record} place="/casework/1234-5678" file={opened} />);

  test('shows what was written as text, with its translation beside it, and runs none of it', () => {
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script');
    expect(html.indexOf('In English.')).toBeGreaterThan(html.indexOf('&lt;script'));
    expect(html).toContain('lang="ne"');
  });

  test('shows each section as it was last said, and each consent in words', () => {
    expect(html).toContain('My wages paid');
    expect(html).not.toContain('My money back');
    expect(html.match(/>Allowed</g)).toHaveLength(1);
    expect(html.match(/>Not allowed</g)).toHaveLength(5);
  });

  test('shows who opened it, what others were told and answered, and that a key is lost', () => {
    for (const words of [
      'Who opened it',
      'We look into it.',
      'No key opens this any more',
      'not open to you',
    ])
      expect(html).toContain(words);
  });

  test('that is not open says whose it is and how to come in, and nothing else', () => {
    const closed = (more: object) =>
      renderToStaticMarkup(<ClosedCase record={{ ...record, ...more }} place="/casework/1234-5678" />);
    expect(closed({})).toContain('/casework/1234-5678/ask');
    expect(closed({ asked: true })).not.toContain('/ask');
    expect(closed({ held: false })).toContain('/casework/1234-5678/take');
    expect(closed({ erasedAt: now })).toContain('erased');
  });
});

test('every state has a word, every state with a clock a next step, and every refusal a reason', () => {
  for (const state of complaintStates) expect(stateNames[state]).toBeTruthy();
  for (const state of complaintStates.filter(
    (each) => !['closed', 'withdrawn', 'inadmissible'].includes(each),
  ))
    expect(nextNames[state], state).toBeTruthy();
  expect(refusalText('no_consent')).toContain('has not allowed');
  expect(refusalText('anything')).toContain('not possible now');
});
