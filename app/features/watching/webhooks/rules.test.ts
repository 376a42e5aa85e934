import { expect, test } from 'vitest';

import { mostEndpoints } from './model.ts';
import { enable, endpointStanding, judge, mayAddEndpoint, messageState, replaceSecret } from './rules.ts';

const now = new Date('2026-03-04T09:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

test.each([
  [200, 1, null, { outcome: 'delivered' }],
  [204, 80, 80, { outcome: 'delivered' }],
  [302, 1, null, { outcome: 'again', failingSince: now, disable: undefined }],
  [500, 71, 71, { outcome: 'again', failingSince: ago(71), disable: undefined }],
  [null, 72, 1, { outcome: 'given_up', failingSince: ago(1), disable: undefined }],
  [500, 1, 72, { outcome: 'again', failingSince: ago(72), disable: 'failing' }],
  [410, 1, null, { outcome: 'given_up', failingSince: now, disable: 'gone' }],
] as const)('%s after %s hours, failing for %s: %o', (status, tried, failing, verdict) => {
  const failingSince = failing === null ? null : ago(failing);
  expect(judge({ status, triedSince: ago(tried), failingSince }, now)).toEqual(verdict);
});

test('a secret is replaced once the former one no longer signs', () => {
  expect(replaceSecret({ formerUntil: null }, now)).toEqual({ ok: true, value: { formerUntil: ago(-24) } });
  expect(replaceSecret({ formerUntil: ago(-1) }, now).ok).toBe(false);
  expect(replaceSecret({ formerUntil: ago(1) }, now).ok).toBe(true);
});

test('what stands where', () => {
  const endpoint = {
    ...{ id: 'a', url: 'https://a.example/', madeAt: now, formerUntil: null },
    ...{ failingSince: null, disabledAt: null, disabledBecause: null },
  };
  expect(endpointStanding(endpoint)).toBe('works');
  expect(endpointStanding({ ...endpoint, failingSince: now })).toBe('failing');
  expect(endpointStanding({ ...endpoint, disabledAt: now })).toBe('disabled');
  const moments = { deliveredAt: null, givenUpAt: null, disabledAt: null };
  expect(messageState(moments)).toBe('trying');
  expect(messageState({ ...moments, disabledAt: now })).toBe('held');
  expect(messageState({ ...moments, givenUpAt: now })).toBe('given_up');
  expect(messageState({ ...moments, deliveredAt: now })).toBe('delivered');
  expect([enable({ disabledAt: now }).ok, enable({ disabledAt: null }).ok]).toEqual([true, false]);
  expect([mayAddEndpoint(mostEndpoints - 1).ok, mayAddEndpoint(mostEndpoints).ok]).toEqual([true, false]);
});
