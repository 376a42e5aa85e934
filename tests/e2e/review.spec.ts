import type { Page } from '@playwright/test';

import { declareNoTies, follow, press } from './steps.ts';
import { eventually, expect, expectAccessible, test } from './support.ts';

const agency = 'Sunrise Overseas';
const owner = 'owner@sunrise-overseas.example';

/** Presses a button and looks at what it was answered with. */
async function statusOf(page: Page, name: string) {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    press(page, name),
  ]);
  return answer.status();
}

test('a review: found in the queue, opened after declaring, checked, rejected, appealed', async ({
  desk,
}) => {
  const officer = await desk.as('officer@scheme.example');
  await officer.goto('/scheme/applications?state=under_review&q=sunrise');
  await expectAccessible(officer);
  await officer.getByRole('row', { name: agency }).getByRole('link').click();
  const record = officer.url();
  await expectAccessible(officer);
  await expect(officer.getByText('Company registration number')).toHaveCount(0);
  await declareNoTies(officer);
  await expect(officer.getByText('Company registration number').first()).toBeVisible();
  await expectAccessible(officer);

  await follow(officer, 'Take it');
  await press(officer, 'Take it');
  await expect(officer.getByText('Reviewed by Paolo Ferri')).toBeVisible();

  // A gap says what is missing, and nothing is accepted while it is open.
  await officer.goto(`${record}/checklist/identity`);
  await expectAccessible(officer);
  await officer.getByLabel('Something is missing').check();
  expect(await statusOf(officer, 'Save and look at the next')).toBe(400);
  await expectAccessible(officer);
  await officer.getByLabel('What is missing').fill('Who owns the agency, and since when?');
  await press(officer, 'Save and look at the next');
  await expect(officer).toHaveURL(/checklist\/(?!identity)/);
  await officer.goto(`${record}/accept`);
  await officer.getByLabel('Reasons').fill('Licence confirmed with the authority.');
  expect(await statusOf(officer, 'Accept and publish')).toBe(409);
  await expect(officer.getByRole('alert').first()).toContainText('gaps');

  await officer.goto(`${record}/reject`);
  await officer.getByLabel('Reasons').fill('The licence does not cover these corridors.');
  await press(officer, 'Reject');
  await expect(officer.getByText('Application rejected').first()).toBeVisible();

  const recruiter = await desk.as(owner);
  await recruiter.goto('/apply/appeal');
  await expectAccessible(recruiter);
  expect(await statusOf(recruiter, 'Lodge the appeal')).toBe(400);
  await recruiter
    .getByLabel('Why the decision is wrong')
    .fill('The licence covers both, as page two of it says.');
  await press(recruiter, 'Lodge the appeal');
  await expect(recruiter.getByText('You hear from us by')).toBeVisible();
  await expectAccessible(recruiter);

  // Whoever rejected it sees the appeal and cannot decide it; the panel's member can.
  await officer.goto('/scheme/appeals');
  await expectAccessible(officer);
  await officer.getByRole('link', { name: agency }).click();
  await expect(officer.getByText('A colleague decides')).toBeVisible();
  const decider = await desk.as('decider@scheme.example');
  await decider.goto('/scheme/appeals');
  await decider.getByRole('link', { name: agency }).click();
  await expectAccessible(decider);
  await decider.getByLabel('Uphold the appeal').check();
  await decider.getByLabel('Reasons').fill('Page two of the licence names both corridors.');
  await press(decider, 'Decide the appeal');
  await expect(decider.getByText('Upheld')).toBeVisible();
  await eventually(recruiter, () =>
    expect(recruiter.getByText('Page two of the licence names both corridors.')).toBeVisible(),
  );
});

test('somebody chooses the language of their mails', async ({ desk }) => {
  const recruiter = await desk.as(owner);
  await recruiter.goto('/me/language');
  await expectAccessible(recruiter);
  await recruiter.getByLabel('বাংলা').check();
  await press(recruiter, 'Save');
  await expect(recruiter.getByText('বাংলা')).toBeVisible();
  await expectAccessible(recruiter);
  await recruiter.goto('/me/language');
  await recruiter.getByLabel('English').check();
  await press(recruiter, 'Save');
});

test('a list of exactly what is shown, as a spreadsheet', async ({ desk }) => {
  const officer = await desk.as('officer@scheme.example');
  const answer = await officer.request.get('/scheme/applications.csv?state=draft');
  expect(answer.headers()['content-type']).toContain('text/csv');
  const [head, ...rows] = (await answer.text()).trim().split('\r\n');
  expect(head).toContain('Reference,Recruiter');
  for (const row of rows) expect(row).toContain(',Draft,');
});
