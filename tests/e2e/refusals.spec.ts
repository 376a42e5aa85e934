import type { Page } from '@playwright/test';
import { sql } from 'kysely';

import { connect } from '#db/client.server.ts';
import { pastRules } from '#tests/support/factories/matters.ts';

import { letterFor } from './mailbox.ts';
import { fillApplication } from './fill.ts';
import {
  dayAhead,
  declareNoTies,
  declareOnMatter,
  licenceScan,
  press,
  sendApplication,
  signUp,
} from './steps.ts';
import { eventually, expect, expectAccessible, test } from './support.ts';

/** The same journey as the main job, where it says no: in words, on the same page, with nothing lost. */
const agency = 'Dhaulagiri Placement';
const email = 'owner@dhaulagiri-placement.example';
const password = 'a long enough password';

/** Does something that sends a form and answers with the status that came back. */
async function statusOf(page: Page, act: () => Promise<unknown>) {
  const [response] = await Promise.all([
    page.waitForResponse((candidate) => candidate.request().method() === 'POST'),
    act(),
  ]);
  return response.status();
}

/** Sends a form that must come back with a problem box saying so, and be accessible as it is. */
async function expectRefusal(page: Page, button: string, status: 400 | 409, words: string | RegExp) {
  expect(await statusOf(page, () => press(page, button))).toBe(status);
  await expect(page.getByRole('alert')).toContainText(words);
  await expectAccessible(page);
}

const visit = async (page: Page, path: string) => (await page.goto(path))?.status();

test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);

test('at the door: a form half filled, a wrong password, a way out of the house', async ({ desk }) => {
  const page = await desk.visitor();
  await page.goto('/sign-up');
  await page.getByLabel('Name of the agency').fill(agency);
  await page.getByLabel('E-mail address').fill('not an address');
  expect(await statusOf(page, () => press(page, 'Sign up'))).toBe(400);
  await expect(page.getByLabel('Name of the agency')).toHaveValue(agency);
  await expect(page.getByLabel('E-mail address')).toHaveValue('not an address');
  for (const link of await page.getByRole('alert').getByRole('link').all()) {
    const target = (await link.getAttribute('href')) ?? '';
    await expect(page.locator(`[id="${target.slice(1)}"]`)).toHaveCount(1);
  }
  await expectAccessible(page);

  await signUp(page, { agency, email, password });
  const again = await desk.visitor();
  await again.goto('/sign-up');
  await again.getByLabel('Name of the agency').fill(agency);
  await again.getByLabel('Country where it is licensed').selectOption('NP');
  await again.getByLabel('Your name').fill('Somebody Else');
  await again.getByLabel('E-mail address').fill(email.toUpperCase());
  await again.getByLabel('Password').fill(password);
  // Nobody learns here who has an account; the mailbox is told.
  await press(again, 'Sign up');
  await expect(again.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
  await letterFor(email, 'You have an account already');

  await again.goto('/sign-in?next=https://elsewhere.example/');
  await again.getByLabel('E-mail address').fill(email);
  await again.getByLabel('Password').fill('not the password at all');
  await expectRefusal(again, 'Sign in', 409, 'The address or the password is not right');
  await expect(again.getByLabel('E-mail address')).toHaveValue(email);
  expect(await again.content()).not.toContain('not the password at all');
  await again.getByLabel('Password').fill(password);
  await press(again, 'Sign in');
  await expect(again).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/(now|apply)$/);
});

test('applying: what is missing is named, what was typed stays, nobody overwrites unseen', async ({
  desk,
}) => {
  const page = await desk.as(email, password);
  await page.goto('/apply');
  await press(page, 'Begin an application');
  await page.getByLabel('Company registration number').fill('C-41');
  await page.getByLabel('Website').fill('javascript:alert(1)');
  await expectRefusal(page, 'Save and continue', 400, 'Legal name');
  await expect(page.getByLabel('Company registration number')).toHaveValue('C-41');

  const colleague = await desk.as(email, password);
  await colleague.goto('/apply/identity');
  await page.goto('/apply/identity');
  for (const [who, number] of [
    [colleague, 'C-42'],
    [page, 'C-43'],
  ] as const) {
    await who.getByLabel('Legal name').fill(agency);
    await who.getByLabel('Website').fill('');
    await who.getByLabel('Company registration number').fill(number);
    await who.getByLabel('Address of the head office').fill('3 Hill Road, Beni');
    await who.getByLabel('Country', { exact: true }).first().selectOption('NP');
    await who.getByLabel('Who we may contact').fill('Mina Rai');
  }
  await press(colleague, 'Save and continue');
  await expect(colleague).toHaveURL(/owners/);
  await expectRefusal(page, 'Save and continue', 409, 'choose below which one holds');
  await expect(page.getByLabel('Company registration number', { exact: true })).toHaveValue('C-43');
  await page.getByLabel(/Keep what .* C-42/).check();
  await press(page, 'Save and continue');
  await page.goto('/apply/identity');
  await expect(page.getByLabel('Company registration number')).toHaveValue('C-42');

  await page.goto('/apply/licences');
  await page.getByLabel('Issuing authority').fill('Department of Foreign Employment');
  await page.getByLabel('Country it is valid in').selectOption('NP');
  await page.getByLabel('Licence number').fill('901/080/82');
  await page.getByLabel('Valid until').fill(dayAhead(-2));
  await expectRefusal(page, 'Save and continue', 400, 'ended before today');

  await page.goto('/apply/submit');
  await expectRefusal(page, 'Send the application', 409, 'Some sections are not complete');
});

