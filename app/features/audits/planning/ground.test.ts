import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { baseDays, daysFor, shareOf, workingOf, type DayInputs } from './days.ts';
import { stayOnSite } from './rules.ts';
import {
  allocate,
  dimensions,
  emptyGroups,
  groupsIn,
  leastOf,
  populationOf,
  sampleFor,
  targetOf,
  tooMany,
  type Groups,
} from './sample.ts';

const inputs = fc.record<DayInputs>({
  effectiveStaff: fc.integer({ min: 1, max: 5000 }),
  extraBranches: fc.integer({ min: 0, max: 20 }),
  corridors: fc.integer({ min: 1, max: 20 }),
  interviews: fc.integer({ min: 0, max: 300 }),
  highRiskTiers: fc.integer({ min: 0, max: 4 }),
  reductionPercent: fc.integer({ min: 0, max: 30 }),
});
const least: DayInputs = {
  ...{
    effectiveStaff: 1,
    extraBranches: 0,
    corridors: 1,
    interviews: 0,
    highRiskTiers: 0,
    reductionPercent: 0,
  },
};
const runs = { seed: 2132, numRuns: 400 };

describe('audit days', () => {
  test.each([
    ...([
      [1, 1.5],
      [5, 1.5],
      [6, 2],
      [10, 2],
      [11, 2.5],
      [15, 2.5],
      [16, 3],
      [25, 3],
      [26, 4],
      [45, 4],
    ] as const),
    ...([
      [46, 5],
      [55, 5],
      [65, 5],
      [66, 6],
      [85, 6],
      [86, 7],
      [125, 7],
      [126, 8],
      [175, 8],
      [176, 9],
    ] as const),
    ...([
      [275, 9],
      [276, 10],
      [425, 10],
      [426, 11],
      [625, 11],
      [626, 12],
      [875, 12],
      [876, 13],
    ] as const),
  ])('%i staff begin with %d days', (staff, days) => {
    expect(baseDays(staff)).toBe(days);
  });

  test('an agency of 24 with two branches, three corridors, 22 interviews and one risky tier', () => {
    const agency = {
      ...least,
      effectiveStaff: 24,
      extraBranches: 2,
      corridors: 3,
      interviews: 22,
      highRiskTiers: 1,
    };
    expect(workingOf(agency).map(({ days }) => days)).toEqual([3, 1, 1, 2.75, 1]);
    expect(daysFor(agency, 'stage2')).toMatchObject({
      full: 8.75,
      initial: 8.75,
      total: 9,
      leastOnSite: 7.2,
    });
    expect(daysFor(agency, 'surveillance').total).toBe(3);
    expect(daysFor(agency, 'recertification').total).toBe(6);
    expect(daysFor({ ...agency, reductionPercent: 30 }, 'stage2')).toMatchObject({
      initial: 6.13,
      total: 6.5,
    });
  });

  test('the initial time is never below three days', () => {
    expect(daysFor(least, 'stage1')).toMatchObject({ full: 1.5, initial: 3, total: 3 });
    expect(daysFor(least, 'surveillance').total).toBe(1);
    expect(daysFor(least, 'recertification').total).toBe(2);
  });

  test('grow with each input and shrink with the reduction, by 30 % at most', () => {
    const counts = ['effectiveStaff', 'extraBranches', 'corridors', 'interviews', 'highRiskTiers'] as const;
    fc.assert(
      fc.property(inputs, fc.constantFrom(...counts), (given, which) => {
        const now = daysFor(given, 'stage2');
        expect(daysFor({ ...given, [which]: given[which] + 1 }, 'stage2').full).toBeGreaterThanOrEqual(
          now.full,
        );
        expect(now.initial).toBeLessThanOrEqual(Math.max(3, now.full) + 0.005);
        expect(now.initial).toBeGreaterThanOrEqual(0.7 * now.full - 0.005);
        expect(now.initial).toBeGreaterThanOrEqual(3);
      }),
      runs,
    );
  });

  test('are parts of the initial time, up to a half day', () => {
    fc.assert(
      fc.property(
        inputs,
        fc.constantFrom('stage2' as const, 'surveillance' as const, 'recertification' as const),
        (given, type) => {
          const { initial, total, leastOnSite } = daysFor(given, type);
          const exact = initial * shareOf(type).share;
          expect(total * 2).toBe(Math.round(total * 2));
          expect(total - exact).toBeGreaterThanOrEqual(-1e-6);
          expect(total - exact).toBeLessThan(0.5);
          expect(leastOnSite).toBeCloseTo(0.8 * total, 2);
        },
      ),
      runs,
    );
  });

  test('are spent on site for four fifths', () => {
    const ten = { total: 10, leastOnSite: 8 };
    expect(stayOnSite(ten, 2)).toEqual({ ok: true, value: 8 });
    expect(stayOnSite(ten, 2.5)).toEqual({ ok: false, refusal: 'too_little_on_site' });
  });
});

