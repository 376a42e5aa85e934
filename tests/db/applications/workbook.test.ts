import exceljs, { type CellValue } from 'exceljs';
import { describe, expect } from 'vitest';

import { submitApplication } from '#app/features/applications/commands.server.ts';
import { answersOf, standingOf } from '#app/features/applications/sections/answers.server.ts';
import { saveAnswers } from '#app/features/applications/sections/commands.server.ts';
import {
  findOwnWorkbook,
  findOwnWorkbookPage,
  receiveWorkbook,
  takeWorkbook,
} from '#app/features/applications/workbook.server.ts';
import { anApplicant, fill, type Applicant } from '#tests/support/factories/applications.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

/** What somebody writes beside questions, by sheet and label; `Licences 2!D6` is a cell of a table. */
async function filled(content: Buffer, cells: Record<string, CellValue>) {
  const workbook = new exceljs.Workbook();
  const bytes = new ArrayBuffer(content.length);
  new Uint8Array(bytes).set(content);
  await workbook.xlsx.load(bytes);
  for (const [place, value] of Object.entries(cells)) {
    const [sheet = '', what = ''] = place.split('!');
    const own = workbook.getWorksheet(sheet);
    let cell = /^[A-Z]+\d+$/.test(what) ? own?.getCell(what) : undefined;
    own?.eachRow((row) => {
      if (row.getCell(2).text === what) cell = row.getCell(3);
    });
    if (!cell) throw new Error(place);
    cell.value = value;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function downloaded({ recruiter }: Applicant) {
  const file = await findOwnWorkbook(recruiter);
  if (!file) throw new Error('no application');
  return file.content;
}

const sent = (content: Buffer | string) => {
  const form = new FormData();
  form.append('workbook', new Blob([new Uint8Array(Buffer.from(content))]), 'filled.xlsx');
  return new Request('http://127.0.0.1/', { method: 'POST', body: form });
};

describe('a workbook of an application', () => {
  test('saves what it says, lists what cannot be taken, and leaves the rest as it stood', async ({ db }) => {
    const given = await anApplicant(db);
    const before = await answersOf(db, given.id);
    const content = await filled(await downloaded(given), {
      'About the agency!Company registration number': 'C-99',
      'About the agency!Founded on': new Date('2011-05-06'),
      'About the agency!Legal name': null,
      'Workers placed!Workers on their way now': 'a few',
      'Your licences!D6': '0012',
      'Your licences!G6': { formula: 'TODAY()', date1904: false },
    });
    const outcome = done(await takeWorkbook(given.recruiter, content));
    expect(outcome).toEqual({
      taken: 3,
      problems: [
        { sheet: 'Your licences', cell: 'G6', reason: expect.stringContaining('formula') },
        {
          sheet: 'Workers placed',
          cell: expect.stringMatching(/^C\d+$/),
          reason: expect.stringContaining('whole number'),
        },
      ],
      conflicts: [],
    });
    expect(await answersOf(db, given.id)).toEqual({
      ...before,
      company_number: 'C-99',
      founded_on: '2011-05-06',
      licences: [
        {
          licence_authority: 'Foreign Employment',
          licence_country: 'NP',
          licence_number: '0012',
          licence_valid_until: '2030-12-31',
        },
      ],
    });
    const events = await db
      .selectFrom('event')
      .select(['payload', 'subject'])
      .where('type', '=', 'application.workbook_taken')
      .execute();
    expect(events).toEqual([{ payload: { taken: 3, refused: 2 }, subject: given.id }]);
  });

  test('as it was downloaded changes nothing', async ({ db }) => {
    const given = await anApplicant(db);
    const before = await standingOf(db, given.id);
    const outcome = done(await takeWorkbook(given.recruiter, await downloaded(given)));
    expect(outcome).toEqual({ taken: 0, problems: [], conflicts: [] });
    expect(await standingOf(db, given.id)).toEqual(before);
  });

  test('never overwrites what a colleague answered since: both versions come back', async ({ db }) => {
    const given = await anApplicant(db);
    const content = await filled(await downloaded(given), {
      'About the agency!Company registration number': 'C-50',
      'About the agency!Telephone': '+977 1 5550101',
    });
    const colleague = { company_number: 'C-77', address: '7 New Lane' };
    const place = { id: given.recruiter.actor.organisationId, kind: 'recruiter' } as const;
    const actor = await aPerson(db, place, 'recruiter', 'Hari Rai');
    done(
      await saveAnswers({ ...given.recruiter, actor }, given.id, {
        answers: colleague,
        seen: { company_number: 1, address: 1 },
      }),
    );
    const { taken, conflicts } = done(await takeWorkbook(given.recruiter, content));
    expect(taken).toBe(1);
    expect(conflicts).toEqual([
      {
        ...{ section: 'identity', question: 'Company registration number', mine: 'C-50', theirs: 'C-77' },
        ...{ sheet: 'About the agency', cell: 'C7', by: 'Hari Rai', at: expect.any(String) },
      },
    ]);
    expect(await answersOf(db, given.id)).toMatchObject({ ...colleague, contact_phone: '+977 1 5550101' });
    // The same workbook once more says the same, and loses nothing.
    expect(done(await takeWorkbook(given.recruiter, content)).conflicts).toHaveLength(1);
  });

  test('corrected and uploaded again takes the place of what its author saved before', async ({ db }) => {
    const given = await anApplicant(db);
    const content = await downloaded(given);
    const number = 'About the agency!Company registration number';
    const first = { [number]: 'C-50', 'About the agency!Founded on': 'long ago' };
    done(await takeWorkbook(given.recruiter, await filled(content, first)));
    const page = { answers: { address: '7 New Lane' }, seen: { address: 1 } };
    done(await saveAnswers(given.recruiter, given.id, page));
    const second = { [number]: 'C-51', 'About the agency!Founded on': '2011-05-06' };
    const outcome = done(await takeWorkbook(given.recruiter, await filled(content, second)));
    expect(outcome).toEqual({ taken: 2, problems: [], conflicts: [] });
    expect(await answersOf(db, given.id)).toMatchObject({
      ...{ company_number: 'C-51', founded_on: '2011-05-06', address: '7 New Lane' },
    });
  });

  test('two at once: what both say is written once', async ({ db }) => {
    const given = await anApplicant(db);
    const content = await filled(await downloaded(given), { 'About the agency!Telephone': '+977 1 5550101' });
    const both = await Promise.all([1, 2].map(() => takeWorkbook(given.recruiter, content)));
    expect(both.map((outcome) => done(outcome).taken).sort()).toEqual([0, 1]);
  });

  test('of somebody else, and after sending, is refused and leaves nothing behind', async ({ db }) => {
    const given = await anApplicant(db);
    const content = await filled(await downloaded(given), { 'About the agency!Telephone': '1' });
    expect(await takeWorkbook(given.stranger, content)).toEqual({ ok: false, refusal: 'not_found' });
    expect(await findOwnWorkbook(given.stranger)).toBeUndefined();
    await fill(db, given.stranger.actor);
    expect(await takeWorkbook(given.stranger, content)).toEqual({
      ok: false,
      refusal: 'workbook_of_another',
    });
    expect(await findOwnWorkbookPage(given.recruiter)).toMatchObject({ open: true });
    done(await submitApplication(given.recruiter, given.id));
    expect(await takeWorkbook(given.recruiter, content)).toEqual({ ok: false, refusal: 'already_sent' });
    expect(await findOwnWorkbookPage(given.recruiter)).toMatchObject({ open: false });
    expect((await answersOf(db, given.id))['contact_phone']).toBeUndefined();
  });

  test('is answered by a page: what was taken, what was not, what was no workbook', async ({ db }) => {
    const given = await anApplicant(db);
    const content = await downloaded(given);
    expect(await receiveWorkbook(given.recruiter, sent(content))).toMatchObject({
      status: 200,
      report: { taken: 0 },
    });
    const wrong = await filled(content, { 'About the agency!Founded on': 'long ago' });
    expect(await receiveWorkbook(given.recruiter, sent(wrong))).toMatchObject({
      status: 400,
      refusal: undefined,
    });
    expect(await receiveWorkbook(given.recruiter, sent('%PDF-1.7'))).toMatchObject({
      status: 400,
      refusal: 'table_kind_refused',
    });
    const empty = new FormData();
    empty.append('note', 'no file');
    const request = new Request('http://127.0.0.1/', { method: 'POST', body: empty });
    expect(await receiveWorkbook(given.recruiter, request)).toMatchObject({
      status: 400,
      refusal: 'file_missing',
    });
    await expect(receiveWorkbook(given.stranger, sent(content))).rejects.toMatchObject({ status: 404 });
  });
});
