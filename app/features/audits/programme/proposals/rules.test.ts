import { expect, test } from 'vitest';

import { dismiss, propose } from './rules.ts';

test.each([
  ['active', true],
  ['suspended', true],
  ['withdrawn', false],
  ['expired', false],
  ['superseded', false],
])('a certificate that is %s has an audit proposed: %s', (status, proposed) => {
  expect(propose(status).ok).toBe(proposed);
});

test('what was proposed is answered once', () => {
  expect(dismiss({ outcome: null, tied: false })).toEqual({ ok: true, value: { outcome: 'dismissed' } });
  for (const outcome of ['ordered', 'dismissed'])
    expect(dismiss({ outcome, tied: false })).toEqual({ ok: false, refusal: 'proposal_answered' });
});

test('nobody answers for a recruiter they are tied to', () => {
  expect(dismiss({ outcome: null, tied: true })).toEqual({ ok: false, refusal: 'tied_officer' });
});
