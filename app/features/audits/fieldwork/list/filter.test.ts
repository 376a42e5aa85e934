import { expect, test } from 'vitest';

import { addressOfIndicator, addressOfList, around, filtered, filterOf, nextOpen, shown } from './filter.ts';

const indicator = (code: string, more: object = {}) => ({
  ...{
    code,
    principleCode: code.slice(0, 1),
    evidenceTypes: ['D'] as const,
    conformity: null,
    findings: 0,
    conflicts: 0,
  },
  ...more,
});
const all = [
  indicator('1.1'),
  indicator('1.2', { conformity: 'conforms' as const, evidenceTypes: ['W'] as const }),
  indicator('2.1', { conformity: 'come_back' as const, conflicts: 1 }),
  indicator('2.2', { conformity: 'does_not_conform' as const, findings: 2 }),
];
const nothing = { show: 'all', principle: '', evidence: '' } as const;

test('what the address asks for is read back into the same address; what nobody offers asks for nothing', () => {
  const here = 'http://127.0.0.1/audits/a/indicators';
  const filter = filterOf(`${here}?show=open&principle=2&evidence=D`);
  expect(filter).toEqual({ show: 'open', principle: '2', evidence: 'D' });
  expect(filterOf(`http://127.0.0.1${addressOfList('a', filter)}`)).toEqual(filter);
  const unknown = filterOf(`${here}?show=constructor&evidence=toString`);
  expect(unknown).toEqual(nothing);
  expect(addressOfList('a', unknown)).toBe('/audits/a/indicators');
});

test('each choice shows its own, and tells how many the others would', () => {
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

test('an answer leads to the next open one of what was asked for, after it and then from the top', () => {
  expect(nextOpen(all, nothing, '1.1')).toBe('2.1');
  expect(nextOpen(all, nothing, '2.1')).toBe('1.1');
  expect(nextOpen(all, { ...nothing, principle: '2' }, '2.2')).toBe('2.1');
  expect(nextOpen(all, { ...nothing, principle: '2' }, '2.1')).toBeUndefined();
  expect(nextOpen(all, { ...nothing, evidence: 'W' }, '1.1')).toBeUndefined();
});

test('around an indicator stand those asked for of its principle, and the ways on through all asked for', () => {
  const codes = ({ neighbours, ways }: ReturnType<typeof around<(typeof all)[number]>>) => ({
    beside: neighbours.map(({ code }) => code),
    ...ways,
  });
  expect(codes(around(all, nothing, '1.2'))).toEqual({
    ...{ beside: ['1.1', '1.2'], previous: '1.1', next: '2.1' },
    ...{ previousOpen: '1.1', nextOpen: '2.1' },
  });
  // 1.2 has its answer: it keeps its place in the list of open ones it was opened from.
  expect(codes(around(all, { ...nothing, show: 'open' }, '1.2'))).toMatchObject({
    ...{ beside: ['1.1', '1.2'], previous: '1.1', next: '2.1' },
  });
  expect(codes(around(all, { ...nothing, show: 'finding' }, '2.2'))).toEqual({
    ...{ beside: ['2.2'], previous: undefined, next: undefined },
    ...{ previousOpen: '2.1', nextOpen: '1.1' },
  });
});

test('the list somebody came from is carried to its indicators and their pages', () => {
  const filter = { show: 'open', principle: '1', evidence: '' } as const;
  expect(addressOfIndicator('a', '1.1', filter)).toBe('/audits/a/indicators/1.1?show=open&principle=1');
  expect(addressOfIndicator('a', '1.1', nothing, '/photo')).toBe('/audits/a/indicators/1.1/photo');
});
