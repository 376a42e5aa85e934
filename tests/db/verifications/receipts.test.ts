import { createHash } from 'node:crypto';

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect } from 'vitest';
import { z } from 'zod';

import { findReceipt } from '#app/features/register/verifications/queries.server.ts';
import { digestOf, readReceipt } from '#app/features/register/verifications/receipts/kept.server.ts';
import {
  checkOnPage,
  findAsked,
  findReceiptPage,
} from '#app/features/register/verifications/receipts/page.server.ts';
import { mostOnPaper, receiptPaper } from '#app/features/register/verifications/receipts/paper.server.tsx';
import { receiptOf } from '#app/features/register/verifications/receipts/receipt.ts';
import { done } from '#tests/support/factories/audits.ts';
import { anOrganisation } from '#tests/support/factories/organisations.ts';
import { aListed, origin } from '#tests/support/factories/listed.ts';
import { test } from '#tests/support/factories/verifications.ts';

const number = 'LRN00022603';
const visitor = { kind: 'visitor' } as const;

async function textOf(file: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join('');
    }),
  );
  return { pages: pdf.numPages, text: pages.join(' ').replace(/\s+/g, ' ') };
}

test('a company’s receipt of a record is its own; a recruiter’s or a visitor’s says nothing of who asked', async ({
  db,
  now,
  signing,
  company,
}) => {
  const { id: recruiterId } = await aListed(db, { name: 'Everest Gate', number });
  const by = { signing, origin };
  const own = done(await checkOnPage({ db, now, actor: company.owner }, by, number));
  const open = done(await checkOnPage({ db, now, actor: visitor }, by, number));
  const recruiter = await anOrganisation(db, 'recruiter', 'recruiter', { name: 'Other', country: 'NP' });
  const byOther = done(await checkOnPage({ db, now, actor: recruiter.owner }, by, number));
  const other = await anOrganisation(db, 'company', 'company', { name: 'Southwind', country: 'SE' });
  const seenBy = async (actor: typeof other.owner | typeof visitor, id: string) =>
    (await findReceiptPage({ db, now, actor }, id))?.lines.map(({ answer }) => answer.outcome);
  expect(await seenBy(company.owner, own.id)).toEqual(['match']);
  for (const actor of [other.owner, visitor]) expect(await seenBy(actor, own.id)).toBeUndefined();
  for (const { id } of [open, byOther]) {
    expect(await seenBy(visitor, id)).toEqual(['match']);
    const row = await db
      .selectFrom('verification')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ channel: 'page', organisation_id: null, asked_by: null });
    for (const person of [recruiter.id, recruiter.owner.accountId])
      expect(Buffer.from(row.receipt.split('.')[1] ?? '', 'base64url').toString()).not.toContain(person);
  }
  expect(await findAsked({ db, now, actor: visitor }, number)).toEqual({
    name: 'Everest Gate',
    registrationNumber: number,
  });
  expect(await findAsked({ db, now, actor: visitor }, 'LRN99999999')).toBeUndefined();
  expect(recruiterId).toBeTypeOf('string');
});

test('its paper says what the file says, and carries the file’s SHA-256; by the API as well', async ({
  db,
  now,
  signing,
  send,
  ask,
  company,
}) => {
  await aListed(db, { name: 'Everest Gate', number });
  const sent = await send(
    { items: [{ registrationNumber: number }, { name: 'Nobody' }] },
    { key: company.key },
  );
  const { id, receiptUrl } = z.object({ id: z.string(), receiptUrl: z.string() }).parse(await sent.json());
  const token = (await findReceipt({ db, now, actor: company.owner }, id))?.receipt ?? '';
  const sha256 = createHash('sha256').update(token).digest('hex');
  expect(digestOf(token).replaceAll(' ', '')).toBe(sha256);
  const headers = { Authorization: `Bearer ${company.key}`, Accept: 'application/pdf' };
  const response = await ask(receiptUrl.slice(origin.length), { headers });
  expect(response.headers.get('Content-Type')).toBe('application/pdf');
  const { text } = await textOf(Buffer.from(await response.arrayBuffer()));
  for (const said of [id, number, 'Everest Gate', 'Applicant since', 'Nobody', `${origin}/verify`])
    expect(text).toContain(said);
  expect(text.replaceAll(' ', '')).toContain(sha256);
  expect(text).not.toContain('Northwind');
  expect((await receiptPaper({ id, token, origin })).filename).toBe(`receipt-${id}.pdf`);
  expect(signing.did).toBe('did:web:scheme.example');
});

test('of ten thousand questions the paper shows the first in full, and its digest is of all', async ({
  signing,
}) => {
  const items = Array.from({ length: 10_000 }, (_, at) => ({ name: `Recruiter ${at + 1}.` }));
  const answers = items.map(() => ({ ref: null, outcome: 'no_match' as const, reason: 'unknown' as const }));
  const checked = { id: crypto.randomUUID(), checkedAt: new Date('2026-03-01T09:00:00Z'), items, answers };
  const token = await signing.signCredential(receiptOf(checked, { issuer: signing.did, origin }));
  const { lines, count, counts, digest } = readReceipt(token, mostOnPaper);
  expect([lines.length, count, counts.no_match]).toEqual([mostOnPaper, 10_000, 10_000]);
  expect(digest).toBe(digestOf(token));
  const { pages, text } = await textOf((await receiptPaper({ id: checked.id, token, origin })).content);
  expect(pages).toBeLessThan(12);
  expect(text).toContain(`The first ${mostOnPaper} of 10000`);
  expect(text).toContain(`Recruiter ${mostOnPaper}.`);
  expect(text).not.toContain(`Recruiter ${mostOnPaper + 1}.`);
});
