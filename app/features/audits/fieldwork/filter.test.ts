import { expect, test } from 'vitest';

import { addressOfList, filtered, filterOf, shown } from './filter.ts';

const indicator = (principleCode: string, more: object = {}) => ({
  ...{ principleCode, evidenceTypes: ['D'] as const, conformity: null, findings: 0, conflicts: 0 },
  ...more,
});
const all = [
  indicator('1'),
  indicator('1', { conformity: 'conforms' as const, evidenceTypes: ['W'] as const }),
  indicator('2', { conformity: 'come_back' as const, conflicts: 1 }),
  indicator('2', { conformity: 'does_not_conform' as const, findings: 2 }),
];

test('what the address asks for is read back into the same address; what nobody offers asks for nothing', () => {
  const here = 'http://127.0.0.1/audits/a/indicators';
  const filter = filterOf(`${here}?show=open&principle=2&evidence=D`);
  expect(filter).toEqual({ show: 'open', principle: '2', evidence: 'D' });
  expect(filterOf(`http://127.0.0.1${addressOfList('a', filter)}`)).toEqual(filter);
  const nothing = filterOf(`${here}?show=constructor&evidence=toString`);
  expect(nothing).toEqual({ show: 'all', principle: '', evidence: '' });
  expect(addressOfList('a', nothing)).toBe('/audits/a/indicators');
});

test('each choice shows its own, and tells how many the others would', () => {
  const nothing = { show: 'all', principle: '', evidence: '' } as const;
  const { counts } = filtered(all, nothing);
  expect(counts).toEqual({ all: 4, open: 2, nonconforming: 1, conflict: 1, finding: 1 });
  for (const show of shown)
    expect(filtered(all, { ...nothing, show }).chosen).toHaveLength(counts[show] ?? -1);
});

test('principle and kind of evidence narrow the list and its numbers', () => {
  const filter = { show: 'open', principle: '1', evidence: 'D' } as const;
  const { chosen, counts } = filtered(all, filter);
  expect([chosen, counts['all']]).toEqual([[all[0]], 1]);
});
