import { describe, expect, test } from 'vitest';

import { itemFormOn } from '../forms.ts';
import { guessColumns } from './columns.ts';
import { choicesForm, columnsForm } from './forms.ts';
import { keptDays, mostWaiting, type KeptRow } from './model.ts';
import { mayCheckLists } from './policy.ts';
import { keptRows, notes, readRows } from './read.ts';
import { goneAt, mayAsk, mayChoose, mayReadMore, meantBy, stateOf } from './rules.ts';

const now = new Date('2026-03-01T09:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const candidate = (registrationNumber: string) => ({
  ...{ registrationNumber, name: 'A', nameLocal: null, country: 'NP' },
  standing: { status: 'certified', since: '2026-01-01', reasonClass: null },
  match: { score: 0.9, on: 'name' as const },
});
const ambiguous = {
  ref: null,
  outcome: 'ambiguous' as const,
  candidates: [candidate('LRN1'), candidate('LRN2')],
};
const match = { ref: null, outcome: 'match' as const, ...candidate('LRN1') };

test('a list is read, checked, or stands still where nobody is at work on it', () => {
  const state = (movedAt: Date | null, verificationId: string | null) =>
    stateOf({ movedAt, verificationId }, now);
  expect(state(null, null)).toBe('read');
  expect(state(ago(14), null)).toBe('checking');
  expect(state(ago(16), null)).toBe('stalled');
  expect(state(ago(16), 'a')).toBe('checked');
});

