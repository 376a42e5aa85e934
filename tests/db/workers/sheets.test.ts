import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { z } from 'zod';

import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { sheetWords } from '#app/features/workers/sheets/words/words.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { keepNoMore, keptAnswers } from '#app/platform/kept/process.server.ts';
import { loader as file } from '#app/routes/workers/sheets/file.ts';
import { loader as page } from '#app/routes/workers/sheets/sheets.tsx';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { copyOfTemplate } from '#tests/support/postgres.ts';
import { drain } from '#tests/support/queue.ts';

/** Pages ask the process's own database, which for this file is one copy. */
let copy: Awaited<ReturnType<typeof copyOfTemplate>>;
let held: Awaited<ReturnType<typeof aCertificate>>;
const silent = { send: () => Promise.resolve() };

beforeAll(async () => {
  copy = await copyOfTemplate(inject('serverUrl'));
  process.env['DATABASE_URL'] = copy.url;
  const { db, pool } = copy;
  held = await aCertificate(db, () => drain(pool, { db, mailer: silent, origin: 'http://127.0.0.1' }));
  await aListed(db, { name: 'Zeta Gate', number: 'LRN00992603', licence: '118/075-76' });
  await aListed(db, { name: 'Taken Off', number: 'LRN00982603' });
  await sql`update registration set delisted_on = '2026-03-01' where number = 'LRN00982603'`.execute(db);
  await aListed(db, { name: 'Padma', number: 'LRN00972603', country: 'BD' });
});
beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-02T10:00:00Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await keepNoMore();
  await theDatabase().db.destroy();
  await copy.drop();
});

const asking = (path: string) => {
  const [, lang = '', , name = ''] = path.split('/');
  return { request: new Request(`https://scheme.example${path}`), params: { lang, file: name }, context: {} };
};
const csvOf = async (path: string) => {
  const answer = await file(asking(path));
  return { headers: answer.headers, text: await answer.text() };
};
const rowsOf = (text: string) => text.split('\r\n\r\n')[1]?.trim().split('\r\n').slice(1) ?? [];

async function paperOf(path: string) {
  const answer = await file(asking(path));
  const data = new Uint8Array(await answer.arrayBuffer());
  const pdf = await getDocument({ data, verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1)
    for (const item of (await (await pdf.getPage(number)).getTextContent()).items)
      if ('str' in item) texts.push(item.str);
  return { status: answer.status, text: texts.join(' ').replace(/\s+/g, ' ') };
}

test('the table of a country has everybody on its register, as they stand now, in the language of the address', async () => {
  const { headers, text } = await csvOf('/en/sheets/NP.csv');
  expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('Content-Disposition')).toContain('NP.csv');
  const [certified = '', applicant = '', ...more] = rowsOf(text);
  expect(more).toEqual([]);
  expect(certified).toMatch(/^LRN00012603,.*,Certified,.*,\d{4}-\d\d-\d\d$/);
  expect(applicant).toBe('LRN00992603,Zeta Gate,,Not certified yet,118/075-76,,');
  expect(text).toContain('2 March 2026, 10:00 UTC');
  expect(text).toContain('/en/check');
  expect(rowsOf((await csvOf('/ne/sheets/NP.csv')).text)[0]).toContain('प्रमाणित');
  expect(rowsOf((await csvOf('/en/sheets/BD.csv')).text)).toHaveLength(1);
  expect(rowsOf((await csvOf('/en/sheets/KE.csv')).text)).toEqual([]);
});

const hears = () => vi.waitFor(() => expect(keptAnswers().begin(new Date())).toBeDefined(), 5000);

test('a paper is drawn anew when somebody stands otherwise', async () => {
  await hears();
  const before = await paperOf('/en/sheets/NP.pdf');
  expect(before.text).toContain('LRN00012603');
  expect(before.text).toContain(sheetWords.en.absent);
  expect(before.text).not.toContain('Suspended');
  vi.setSystemTime(new Date('2026-03-02T11:00:00Z'));
  expect((await paperOf('/en/sheets/NP.pdf')).text).toBe(before.text);
  const heard = keptAnswers().begin(new Date());
  done(
    await suspendCertificate({ ...held.as(held.officer), now: new Date() }, held.certificateId, suspension),
  );
  await vi.waitFor(() => expect(keptAnswers().begin(new Date())).not.toBe(heard), 5000);
  const after = await paperOf('/en/sheets/NP.pdf');
  expect(after.text).toContain('Suspended');
  expect(after.text).toContain('11:00 UTC');
});

test.each(['/en/sheets/NP.xlsx', '/en/sheets/XX.pdf', '/en/sheets/NP-2.pdf', '/en/sheets/np.csv'])(
  'there is no %s',
  async (path) => {
    await expect(file(asking(path))).rejects.toMatchObject({ status: 404 });
  },
);

const shape = z.object({
  data: z.object({ country: z.string().optional(), countries: z.array(z.string()), count: z.number() }),
  init: z.object({ headers: z.record(z.string(), z.string()) }),
});

test('the page offers the countries of those on the register, and the papers of one', async () => {
  const { data, init } = shape.parse(await page(asking('/en/sheets')));
  expect(data).toMatchObject({ countries: ['BD', 'NP'], count: 0 });
  expect(init.headers).toEqual({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
  expect(shape.parse(await page(asking('/en/sheets?country=np'))).data).toMatchObject({
    country: 'NP',
    count: 2,
  });
  const elsewhere = z.instanceof(Response).parse(await page(asking('/xx/sheets?country=NP')));
  expect(elsewhere.headers.get('Location')).toBe('/en/sheets?country=NP');
});