test('files: neither a disguise nor 26 megabytes is stored', async ({ desk }) => {
  const page = await desk.as(email, password);
  await page.goto('/apply/licence-scan');
  const files = page.getByLabel('Choose a file');
  await files.setInputFiles({
    name: 'licence.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ this is a program'),
  });
  await expectRefusal(page, 'Attach', 400, 'not a PDF or a photo');
  const large = Buffer.concat([licenceScan.buffer, Buffer.alloc(26 * 1024 * 1024)]);
  await files.setInputFiles({ ...licenceScan, buffer: large }, { timeout: 60_000 });
  await expectRefusal(page, 'Attach', 400, 'larger than 25 MB');
  await expectRefusal(page, 'Attach', 400, 'Choose a file first');
  await expect(page.getByText('licence.pdf')).toHaveCount(0);
});

test('who may see what: another role 403, somebody else’s or nobody’s 404, another site 403', async ({
  desk,
}) => {
  const [recruiter, officer, decider, auditor] = [
    await desk.as(email, password),
    await desk.as('officer@scheme.example'),
    await desk.as('decider@scheme.example'),
    await desk.as('auditor@meridian-audit.example'),
  ];
  for (const [page, path] of [
    [recruiter, '/scheme/applications'],
    [recruiter, '/audits'],
    [officer, '/apply'],
    [decider, '/scheme/certificates'],
    [auditor, '/scheme/decisions'],
  ] as const) {
    expect(await visit(page, path), path).toBe(403);
    await expectAccessible(page);
  }
  await auditor.goto('/findings');
  const finding = await auditor.locator('main a[href^="/findings/"]').first().getAttribute('href');
  const nobodys = '7b1b0c9e-0000-4000-8000-000000000000';
  for (const [page, path] of [
    [recruiter, finding ?? ''],
    [auditor, `/findings/${nobodys}`],
    [auditor, '/findings/anything'],
    [auditor, `/audits/${nobodys}`],
    [officer, `/scheme/applications/${nobodys}`],
    [recruiter, '/register/LRN99999999'],
    [recruiter, '/verify/ERC-1999-00001'],
    [recruiter, '/no/such/page'],
  ] as const) {
    expect(await visit(page, path), path).toBe(404);
    await expectAccessible(page);
  }
  expect(await visit(recruiter, `/files/documents/${nobodys}/1`)).toBe(404);
  const visitor = await desk.visitor();
  await visitor.goto('/scheme/applications?state=draft');
  await expect(visitor).toHaveURL(/\/sign-in\?next=%2Fscheme%2Fapplications%3Fstate%3Ddraft/);
  await visitor.goto('/en/check?q=No Such Agency At All');
  await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(visitor);
  const foreign = await recruiter.request.post('/apply/withdraw', {
    headers: { Origin: 'https://elsewhere.example' },
    form: {},
  });
  expect(foreign.status()).toBe(403);
});