test('it is asked once, and again where it stands still', () => {
  const asked = (movedAt: Date | null, verificationId: string | null = null) =>
    mayAsk({ movedAt, verificationId }, now).ok;
  expect([asked(null), asked(ago(1)), asked(ago(20)), asked(ago(20), 'a')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect([mayReadMore(mostWaiting - 1).ok, mayReadMore(mostWaiting).ok]).toEqual([true, false]);
  expect(goneAt(now).getTime() - now.getTime()).toBe(keptDays * 86_400_000);
});

test('a person chooses among the candidates there are, or none of them', () => {
  expect(mayChoose(ambiguous, 'LRN2').ok).toBe(true);
  expect(mayChoose(ambiguous, null).ok).toBe(true);
  expect(mayChoose(ambiguous, 'LRN3')).toEqual({ ok: false, refusal: 'no_candidate' });
  expect(mayChoose(match, 'LRN1')).toEqual({ ok: false, refusal: 'nothing_to_choose' });
  expect(mayChoose(undefined, null).ok).toBe(false);
  expect(meantBy(match, null)?.registrationNumber).toBe('LRN1');
  expect(meantBy(ambiguous, { registrationNumber: 'LRN2' })?.registrationNumber).toBe('LRN2');
  expect(meantBy(ambiguous, { registrationNumber: null })).toBeUndefined();
  expect(meantBy(ambiguous, null)).toBeUndefined();
  expect(meantBy(null, null)).toBeUndefined();
});

test('lists are for companies', () => {
  const person = { accountId: 'a', organisationId: 'o' };
  expect(mayCheckLists({ kind: 'company', ...person })).toBe(true);
  expect(mayCheckLists({ kind: 'recruiter', ...person })).toBe(false);
  expect(mayCheckLists({ kind: 'visitor' })).toBe(false);
});

describe('columns are guessed', () => {
  test.each([
    [
      ['Supplier name', 'Country', 'Licence No.', 'Vendor code'],
      { name: 0, country: 1, licenceNumber: 2, ref: 3 },
    ],
    [['No.', 'Name of agency', 'Name'], { name: 2 }],
    [['कम्पनीको नाम', 'नाम'], { name: 1 }],
    [['name', 'registrationNumber', 'asOf'], { name: 0, registrationNumber: 1, asOf: 2 }],
  ])('by the heads %j', (head, places) => {
    expect(guessColumns([head])).toEqual({ headed: true, places });
  });

  test('a registration number of somebody else’s register is none of ours', () => {
    const rows = (number: string) => [
      ['Company', 'Registration no'],
      ['Everest', number],
    ];
    expect(guessColumns(rows('556677-8899')).places).toEqual({ name: 0 });
    expect(guessColumns(rows('lrn 0001 2603')).places).toEqual({ name: 0, registrationNumber: 1 });
  });

  test('by what stands in them where no head is known, and the first row counts', () => {
    const rows = [
      ['1', 'Everest Manpower', 'LRN00012603'],
      ['2', 'Himal Rojagar', 'LRN00022603'],
    ];
    expect(guessColumns(rows)).toEqual({ headed: false, places: { registrationNumber: 2, name: 1 } });
    expect(guessColumns([])).toEqual({ headed: false, places: {} });
  });
});

describe('what a person says of the columns', () => {
  const read = (chosen: Record<string, string>) => columnsForm.safeParse({ headed: 'yes', ...chosen });

  test('is a place each, one thing a column', () => {
    expect(read({ name: '0', country: '2', ref: '' }).data).toEqual({
      headed: true,
      places: { name: 0, country: 2 },
    });
    expect(read({ name: '0', country: '0' }).success).toBe(false);
    expect(read({ country: '1' }).success).toBe(false);
    expect(read({ name: '99' }).success).toBe(false);
    expect(columnsForm.safeParse({ name: '0' }).success).toBe(false);
  });

  test('and of rows: one that nothing was chosen for waits', () => {
    const rows = [{ line: '1', chosen: 'LRN00012603' }, { line: '2' }, { line: '3', chosen: 'none' }];
    expect(choicesForm.parse({ rows })).toEqual({
      rows: [
        { line: 1, chosen: 'LRN00012603' },
        { line: 3, chosen: null },
      ],
    });
    expect(choicesForm.safeParse({ rows: [{ line: '1', chosen: '<a>' }] }).success).toBe(false);
  });
});

describe('rows are read each by itself', () => {
  const form = itemFormOn('2026-03-01');
  const columns = { headed: true, places: { name: 0, country: 1, asOf: 2 } };
  const read = (...rows: (string | null | { untaken: string })[][]) =>
    readRows(
      [[], ...rows].map((cells, at): KeptRow => ({ place: at + 1, number: at + 1, cells, note: null })),
      columns,
      form,
    );

  test('and what is wrong with one costs no other', () => {
    const [good, formula, nowhere, ahead, nothing, long] = read(
      ['Everest', 'Nepal', '2026-02-01'],
      [{ untaken: 'This cell holds a formula. Type the value instead.' }, 'NP'],
      ['Everest', 'Narnia'],
      ['Everest', 'uae', '2027-01-01'],
      [null, 'NP'],
      ['x'.repeat(501)],
    );
    expect(good).toEqual({
      place: 2,
      note: null,
      item: { name: 'Everest', country: 'NP', asOf: '2026-02-01' },
    });
    expect(formula?.note).toBe('Name (A3): This cell holds a formula. Type the value instead.');
    expect(nowhere?.note).toContain('Country (B4): “Narnia” is no country we know');
    expect(ahead?.note).toContain('write a day that is not ahead');
    expect(nothing?.note).toBe('There is no name and no number in this row.');
    expect(long?.note).toContain('more than 500 characters');
    expect([formula, nowhere, ahead, nothing, long].map((row) => row?.item)).toEqual(
      Array(5).fill(undefined),
    );
  });

  test('without what cannot be seen, and it is said; letters that look alike are told', () => {
    const [row] = keptRows([
      { number: 1, cells: ['Ever\u202eest\u0000', '="0012"', "'=1", new Date('2026-02-01'), 7, true] },
    ]);
    expect(row).toEqual({
      ...{ place: 1, number: 1, note: notes.hidden },
      cells: ['Ever est', '0012', '=1', '2026-02-01', '7', null],
    });
    expect(read(['\u0415verest'])[0]).toMatchObject({
      note: notes.lookalikes,
      item: { name: '\u0415verest' },
    });
    expect(
      readRows(
        [{ place: 1, number: 1, cells: ['A'], note: null }],
        { headed: false, places: { name: 0 } },
        form,
      ),
    ).toHaveLength(1);
  });
});
