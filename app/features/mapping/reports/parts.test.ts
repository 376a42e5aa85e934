import { expect, test } from 'vitest';

import { kindNames } from '../parties/ui/words.ts';
import { partNames } from './model.ts';
import * as part from './parts.ts';
import { indexNote, lawIndex } from './questions.ts';

const at = (responseId: string) => ({ responseId, path: 'x' });
const shareOf = (responseId: string) => (responseId === 'gone' ? undefined : `share of ${responseId}`);
const node = (kind: 'site' | 'recruiter', more = {}) => ({
  ...{ id: kind, kind, name: kind, country: 'NP', place: null, licensed: 'unknown' as const },
  ...{ recruiterId: null, withheld: false, names: [], sources: [at('a')] },
  ...more,
});

test('every question of a law points at parts there are', () => {
  expect(lawIndex.length).toBe(7);
  for (const { questions } of lawIndex)
    for (const { parts } of questions) expect(partNames).toEqual(expect.arrayContaining(parts));
  expect(indexNote).toMatch(/not a legal opinion/);
});

test('who may not be named is counted, and what may not be read leads nowhere', () => {
  const nodes = [
    node('recruiter', { withheld: true, licensed: 'no', sources: [at('gone')] }),
    node('recruiter', { country: 'IN' }),
  ];
  expect(part.chainPart({ nodes, contradictions: [] }, kindNames, shareOf)).toMatchObject({
    lines: [{ cells: ['Recruiter', '2', '1', '1', 'India, Nepal'], answers: ['share of a'] }],
  });
});

test('signs are counted by strength; what workers say is not among them', () => {
  const hit = (by: 'party' | 'worker', strength: 'strong' | 'weak') => ({
    ...{ indicator: 'debt_bondage' as const, strength, by, source: at('a') },
  });
  expect(
    part.indicatorPart([hit('party', 'strong'), hit('party', 'weak'), hit('worker', 'strong')], shareOf)
      .lines,
  ).toEqual([{ cells: ['Debt bondage', '1', '0', '1'], answers: ['share of a'] }]);
});

test('corridors are told as they were said, and not added up', () => {
  const said = (workersAYear: number | null) => ({
    ...{ origin: 'NP', destination: 'QA', province: null, transit: [], sector: null, workersAYear },
    ...{ channel: null, wage: null, wageCurrency: null, source: at('a') },
  });
  expect(part.corridorPart([said(40), said(null)], shareOf).lines).toEqual([
    { cells: ['Nepal → Qatar', '2', '40, unknown'], answers: ['share of a'] },
  ]);
});

test('what nobody answered yet is counted', () => {
  const tier = { tier: 1, invited: 5, opened: 1, answered: 2, declined: 1 };
  expect(part.coveragePart([tier], ['s']).lines).toEqual([
    { cells: ['1', '5', '2', '1', '2'], answers: ['s'] },
  ]);
  expect(part.monthsPart([], shareOf).lines).toEqual([]);
  expect(part.methodPart([]).lines).toEqual([]);
});
