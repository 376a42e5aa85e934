import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect } from 'vitest';

import { recordBankTransfer } from '#app/features/billing/commands.server.ts';
import { invoicePaper, receiptPaper } from '#app/features/billing/papers/papers.server.tsx';
import { anApplicant, sent } from '#tests/support/factories/applications.ts';
import { done } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

async function textOf(content: Buffer) {
  const document = await getDocument({ data: new Uint8Array(content) }).promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  return items
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}

test('an invoice and its receipt are papers with numbers, payer, amount and days, and never change', async ({
  db,
  work,
}) => {
  const given = await anApplicant(db);
  await sent(given, work);
  const { id } = await db.selectFrom('invoice').select('id').executeTakeFirstOrThrow();
  const issued = await invoicePaper(given.recruiter, id, 'IBAN XX00 0000');
  const text = await textOf(issued?.content ?? Buffer.of());
  for (const words of [
    'Invoice 2026-000001',
    'Himal Workforce',
    '1 Station Road',
    'Nepal',
    'US$1,000.00',
    '31 March 2026',
    'IBAN XX00',
  ])
    expect(text).toContain(words);
  expect(await receiptPaper(given.recruiter, id)).toBeUndefined();

  done(
    await recordBankTransfer(given.officer, id, {
      receivedOn: '2026-03-01',
      amount: 100_000,
      reference: 'T-1',
    }),
  );
  await db.updateTable('organisation').set({ name: 'Renamed Later' }).execute();
  const receipt = await receiptPaper(given.officer, id);
  expect(receipt?.filename).toBe('receipt-2026-000001.pdf');
  const paid = await textOf(receipt?.content ?? Buffer.of());
  for (const words of [
    'Receipt 2026-000001',
    'Himal Workforce',
    '1 March 2026',
    'T-1',
    'Nothing is left to pay',
  ])
    expect(paid).toContain(words);
  const again = await invoicePaper(given.recruiter, id, 'IBAN XX00 0000');
  expect(await textOf(again?.content ?? Buffer.of())).toBe(text);
  expect(await invoicePaper(given.stranger, id, undefined)).toBeUndefined();
});
