import { describe, expect, test } from 'vitest';

import type { Cell } from '#app/platform/tables/table.ts';

import { compare, type Known } from './compare.ts';
import { coded, fieldNamed, heads } from './columns.ts';
import { readRows } from './read.ts';
import { take } from './rules.ts';

const head = Object.values(heads);
const row = (part: Partial<Record<keyof typeof heads, Cell>>) => {
  const whole: Partial<Record<string, Cell>> = {
    ...{ kind: 'Sub-agent', form: 'individual', name: 'Hari Gurung', country: 'Nepal', place: 'Pokhara' },
    ...part,
  };
  return Object.keys(heads).map((field) => whole[field] ?? null);
};
const read = (...rows: Cell[][]) => {
  const outcome = readRows([head, ...rows].map((cells, index) => ({ number: index + 1, cells: [...cells] })));
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
};

describe('a list is read', () => {
  test('row by row: one bad row costs no other', () => {
    const { rows, problems } = read(
      row({}),
      row({ name: null }),
      row({ kind: 'partner_agency', form: 'Registered business', registrationNumber: 12 }),
      row({ note: { untaken: 'formula' } }),
      row({ kind: 'Friend' }),
      row({ country: 'Atlantis' }),
      row({ phones: '12' }),
    );
    expect(rows.map(({ row: number, details }) => [number, details.kind, details.country])).toEqual([
      [2, 'sub_agent', 'NP'],
      [4, 'partner_agency', 'NP'],
    ]);
    expect(problems.map(({ row: number, column }) => [number, column])).toEqual([
      [3, 'Name (C3)'],
      [5, 'Note (L5)'],
      [6, 'Kind (A6)'],
      [7, 'Country (E7)'],
      [8, 'Phone numbers (J8)'],
    ]);
  });

  test('with its columns in any order, capitals or none, and others between them', () => {
    const outcome = readRows([
      { number: 1, cells: ['PLACE', 'Comments', 'name', 'country', 'Kind', 'registered  or individual'] },
      { number: 2, cells: ['Pokhara', 'x', 'Hari', 'np', 'SUB AGENT', 'person'] },
    ]);
    expect(outcome).toMatchObject({
      value: { rows: [{ details: { name: 'Hari', country: 'NP' } }], problems: [] },
    });
  });

  test('only when it is one', () => {
    expect(readRows([])).toMatchObject({ refusal: 'columns_missing' });
    expect(readRows([{ number: 1, cells: ['Name', 'Age'] }])).toMatchObject({ refusal: 'columns_missing' });
  });

  test('days as dates or as text, and numbers as a spreadsheet leaves them', () => {
    const { rows } = read(
      row({ since: new Date('2025-06-30T00:00:00Z'), phones: 9779841234567 }),
      row({ since: '2025-06-30', name: "'=cmd", phones: '9841234567;९८४१२३४५६८' }),
    );
    expect(rows.map(({ details }) => [details.since, details.name, details.phones])).toEqual([
      ['2025-06-30', 'Hari Gurung', ['+9779841234567']],
      ['2025-06-30', '=cmd', ['+9779841234567', '+9779841234568']],
    ]);
  });

  test('with codes where it says names', () => {
    expect(fieldNamed('  phone NUMBERS ')).toBe('phones');
    expect(fieldNamed('Age')).toBeUndefined();
    expect(coded('country', 'united arab emirates')).toBe('AE');
    expect(coded('note', 'Nepal')).toBe('Nepal');
  });
});

describe('a list is compared', () => {
  const known: Known = {
    ...{ id: 'k1', kind: 'partner_agency', name: 'Sunrise Gulf Ltd', nameLocal: null, country: 'QA' },
    ...{ registrationNumber: 'Q-12', phones: ['+9779841234567'] },
  };
  const flagged = (...rows: Cell[][]) =>
    compare(read(...rows).rows, [known]).rows.map(({ like }) => like && [like.name, like.row, like.why]);

  test('with the network and with itself, by phone, number and name of any script', () => {
    expect(
      flagged(
        row({ phones: '9841234567' }),
        row({ name: 'Gulf, Sunrise', country: 'Qatar' }),
        row({ name: 'Another', country: 'Qatar', registrationNumber: 'q12' }),
        row({ name: 'Trần Minh', country: 'Viet Nam' }),
        row({ name: 'minh tran', country: 'VN' }),
        row({ name: 'minh tran', country: 'KH' }),
      ),
    ).toEqual([
      ['Sunrise Gulf Ltd', null, 'phone'],
      ['Sunrise Gulf Ltd', null, 'name'],
      ['Sunrise Gulf Ltd', null, 'number'],
      null,
      expect.objectContaining({ 1: 5, 2: 'name' }),
      null,
    ]);
  });

  test('and finds the agency a sub-agent works under, in the network or further down in the list', () => {
    const { rows, problems } = compare(
      read(
        row({ agency: 'sunrise gulf' }),
        row({ name: 'Maya', agency: 'Everest Gate' }),
        row({ name: 'Bina', agency: 'Nobody' }),
        row({ name: 'Clinic', kind: 'Clinic', agency: 'Everest Gate' }),
        row({ name: 'Everest Gate', kind: 'Partner agency', form: 'registered', registrationNumber: '7' }),
      ).rows,
      [known],
    );
    expect(rows.map(({ row: number, parent }) => [number, parent])).toEqual([
      [2, { id: 'k1' }],
      [3, { row: 6 }],
      [6, null],
    ]);
    expect(problems.map(({ row: number }) => number)).toEqual([4, 5]);
  });
});

test('a list is taken once, without or with those one seems to have', () => {
  const rows = compare(read(row({}), row({}), row({ name: 'Maya' })).rows, []).rows;
  const taken = (takenAt: Date | null, duplicates: 'skip' | 'add', some = rows) => {
    const outcome = take({ takenAt, rows: some }, duplicates);
    return outcome.ok ? outcome.value.length : outcome.refusal;
  };
  expect([taken(null, 'skip'), taken(null, 'add')]).toEqual([2, 3]);
  expect(taken(new Date(), 'add')).toBe('list_taken');
  expect(taken(null, 'skip', rows.slice(1, 2))).toBe('nothing_to_add');
});