test('fees and reviews: the wrong amount, a second officer, a second click', async ({ desk }) => {
  const owner = await desk.as(email, password);
  // The first draft is given up: its successor is filled in one go.
  await owner.goto('/apply/withdraw');
  await press(owner, 'Withdraw the application');
  await owner.goto('/apply');
  await fillApplication(owner, agency);
  const twin = await desk.as(email, password);
  await twin.goto('/apply/submit');
  await sendApplication(owner);
  await expectRefusal(twin, 'Send the application', 409, 'with the scheme');

  const officer = await desk.as('officer@scheme.example');
  await officer.goto('/scheme/invoices?status=open');
  await officer
    .getByRole('row', { name: agency })
    .getByRole('link', { name: /Record payment/ })
    .click();
  const address = officer.url();
  await officer.getByLabel('Amount received').fill('999.00');
  await officer.getByLabel('Reference of the transfer').fill('Short transfer');
  await expectRefusal(officer, 'Record the payment', 409, /amount|differs/i);
  await expect(officer.getByLabel('Reference of the transfer')).toHaveValue('Short transfer');
  await officer.getByLabel('Amount received').fill('a thousand');
  await expectRefusal(officer, 'Record the payment', 400, /amount|number/i);

  const second = await desk.as('officer@scheme.example');
  await second.goto(address);
  for (const page of [officer, second]) {
    await page.getByLabel('Amount received').fill('1,000.00');
    await page.getByLabel('Reference of the transfer').fill('Whole transfer');
  }
  await press(officer, 'Record the payment');
  await expect(officer).toHaveURL(/\/scheme\/applications\//);
  await expectRefusal(second, 'Record the payment', 409, /paid/i);

  const record = officer.url();
  await eventually(officer, () =>
    expect(officer.getByRole('link', { name: 'Declare', exact: true })).toBeVisible(),
  );
  // Closed until declared.
  expect(await officer.getByText('Company registration number').count()).toBe(0);
  await declareNoTies(officer);
  await second.goto(`${record}/reject`);
  await officer.goto(`${record}/accept`);
  await expectRefusal(officer, 'Accept and publish', 400, /reasons/i);
  for (const page of [officer, second])
    await page.getByLabel('Reasons').fill('Licence confirmed with the authority, owners disclosed.');
  await press(officer, 'Accept and publish');
  await expect(officer.getByText(/^Accepted as LRN/).first()).toBeVisible();
  await expectRefusal(second, 'Reject', 409, 'somebody decided it before you');
});

test('deciding: whoever audited is refused by the page and by its action', async ({ desk }) => {
  const decider = await desk.as('decider@scheme.example');
  await decider.goto('/scheme/decisions');
  const path =
    (await decider.getByRole('link', { name: 'Hoa Sen Labour Export' }).getAttribute('href')) ?? '';
  await decider.goto(path);
  await expect(decider.getByText('Declare first')).toBeVisible();
  await expect(decider.getByRole('heading', { name: 'Findings and what was done' })).toHaveCount(0);
  await expectAccessible(decider);
  await declareOnMatter(decider);
  await expectAccessible(decider);
  await decider.getByLabel('Grant the certificate').check();
  await decider.getByLabel('Reasons').fill('The system works, and every finding was corrected and verified.');
  for (const point of await decider.getByLabel(/is still open/).all())
    await point.fill('Its plan was accepted, and the next audit looks at it again.');
  // While the page is open, this person turns out to have been on the audit.
  const { db } = connect(process.env['DATABASE_URL'] ?? '', { max: 1 });
  await pastRules(db, (one) =>
    sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
    select audit.id, account.id, 'technical_expert', now() from audit join decision_matter using (application_id), account
    where decision_matter.id = ${path.split('/').at(-1)} and audit.type = 'stage2' and account.email = 'decider@scheme.example'`.execute(
      one,
    ),
  );
  expect(await statusOf(decider, () => press(decider, 'Cast your vote'))).toBe(409);
  await expect(decider.getByRole('alert').first()).toContainText('You took part in an audit');
  await decider.goto(path);
  await expect(decider.getByText('You took part in an audit of this recruiter')).toBeVisible();
  await expect(decider.getByRole('button', { name: 'Cast your vote' })).toHaveCount(0);
  await expectAccessible(decider);
  await db.destroy();
});

test('suspending: two officers at once, one wins and the other is told', async ({ desk }) => {
  const [first, second] = [await desk.as('officer@scheme.example'), await desk.as('officer@scheme.example')];
  await first.goto('/scheme/certificates?q=Everest');
  await first.locator('main a[href^="/scheme/certificates/"]').first().click();
  const path = `${first.url()}/suspend`;
  for (const page of [first, second]) await page.goto(path);
  await expectRefusal(first, 'Suspend and publish', 400, /reason/i);
  for (const page of [first, second]) {
    await page.getByLabel('Reason').selectOption('documents_withheld');
    await page.getByLabel('Note').fill('Four passports were found in the agency’s safe.');
  }
  await press(first, 'Suspend and publish');
  await expect(first).not.toHaveURL(/suspend$/);
  await expectRefusal(second, 'Suspend and publish', 409, 'suspended already');
  await expect(second.getByLabel('Note')).toHaveValue('Four passports were found in the agency’s safe.');
  // No reason is graver: the page names what stands and offers nothing.
  await second.goto(path);
  await expect(second.getByText('Reason: Workers’ documents were held')).toBeVisible();
  await expect(second.locator('main form')).toHaveCount(0);
});
