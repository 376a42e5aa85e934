import { describe, expect, test } from 'vitest';

import type { Cell } from '#app/platform/tables/table.ts';

import { mayImportInputs } from './policy.ts';
import { readInputs } from './read.ts';

const head = ['Kind', 'Country or sector', 'Value', 'Source', 'Year', 'Licence'];
const good: Cell[] = ['origin', 'Nepal', 60, 'An index', 2025, 'CC BY 4.0'];
const read = (...rows: Cell[][]) =>
  readInputs(
    [head, ...rows].map((cells, at) => ({ number: at + 1, cells })),
    2026,
  );
const problemsOf = (...rows: Cell[][]) => {
  const outcome = read(...rows);
  return outcome.ok
    ? outcome.value.problems.map(({ cell, reason }) => `${cell} ${reason}`)
    : [outcome.refusal];
};

describe('a list of inputs', () => {
  test('is read by its heads, with countries and sectors by name or code', () => {
    const rows = [
      good,
      ['Destination', 'qa', '12.5', 'An index', '2024', 'Public domain'],
      ['sector', 'Construction', 80, 'An index', 2025, 'CC BY 4.0'],
      ['sector', 't', 0, 'An index', 2025, 'CC BY 4.0'],
    ];
    expect(read(...rows)).toMatchObject({
      value: {
        problems: [],
        rows: [
          { kind: 'origin', key: 'NP', value: 60, source: 'An index', year: 2025, licence: 'CC BY 4.0' },
          { kind: 'destination', key: 'QA', value: 12.5, year: 2024 },
          { kind: 'sector', key: 'F', value: 80 },
          { kind: 'sector', key: 'T', value: 0 },
        ],
      },
    });
  });

  test.each<{ why: string; row: Cell[]; problem: string }>([
    {
      why: 'no kind',
      row: ['transit', ...good.slice(1)],
      problem: 'A2 Kind: Write origin, destination or sector',
    },
    {
      why: 'no country',
      row: ['origin', 'Atlantis', ...good.slice(2)],
      problem: 'B2 Country or sector: We know no country of that name',
    },
    {
      why: 'no sector',
      row: ['sector', 'Nepal', ...good.slice(2)],
      problem: 'B2 Country or sector: We know no sector of that name or letter',
    },
    {
      why: 'no value',
      row: [...good.slice(0, 2), 101, ...good.slice(3)],
      problem: 'C2 Value: A value goes from 0 to 100',
    },
    {
      why: 'a formula',
      row: [...good.slice(0, 2), { untaken: 'formula' }, ...good.slice(3)],
      problem: 'C2 Value: This cell holds a formula. Type the value instead.',
    },
    {
      why: 'no source',
      row: [...good.slice(0, 3), null, ...good.slice(4)],
      problem: 'D2 Source: Name the source: what was published, and by whom',
    },
    {
      why: 'a year to come',
      row: [...good.slice(0, 4), 2027, 'CC BY'],
      problem: 'E2 Year: A year from 1990 to 2026',
    },
    {
      why: 'no licence',
      row: good.slice(0, 5),
      problem: 'F2 Licence: Name the licence that lets the scheme use it',
    },
  ])('says where there is $why', ({ row, problem }) => {
    expect(problemsOf(row)).toEqual([problem]);
  });

  test('says every wrong cell at once, and where one comes twice', () => {
    expect(problemsOf([...good.slice(0, 2), 'high', 'An index', 'then', 'CC BY'], good, good)).toEqual([
      'C2 Value: Write a number from 0 to 100, with a point for decimals',
      'E2 Year: Write the year as four digits',
      'B4 Country or sector: Row 3 has the same one already',
    ]);
  });

  test('without its columns, or without rows, is none', () => {
    expect(readInputs([{ number: 1, cells: ['Kind', 'Value'] }], 2026)).toEqual({
      ...{ ok: false, refusal: 'columns_missing' },
    });
    expect(readInputs([], 2026)).toEqual({ ok: false, refusal: 'columns_missing' });
    expect(read()).toEqual({ ok: false, refusal: 'list_without_rows' });
  });
});

test('officers import inputs, and nobody else', () => {
  const of = (kind: 'officer' | 'company') => ({ kind, accountId: 'a', organisationId: 'o' });
  expect([of('officer'), of('company'), { kind: 'system' as const }].map(mayImportInputs)).toEqual([
    ...[true, false, false],
  ]);
});
