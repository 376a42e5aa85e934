import { describe, expect, test } from 'vitest';

import { feeCategories } from '#app/questionnaire/fee-categories.ts';
import { mostOpen, noCosts } from './model.ts';
import { mayPublishJobs, mayWithdrawJobs } from './policy.ts';
import { publish, stateOf, withdraw } from './rules.ts';

const today = '2026-03-01';
const publisher = { delisted: false, certified: true, corridors: ['NP-QA'], open: 3 };
const asked = { origin: 'NP', country: 'QA', closesOn: today };

describe('a job order', () => {
  test.each([
    ['open', { withdrawn: false, closesOn: today, inForce: true }],
    ['closed', { withdrawn: false, closesOn: '2026-02-28', inForce: true }],
    ['closed', { withdrawn: false, closesOn: '2026-02-28', inForce: false }],
    ['paused', { withdrawn: false, closesOn: today, inForce: false }],
    ['withdrawn', { withdrawn: true, closesOn: '2026-02-28', inForce: false }],
  ] as const)('is %s by what is so today', (state, stored) => {
    expect(stateOf(stored, today)).toBe(state);
  });

  test('is published by whoever is certified for the way, up to its last day', () => {
    expect(publish(publisher, asked, today)).toEqual({ ok: true, value: { published: true } });
    expect(publish({ ...publisher, corridors: [] }, asked, today)).toMatchObject({ ok: true });
  });

  test.each([
    ['of nobody on the register', undefined, asked, 'not_listed'],
    ['of who was taken off it', { ...publisher, delisted: true }, asked, 'delisted'],
    [
      'of an applicant, or a certificate that does not count',
      { ...publisher, certified: false },
      asked,
      'not_certified',
    ],
    [
      'for a country the certificate does not cover',
      publisher,
      { ...asked, country: 'SA' },
      'corridor_uncovered',
    ],
    ['for workers of another country', publisher, { ...asked, origin: 'BD' }, 'corridor_uncovered'],
    ['after its last day', publisher, { ...asked, closesOn: '2026-02-28' }, 'closed_already'],
    ['beside five hundred others', { ...publisher, open: mostOpen }, asked, 'too_many_open'],
  ] as const)('is not published %s', (...[, who, what, refusal]) => {
    expect(publish(who, what, today)).toEqual({ ok: false, refusal });
  });

  test('is withdrawn once, and by no officer who is tied', () => {
    expect(withdraw({ withdrawn: false, tied: false })).toMatchObject({ ok: true });
    expect(withdraw({ withdrawn: true, tied: false })).toEqual({ ok: false, refusal: 'withdrawn_already' });
    expect(withdraw({ withdrawn: false, tied: true })).toEqual({ ok: false, refusal: 'tied' });
  });

  test('is its own recruiter’s, and an officer’s to withdraw', () => {
    const own = { kind: 'recruiter' as const, accountId: 'a', organisationId: 'himal' };
    const officer = { kind: 'officer' as const, accountId: 'b', organisationId: 'scheme' };
    expect([mayPublishJobs(own, 'himal'), mayPublishJobs(own, 'everest')]).toEqual([true, false]);
    expect(mayPublishJobs(officer, 'scheme')).toBe(false);
    expect([mayWithdrawJobs(own, 'himal'), mayWithdrawJobs(own, 'everest')]).toEqual([true, false]);
    expect(mayWithdrawJobs(officer, 'himal')).toBe(true);
    expect(mayWithdrawJobs({ kind: 'visitor' }, 'himal')).toBe(false);
  });

  test('costs the worker nothing of any category there is', () => {
    expect(Object.keys(noCosts)).toEqual(Object.keys(feeCategories));
    expect(new Set(Object.values(noCosts))).toEqual(new Set([0]));
  });
});
