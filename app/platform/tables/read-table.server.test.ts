import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32, deflateRawSync } from 'node:zlib';

import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { z } from 'zod';

import { readTable } from './read-table.server.ts';
import { cellName, columnOf, isUntaken, tableRefusals, tableRefusalTexts } from './table.ts';

const limits = { mostRows: 100, mostColumns: 10 };

type Part = { name: string; content: string | Buffer; declared?: number; flags?: number };

/** A zip written by hand, so that it can lie. */
function zipOf(parts: Part[]) {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared, flags = 0 } of parts) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(raw), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(declared ?? raw.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(name), packed]);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, Buffer.from(name));
    local.push(head);
    offset += head.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, list, end]);
}

const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const workbookOf = (sheet: string, more: Part[] = [], own: { types?: string; declared?: number } = {}) =>
  zipOf([
    {
      name: '[Content_Types].xml',
      content: `<Types><Override PartName="/xl/workbook.xml" ContentType="${office}.sheet.main+xml"/>${own.types ?? ''}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="a" Type="${rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${rels}"><sheets><sheet name="One" sheetId="1" r:id="b"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="b" Type="${rels}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="${rels}/styles" Target="/xl/styles.xml"/></Relationships>`,
    },
    ...more,
    {
      ...(own.declared && { declared: own.declared }),
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    },
  ]);

const aRow = '<row r="1"><c r="A1"><v>7</v></c></row>';
const rowsOf = async (content: Buffer, own = limits) => {
  const table = await readTable(content, own);
  return table.ok
    ? table.value.sheets[0]?.rows.map(({ number, cells }) => [number, ...cells])
    : table.refusal;
};

test('a workbook gives its cells by their kind, by row number, without what it computes', async () => {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Partners');
  sheet.addRow(['0123', 12.5, true, new Date('2026-06-30'), { formula: '1+1', result: 2 }, 'नेपाल']);
  sheet.getCell('A3').value = { richText: [{ text: 'Sun' }, { text: 'rise', font: { bold: true } }] };
  sheet.getCell('C3').value = { error: '#REF!' };
  sheet.getCell('B3').value = { text: 'site', hyperlink: 'https://example.org' };
  workbook.addWorksheet('Lists', { state: 'veryHidden' }).addRow(['NP']);
  const content = Buffer.from(await workbook.xlsx.writeBuffer());

  const table = await readTable(Readable.from([content.subarray(0, 99), content.subarray(99)]), limits);
  expect(table).toEqual({
    ok: true,
    value: {
      kind: 'xlsx',
      sheets: [
        {
          name: 'Partners',
          hidden: false,
          rows: [
            {
              number: 1,
              cells: ['0123', 12.5, true, new Date('2026-06-30'), { untaken: 'formula' }, 'नेपाल'],
            },
            { number: 3, cells: ['Sunrise', 'site', { untaken: 'error' }] },
          ],
        },
        { name: 'Lists', hidden: true, rows: [{ number: 1, cells: ['NP'] }] },
      ],
    },
  });
  const first = await readTable(content, { ...limits, sheets: 'first' });
  expect(first.ok && first.value.sheets.map(({ name }) => name)).toEqual(['Partners']);
});

test('dates of both calendars, inline texts and rows without numbers are read', async () => {
  const styles = {
    name: 'xl/styles.xml',
    content: '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
  };
  const content = workbookOf(
    '<row><c s="0"><v>46203</v></c><c t="inlineStr"><is><t>a_x000D_b</t></is></c><c t="d"><v>2026-01-02</v></c></row>',
    [styles],
  );
  expect(await rowsOf(content)).toEqual([[1, new Date('2026-06-30'), 'a\rb', new Date('2026-01-02')]]);
});

test('every cell a formula fills counts as a formula', async () => {
  const filled =
    '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>3</v></c></row>';
  expect(await rowsOf(workbookOf(filled))).toEqual([
    [1, { untaken: 'formula' }],
    [2, { untaken: 'formula' }, 3],
  ]);
});

test('a text longer than a cell is not taken, the rest is', async () => {
  const long = 'x'.repeat(40_000);
  const row = `<row r="1"><c r="A1" t="inlineStr"><is><t>${long}</t></is></c><c r="B1"><v>1</v></c></row>`;
  expect(await rowsOf(workbookOf(row))).toEqual([[1, { untaken: 'too_long' }, 1]]);
  expect(await rowsOf(Buffer.from(`${long},1`))).toEqual([[1, { untaken: 'too_long' }, '1']]);
});

