import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import exceljs from 'exceljs';
import { describe, expect } from 'vitest';

import { heads } from '#app/features/network/import/columns.ts';
import { forgetOldImports, readList, takeList } from '#app/features/network/import/commands.server.ts';
import { findImport } from '#app/features/network/import/queries.server.ts';
import { templateAs } from '#app/features/network/import/template.server.ts';
import { listNetwork } from '#app/features/network/lists.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aPartner } from '#tests/support/factories/network.ts';
import { anOrganisation } from '#tests/support/factories/organisations.ts';
import { test } from '#tests/support/test.ts';

const head = Object.values(heads).join(',');
const csv = (...rows: string[]) => ({
  filename: 'partners.csv',
  content: Buffer.from([head, ...rows].join('\r\n')),
});
const all = { kind: undefined, show: undefined, q: '', page: 1 };
const agent = (name: string, phone: string, agency = '') =>
  `Sub-agent,individual,${name},,Nepal,Pokhara,,,,${phone},${agency},`;
const gate = 'Partner agency,registered,Gulf Gate,,Qatar,Doha,Q-7,,,,,';

describe('a list of partners', () => {
  test('is read, shown row by row, and its good rows are taken once', async ({ db }) => {
    const { scope, id: organisationId } = await anOrganisation(db, 'recruiter', 'recruiter');
    await aPartner(scope, { form: 'individual', name: 'Hari Gurung', nameLocal: '', phones: '9841234567' });
    const list = csv(
      agent('Maya Tamang', '9841000001', 'Gulf Gate'),
      agent('Someone', '984-1234567'),
      agent('Wrong', '12'),
      gate,
      'Friend,individual,X,,Nepal,Pokhara,,,,,,',
    );
    const { id } = done(await readList(scope, list));
    const { reading } = (await findImport(scope, id)) ?? {};
    expect(reading?.rows.map(({ row, like }) => [row, like?.name ?? null])).toEqual([
      [2, null],
      [3, 'Hari Gurung'],
      [5, null],
    ]);
    expect(reading?.problems.map(({ row, column }) => [row, column])).toEqual([
      [4, 'Phone numbers (J4)'],
      [6, 'Kind (A6)'],
    ]);
    expect((await listNetwork(scope, all)).count).toBe(1);

    const both = await Promise.all([1, 2].map(() => takeList(scope, id, { duplicates: 'skip' })));
    expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'list_taken' }]);
    const { partners } = await listNetwork(scope, all);
    expect(partners.map(({ name, parentName }) => [name, parentName])).toEqual([
      ['Gulf Gate', null],
      ['Hari Gurung', null],
      ['Maya Tamang', 'Gulf Gate'],
    ]);
    const { payload, subject } = await db
      .selectFrom('event')
      .select(['payload', 'subject'])
      .where('type', '=', 'partner.imported')
      .executeTakeFirstOrThrow();
    expect([payload, subject]).toEqual([{ added: 2, refused: 2 }, organisationId]);
  });

  test('is taken whole where one says that they are others', async ({ db }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    const { id } = done(await readList(scope, csv(agent('Hari', '9841000001'), agent('Hari', '9841000001'))));
    done(await takeList(scope, id, { duplicates: 'add' }));
    expect((await listNetwork(scope, all)).count).toBe(2);
  });

  test('is nobody else’s', async ({ db }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    const { scope: stranger } = await anOrganisation(db, 'recruiter', 'recruiter', { name: 'Other' });
    const { id } = done(await readList(scope, csv(gate)));
    expect(await takeList(stranger, id, { duplicates: 'add' })).toEqual({ ok: false, refusal: 'not_found' });
    expect(await findImport(stranger, id)).toBeUndefined();
  });

  test.for([
    ['nothing', Buffer.alloc(0), 'table_empty'],
    ['another list', Buffer.from('Name,Age\nHari,12'), 'columns_missing'],
    ['heads alone', Buffer.from(head), 'list_without_rows'],
    ['a program', Buffer.from('MZ\x90\x00\x03\x00\x00', 'latin1'), 'table_kind_refused'],
    ['too many rows', Buffer.from(`${head}\n${'a,b\n'.repeat(5001)}`), 'table_too_many_rows'],
  ] as const)('of %s is refused in words and leaves nothing', async ([, content, refusal], { db }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    expect(await readList(scope, { content, filename: 'x' })).toEqual({ ok: false, refusal });
    expect(await db.selectFrom('partner_import').select('id').execute()).toEqual([]);
  });

  test('of five thousand rows is read and taken in seconds', async ({ db }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    const rows = Array.from({ length: 5000 }, (_, row) => agent(`Agent ${row}`, `984${1_000_000 + row}`));
    const began = performance.now();
    const { id } = done(await readList(scope, csv(...rows)));
    expect(done(await takeList(scope, id, { duplicates: 'skip' })).added).toBe(5000);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test('begins with the template: filled in, it is taken', async ({ db }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    const workbook = new exceljs.Workbook();
    const folder = await mkdtemp(join(tmpdir(), 'fairroute-list-'));
    await writeFile(join(folder, 'partners.xlsx'), await templateAs('xlsx'));
    await workbook.xlsx.readFile(join(folder, 'partners.xlsx'));
    await rm(folder, { recursive: true });
    const sheet = workbook.getWorksheet('Partners');
    if (!sheet) throw new Error('the template has its sheet');
    for (const [index, text] of agent('Maya Tamang', '+977 9841000001').split(',').entries())
      sheet.getCell(2, index + 1).value = text;
    const content = Buffer.from(await workbook.xlsx.writeBuffer());
    const { id } = done(await readList(scope, { content, filename: 'partners.xlsx' }));
    expect((await findImport(scope, id))?.reading).toMatchObject({
      problems: [],
      rows: [{ details: { phones: ['+9779841000001'], form: 'individual' } }],
    });
    expect(String(await templateAs('csv'))).toContain('Works under agency');
  });

  test('that was not taken is forgotten after a day', async ({ db }) => {
    const { scope, as } = await anOrganisation(db, 'recruiter', 'recruiter');
    await readList(scope, csv(gate));
    const taken = done(await readList(scope, csv(gate)));
    done(await takeList(scope, taken.id, { duplicates: 'skip' }));
    const left = async (day: string) => {
      await forgetOldImports({ ...as(scope.actor), now: new Date(`${day}T03:50:00Z`) });
      return (await db.selectFrom('partner_import').select('id').execute()).length;
    };
    expect([await left('2026-03-01'), await left('2026-03-03'), await left('2026-04-03')]).toEqual([2, 1, 0]);
  });
});
