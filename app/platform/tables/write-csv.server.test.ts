import { buffer } from 'node:stream/consumers';

import { expect, test } from 'vitest';

import { readTable } from './read-table.server.ts';
import { csvCell, writeCsv } from './write-csv.server.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+977 1', "'+977 1"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', '"\'\t=1"'],
  ['\r=1', '"\'\r=1"'],
  ['  =1', "'  =1"],
  ['＝1', "'＝1"],
  ['=HYPERLINK("x";1)', '"\'=HYPERLINK(""x"";1)"'],
  ['a, "b"', '"a, ""b"""'],
  ['plain', 'plain'],
])('%j is written as %j', (value, written) => {
  expect(csvCell(value)).toBe(written);
});

test('numbers, days and nothing are written as such', () => {
  expect([-2.5, 0, true, false, null, undefined, Number.NaN].map(csvCell)).toEqual([
    '-2.5',
    '0',
    'yes',
    'no',
    '',
    '',
    '',
  ]);
  expect(csvCell(new Date('2026-06-30'))).toBe('2026-06-30T00:00:00.000Z');
});

test('a list comes row by row and reads back', async () => {
  const rows = [{ name: 'नेपाल "A"', count: -1 }];
  const written = writeCsv(
    [
      { title: 'Name', value: (row: { name: string }) => row.name },
      { title: 'Count', value: (row: { count: number }) => row.count },
    ],
    rows,
  );
  const content = (await buffer(written)).toString();
  expect(content).toBe('\uFEFFName,Count\r\n"नेपाल ""A""",-1\r\n');
  const read = await readTable(Buffer.from(content), { mostRows: 5, mostColumns: 5 });
  expect(read.ok && read.value.sheets[0]?.rows.at(1)?.cells).toEqual(['नेपाल "A"', '-1']);
});
