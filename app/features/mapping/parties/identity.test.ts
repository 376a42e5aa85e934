import { expect, test } from 'vitest';

import { identityOf } from './identity.ts';

const named = (name: string, country: string | null = 'NP') =>
  identityOf({ kind: 'recruiter', name, country });

test.each([
  ['Everest Manpower Pvt. Ltd.', 'EVEREST  MANPOWER'],
  ['Sunrise Overseas Co., Limited', 'Sunrise Overseas'],
])('%s and %s are one', (one, other) => expect(named(one)).toBe(named(other)));

test('another country, kind or name is another', () => {
  expect(named('Everest', 'IN')).not.toBe(named('Everest'));
  expect(named('Everest')).not.toBe(named('Everett'));
  expect(identityOf({ kind: 'sub_agent', name: 'Everest', country: 'NP' })).not.toBe(named('Everest'));
});

test('a name of nothing but company words is still somebody', () => {
  expect(named('Co. Ltd.')).not.toBe(named('Private'));
});
