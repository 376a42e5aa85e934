import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { sql } from 'kysely';
import { expect } from 'vitest';

import { setLanguage } from '#app/features/accounts/people/commands/language.server.ts';
import { languageCodes } from '#app/features/accounts/people/languages.ts';
import { certificatePaper } from '#app/features/certificates/paper/certificate-paper.server.tsx';
import { findFingerprint } from '#app/features/certificates/paper/fingerprint.server.ts';
import { findPaper } from '#app/features/certificates/paper/queries.server.ts';
import { words } from '#app/features/certificates/paper/words.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { days } from '#tests/support/factories/appeals.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

async function pagesOf(file: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' ');
    }),
  );
}

const address = 'https://fairroute.example/verify/ERC-2026-00001';

test('a certificate is a page in English and one in its holder’s language, with all it rests on', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  await sql`update account set language = 'fr' where id = ${given.recruiter.accountId}`.execute(db);
  await sql`update organisation set name_local = '喜马拉雅' where id = ${given.agency.id}`.execute(db);
  const facts = await findPaper({ db, now: days(1) }, given.number.toLowerCase());
  if (!facts) throw new Error('There is no paper');
  const { content, filename } = await certificatePaper(facts, address, days(1));
  expect(filename).toBe(`${given.number}.pdf`);
  const pages = await pagesOf(content);
  expect(pages).toHaveLength(2);
  for (const page of pages)
    for (const fact of [given.number, 'LRN00012603', facts.auditBody, facts.standard])
      expect(page).toContain(fact);
  expect(pages[0]).toContain('In force, since 1 March 2026');
  expect(pages[0]).toContain('Cannot be printed here');
  expect(pages[1]).toContain('Certificat de recrutement éthique');
  const fingerprint = await findFingerprint({ db, now: days(1) }, given.number);
  expect(fingerprint).toMatch(/^([0-9a-f]{8} ){7}[0-9a-f]{8}$/);
  for (const page of pages) expect(page).toContain(fingerprint);
  expect(pages.join()).not.toContain('does not count.');
});

test('whoever writes Urdu chooses it, and the page runs in it; what no font of ours has is said in words', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  done(await setLanguage(given.as(given.recruiter), 'ur'));
  await sql`update organisation set name = '喜马拉雅' where id = ${given.agency.id}`.execute(db);
  const facts = await findPaper({ db, now: days(1) }, given.number);
  if (!facts) throw new Error('There is no paper');
  const [english = '', own = ''] = await pagesOf((await certificatePaper(facts, address, days(1))).content);
  expect(english).toContain('under LRN00012603');
  expect(english).not.toContain('喜');
  expect(own).toMatch(/\p{Script=Arabic}/u);
  expect(own).toContain('2 / 2');
  // Every language somebody can choose has a paper, and the other way round.
  expect([...languageCodes].sort()).toEqual(Object.keys(words).sort());
  for (const code of languageCodes) done(await setLanguage(given.as(given.recruiter), code));
});

test('the paper of what does not count says so, and nobody’s is not found', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
  const facts = await findPaper({ db, now: days(1) }, given.number);
  if (!facts) throw new Error('There is no paper');
  const pages = await pagesOf((await certificatePaper(facts, address, days(1))).content);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('Suspended');
  expect(pages[0]).toContain('This certificate does not count');
  expect(await findPaper({ db, now: new Date('2031-01-01T09:00:00Z') }, given.number)).toMatchObject({
    status: 'expired',
  });
  expect(await findPaper({ db, now: days(1) }, 'ERC-2026-99999')).toBeUndefined();
});
