import { describe, expect, test } from 'vitest';

import { emptyGroups, isUnknown, leaveOut, sampleFor } from '../planning/sample.ts';
import { placeAmong } from './rules.ts';
import { heardByGroup, keyOf, leastTold, offeredOf, shortGroups, type Placed } from './strata.ts';

type Planned = Parameters<typeof keyOf>[0];
const stratum = (dimension: Planned['dimension'], name: string, interviews: number, position: number) => ({
  ...{ dimension, name, interviews, position },
  workers: 20,
});

const plan = [
  stratum('corridor', 'NP-QA', 5, 0),
  stratum('employer', 'Al Noor Contracting', 2, 1),
  { ...stratum('employer', 'Small Villa', 1, 2), workers: leastTold - 1 },
  stratum('employer', 'Other or unknown employers', 1, 3),
  stratum('sector', 'F', 2, 4),
  stratum('sex', 'Women', 2, 5),
  stratum('sex', 'Not known', 1, 6),
  { ...stratum('sub_agent', 'Ram of Pokhara', 3, 7), workers: leastTold },
  stratum('stage', 'Returned', 1, 8),
];
const worker: Placed = {
  ...{ corridor: 'NP-QA', sector: 'F', sex: 'female', stage: 'later', outcome: 'done' },
  ...{ employer: 1, subAgent: 7 },
};

describe('a group of a sample plan', () => {
  test.each([
    ['corridor', 'NP-QA', 'NP-QA'],
    ['corridor', 'Nepal to the Gulf', 'other'],
    ['sector', 'F', 'F'],
    ['sector', 'Bricklaying', 'other'],
    ['sex', 'Women', 'female'],
    ['sex', 'male', 'male'],
    ['sex', 'Not known', 'other'],
    ['stage', 'Pre-departure', 'pre_departure'],
    ['stage', 'Up to six months there', 'first_months'],
    ['stage', 'longer', 'later'],
    ['stage', 'Returned', 'returned'],
    ['stage', 'On leave', 'other'],
    ['employer', 'Al Noor Contracting', '3'],
    ['employer', 'Other or unknown employers', 'other'],
    ['sub_agent', 'Without a sub-agent, or smaller ones', 'other'],
  ] as const)('%s %s is counted as %s', (dimension, name, key) => {
    expect(keyOf(stratum(dimension, name, 1, 3))).toBe(key);
  });

  test('of fewer than five workers is offered to nobody, and counts with the others', () => {
    expect(offeredOf(plan)).toEqual({
      employer: [{ value: 1, label: 'Al Noor Contracting' }],
      sub_agent: [{ value: 7, label: 'Ram of Pokhara' }],
    });
    const groups = heardByGroup([{ ...worker, employer: null }], plan);
    expect(groups.find(({ name }) => name.includes('Small Villa'))).toEqual({
      dimension: 'employer',
      name: 'Small Villa, Other or unknown employers',
      planned: 2,
      heard: 1,
    });
  });

  test('is named where it is short, corridors apart; whoever refused was not heard', () => {
    expect(shortGroups([worker, { ...worker, outcome: 'refused' }], plan)).toEqual([
      { dimension: 'employer', name: 'Al Noor Contracting', planned: 2, heard: 1 },
      { dimension: 'employer', name: 'Small Villa, Other or unknown employers', planned: 2, heard: 0 },
      { dimension: 'sector', name: 'F', planned: 2, heard: 1 },
      { dimension: 'sex', name: 'Women', planned: 2, heard: 1 },
      { dimension: 'sub_agent', name: 'Ram of Pokhara', planned: 3, heard: 1 },
      { dimension: 'stage', name: 'Returned', planned: 1, heard: 0 },
    ]);
    const man: Placed = { ...worker, sex: 'male', subAgent: 7, employer: null, stage: 'returned' };
    expect(shortGroups([worker, worker, man, { ...man, sex: 'other' }], plan)).toEqual([]);
  });

  test('is not asked for where nobody can be heard of it: sex, stage and sector that the papers do not tell', () => {
    const { strata } = sampleFor({
      ...emptyGroups,
      corridor: [{ name: 'NP-QA', workers: 40 }],
      sector: [{ name: 'F', workers: 10 }],
      sex: [{ name: 'Women', workers: 10 }],
      stage: [{ name: 'Returned', workers: 10 }],
      employer: [{ name: 'Al Noor Contracting', workers: 10 }],
    });
    const planned = strata.map((one, position) => ({ ...one, position }));
    expect(
      planned.filter(({ dimension, name }) => isUnknown(dimension, name)).map(({ name }) => name),
    ).toEqual([...['Other or unknown sectors', 'Not known', 'Not known']]);
    const asked = heardByGroup([], planned).map(({ name }) => name);
    expect(asked).toEqual([
      ...['NP-QA', 'Al Noor Contracting', 'Other or unknown employers', 'F', 'Women', 'Returned'],
    ]);
  });

  test('that is not offered is taken from no interview', () => {
    const offered = offeredOf(plan);
    expect(placeAmong(offered, {})).toEqual({ ok: true, value: { employer: null, sub_agent: null } });
    expect(placeAmong(offered, { employer: 1, subAgent: 7 })).toEqual({
      ok: true,
      value: { employer: 1, sub_agent: 7 },
    });
    for (const said of [{ employer: 2 }, { employer: 7 }, { subAgent: 1 }])
      expect(placeAmong(offered, said)).toEqual({ ok: false, refusal: 'no_such_group' });
  });
});

test('a sample leaves out what the network names with reasons alone, and keeps none where it does not', () => {
  const network = { employer: [], sub_agent: ['Ram of Pokhara'] };
  const no = { ok: false, refusal: 'network_left_out' };
  const reasons = 'He has sent nobody for two years.';
  expect(leaveOut(emptyGroups, network, '')).toEqual(no);
  const nobody = { ...emptyGroups, sub_agent: [{ name: 'Ram of Pokhara', workers: 0 }] };
  expect(leaveOut(nobody, network, 'Too short.')).toEqual(no);
  expect(leaveOut(nobody, network, reasons)).toEqual({ ok: true, value: { leftOut: reasons } });
  const some = { ...emptyGroups, sub_agent: [{ name: 'Ram of Pokhara', workers: 9 }] };
  for (const [groups, known] of [
    [some, network],
    [emptyGroups, { employer: [], sub_agent: [] }],
  ] as const)
    expect(leaveOut(groups, known, reasons)).toEqual({ ok: true, value: { leftOut: null } });
});