const many = (count: number) =>
  Array.from({ length: count }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c></row>`).join(
    '',
  );
const macro = `<Override PartName="/xl/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>`;
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const noise = Buffer.concat([ole, Buffer.alloc(1024)]);
const zeros = Buffer.alloc(50 * 1024 * 1024);

test.each([
  ['nothing', Buffer.alloc(0), 'table_empty'],
  ['a workbook with nothing in it', workbookOf('<row r="1"/>'), 'table_empty'],
  ['a program named like a workbook', Buffer.from('MZ\x90\x00\x03\x00\x00', 'latin1'), 'table_kind_refused'],
  ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'table_kind_refused'],
  ['a page', Buffer.from('<html><table><tr><td>1'), 'table_kind_refused'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'table_kind_refused'],
  ['a zip of something else', zipOf([{ name: 'a.txt', content: 'a' }]), 'table_kind_refused'],
  ['an old workbook', noise, 'table_old_kind'],
  [
    'a workbook with a password',
    Buffer.concat([noise, Buffer.from('EncryptedPackage', 'utf16le')]),
    'table_encrypted',
  ],
  ['encrypted parts', workbookOf(aRow, [{ name: 'xl/a.xml', content: 'a', flags: 1 }]), 'table_encrypted'],
  ['macros', workbookOf(aRow, [{ name: 'xl/vbaProject.bin', content: 'a' }]), 'table_macros'],
  [
    'macros under another name',
    workbookOf(aRow, [{ name: 'xl/x.bin', content: 'a' }], { types: macro }),
    'table_macros',
  ],
  [
    'links',
    workbookOf(aRow, [{ name: 'xl/externalLinks/externalLink1.xml', content: '<a/>' }]),
    'table_links',
  ],
  [
    'embedded files',
    workbookOf(aRow, [{ name: 'xl/embeddings/oleObject1.bin', content: 'a' }]),
    'table_embedded',
  ],
  ['a binary workbook', workbookOf(aRow, [{ name: 'xl/workbook.bin', content: 'a' }]), 'table_old_kind'],
  ['a zip bomb', workbookOf(aRow, [{ name: 'xl/media/a.png', content: zeros }]), 'table_inflates'],
  ['a zip bomb that says it is small', workbookOf(many(90), [], { declared: 200 }), 'table_inflates'],
  [
    'a thousand parts',
    zipOf(Array.from({ length: 1001 }, (_, part) => ({ name: `${part}.xml`, content: '' }))),
    'table_inflates',
  ],
  ['an attack by entities', workbookOf('&lol;', []), 'table_unreadable'],
  ['half a workbook', workbookOf(aRow).subarray(0, 500), 'table_unreadable'],
  ['too many rows', workbookOf(many(101)), 'table_too_many_rows'],
  ['too many columns', workbookOf('<row r="1"><c r="ZZ1"><v>1</v></c></row>'), 'table_too_many_columns'],
  ['too many rows of CSV', Buffer.from('a,b\n'.repeat(101)), 'table_too_many_rows'],
  ['too many columns of CSV', Buffer.from(`${'a,'.repeat(11)}a`), 'table_too_many_columns'],
  ['a quotation without an end', Buffer.from('a,"b\nc,d'), 'table_unreadable'],
])('%s is refused in words', async (_what, content, refusal) => {
  expect(await readTable(content, limits)).toEqual({ ok: false, refusal });
});

test('a document type in any part is refused', async () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><styleSheet>&b;</styleSheet>';
  const styles = { name: 'xl/styles.xml', content: bomb };
  expect(await rowsOf(workbookOf(aRow, [styles]))).toBe('table_unreadable');
  const hostile = zipOf([{ name: '[Content_Types].xml', content: bomb }]);
  expect(await rowsOf(hostile)).toBe('table_unreadable');
});

test.each([
  ['a workbook', () => workbookOf(many(1_000_000))],
  ['CSV', () => Buffer.from('name,1\n'.repeat(1_000_000))],
])('a million rows of %s are refused with memory flat', async (_what, content) => {
  const folder = mkdtempSync(join(tmpdir(), 'fairroute-tables-'));
  try {
    const [small, large] = [join(folder, 'small'), join(folder, 'large')];
    writeFileSync(small, workbookOf(many(100)));
    writeFileSync(large, content());
    const child = ['--import', 'tsx', 'tests/support/measure-table.mts', small, large];
    const { stdout } = await promisify(execFile)(process.execPath, child);
    const { refusal, grewMegabytes } = z
      .object({ refusal: z.string(), grewMegabytes: z.number() })
      .parse(JSON.parse(stdout));
    expect(refusal).toBe('table_too_many_rows');
    expect(grewMegabytes).toBeLessThan(60);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a file over the limit is refused while it comes', async () => {
  const own = { ...limits, mostBytes: 1000 };
  expect(await readTable(Readable.from([Buffer.alloc(600, 97), Buffer.alloc(600, 97)]), own)).toEqual({
    ok: false,
    refusal: 'table_too_large',
  });
  expect(await readTable(Buffer.alloc(1001, 97), own)).toEqual({ ok: false, refusal: 'table_too_large' });
});

test.each([
  ['commas', Buffer.from('name,"a, b"\r\nx,1\r\n')],
  ['semicolons', Buffer.from('name;"a, b"\r\nx;1\r\n')],
  ['tabs', Buffer.from('name\t"a, b"\nx\t1')],
  ['a told separator', Buffer.from('sep=;\r\nname;a, b\r\nx;1\r\n')],
  ['UTF-8 with its mark', Buffer.from('\uFEFFname,"a, b"\nx,1')],
  ['UTF-16', Buffer.from('\uFEFFname\t"a, b"\nx\t1', 'utf16le')],
  ['UTF-16 the other way round', Buffer.from('\uFEFFname\t"a, b"\nx\t1', 'utf16le').swap16()],
  ['UTF-16 without its mark', Buffer.from('name\t"a, b"\nx\t1', 'utf16le')],
])('CSV with %s is read', async (_what, content) => {
  expect(await rowsOf(content)).toEqual([
    [1, 'name', 'a, b'],
    [2, 'x', '1'],
  ]);
});

test('letters of Windows-1252 are read, empty rows keep the numbering', async () => {
  const content = Buffer.from('Jos\xe9;1\n\n;\nb;2', 'latin1');
  expect(await rowsOf(content)).toEqual([
    [1, 'José', '1'],
    [4, 'b', '2'],
  ]);
});

test('cells are named as spreadsheets name them', () => {
  expect([cellName(7, 2), cellName(1, 26), cellName(1, 701), cellName(1, 702)]).toEqual([
    'C7',
    'AA1',
    'ZZ1',
    'AAA1',
  ]);
  expect([columnOf('C7'), columnOf('AAA1'), columnOf('7C')]).toEqual([2, 702, undefined]);
  expect([isUntaken({ untaken: 'formula' }), isUntaken(new Date()), isUntaken(null)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(Object.keys(tableRefusalTexts)).toEqual([...tableRefusals]);
});
