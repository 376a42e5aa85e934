import { complaintWords } from '#app/features/workers/complaints/words/complaint-words.ts';

import { expect, expectAccessible, test } from './support.ts';

/** From a worker's phone to the caseworker's desk and back, and to nobody beside. */
test('a worker writes in Urdu, a caseworker answers, and the worker reads it', async ({ desk }) => {
  const say = complaintWords.ur;
  const worker = await desk.visitor();
  await worker.goto('/ur/report');
  await worker.getByLabel(say.happened).fill('انہوں نے میرا پاسپورٹ رکھ لیا');
  await worker.getByLabel(say.yes).check();
  await worker.getByRole('button', { name: say.send, exact: true }).click();
  const [number = '', code = ''] = await worker.locator('dl.code dd').allInnerTexts();

  const caseworker = await desk.as('caseworker@scheme.example');
  await caseworker.goto('/casework');
  await expectAccessible(caseworker);
  const row = caseworker.getByRole('row', { name: number });
  await expect(row).toContainText('In danger');
  await expect(caseworker.getByText('پاسپورٹ')).toHaveCount(0);
  await row.getByRole('link', { name: number }).click();
  await expect(caseworker.getByText('پاسپورٹ')).toHaveCount(0);
  await expectAccessible(caseworker);
  await caseworker.getByRole('link', { name: 'Take this case on' }).click();
  await caseworker.getByRole('button', { name: 'Take it on' }).click();
  await expect(caseworker.getByText('انہوں نے میرا پاسپورٹ رکھ لیا')).toBeVisible();
  await expectAccessible(caseworker);
  await caseworker.getByRole('link', { name: 'Write to the reporter' }).first().click();
  await caseworker.getByRole('textbox').fill('Are you safe where you are?');
  await caseworker.getByRole('main').getByRole('button').first().click();
  await expect(caseworker.getByText('Are you safe where you are?')).toBeVisible();

  await worker.goto('/ur/report/case');
  await worker.getByLabel(say.number).fill(number);
  await worker.getByLabel(say.code).fill(code);
  await worker.getByRole('button', { name: say.open, exact: true }).click();
  await expect(worker.getByText('Are you safe where you are?')).toBeVisible();

  for (const email of [
    'officer@scheme.example',
    'owner@blue-lotus.example',
    'auditor@meridian-audit.example',
  ]) {
    const other = await desk.as(email);
    expect((await other.goto(`/casework/${number}`))?.status(), email).toBe(403);
  }
});