/** Corridors first; every other dimension shares out a part of the same workers. */
const groupsOf = fc
  .record({
    corridors: fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 8 }),
    shares: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }),
  })
  .map(({ corridors, shares }): Groups => {
    const corridor = corridors.map((workers, place) => ({ name: `C${place}`, workers }));
    const population = populationOf({ ...emptyGroups, corridor });
    const whole = Math.max(
      100,
      shares.reduce((sum, share) => sum + share, 0),
    );
    const named = shares
      .map((share, place) => ({ name: `G${place}`, workers: Math.floor((population * share) / whole) }))
      .filter(({ workers }) => workers > 0);
    return { ...emptyGroups, corridor, employer: named, sub_agent: named, sex: named };
  });

describe('the sample', () => {
  test.each([
    [1, 1],
    [9, 9],
    [10, 10],
    [44, 10],
    [50, 11],
    [100, 15],
    [200, 22],
    [201, 22],
    [400, 30],
    [1000, 48],
    [10000, 150],
  ])('of %i workers has %i interviews', (population, target) => {
    expect(targetOf(population)).toBe(target);
  });

  test('makes up its target in every dimension, with its minima, and asks nobody twice', () => {
    fc.assert(
      fc.property(groupsOf, (groups) => {
        const { population, target, withoutHelp, strata } = sampleFor(groups);
        expect(target).toBeGreaterThanOrEqual(targetOf(population));
        expect(target).toBeLessThanOrEqual(population);
        expect(withoutHelp * 4).toBeGreaterThanOrEqual(target);
        for (const dimension of dimensions) {
          const own = strata.filter((one) => one.dimension === dimension);
          if (own.length === 0) continue;
          expect(own.reduce((sum, { interviews }) => sum + interviews, 0)).toBe(target);
          expect(own.reduce((sum, { workers }) => sum + workers, 0)).toBe(population);
          for (const { interviews, workers } of own) {
            expect(interviews).toBeGreaterThanOrEqual(leastOf(dimension, workers, population));
            expect(interviews).toBeLessThanOrEqual(workers);
          }
        }
      }),
      runs,
    );
  });

  test('gives no group fewer interviews when there are more in all', () => {
    fc.assert(
      fc.property(groupsOf, fc.integer({ min: 0, max: 100 }), (groups, target) => {
        const claims = groups.corridor.map((group) => ({ ...group, least: 0 }));
        const fewer = allocate(target, claims);
        const more = allocate(target + 1, claims);
        more.forEach(({ interviews }, place) =>
          expect(interviews).toBeGreaterThanOrEqual(fewer[place]?.interviews ?? 0),
        );
      }),
      runs,
    );
  });

  test('has three of a small corridor, and more interviews where many corridors are small', () => {
    const corridor = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ name, workers: 4 }));
    expect(sampleFor({ ...emptyGroups, corridor })).toMatchObject({
      population: 20,
      target: 15,
      withoutHelp: 4,
    });
    const uneven = {
      ...emptyGroups,
      corridor: [
        { name: 'A', workers: 997 },
        { name: 'B', workers: 3 },
      ],
    };
    expect(sampleFor(uneven).strata.map(({ interviews }) => interviews)).toEqual([45, 3]);
  });

  test('counts those who are in no named group', () => {
    const groups = {
      ...emptyGroups,
      corridor: [{ name: 'A', workers: 100 }],
      employer: [{ name: 'E', workers: 60 }],
    };
    expect(sampleFor(groups).strata.filter(({ dimension }) => dimension === 'employer')).toMatchObject([
      { name: 'E', interviews: 9 },
      { name: 'Other or unknown employers', workers: 40, interviews: 6 },
    ]);
    expect(tooMany({ ...groups, sex: [{ name: 'Women', workers: 101 }] })).toEqual(['sex']);
    expect(groupsIn(sampleFor(groups).strata).corridor).toEqual([{ name: 'A', workers: 100 }]);
  });
});
