import { expect, type Page } from '@playwright/test';

import { linkFor } from './mailbox.ts';
import { eventually, expectAccessible } from './support.ts';

/** The steps of the main job, each as its person does it; a step leaves its page where it ended. */

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');

export const licenceScan = { name: 'licence.pdf', mimeType: 'application/pdf', buffer: pdf };

/** A day some months ahead, as a date field takes it. */
export const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Presses a link of the page by its exact words, and looks at where it leads. */
export async function follow(page: Page, name: string) {
  await page.getByRole('link', { name, exact: true }).first().click();
  await expectAccessible(page);
}

export async function signUp(
  page: Page,
  { agency, email, password }: { agency: string; email: string; password: string },
) {
  await page.goto('/sign-up');
  await expectAccessible(page);
  await page.getByLabel('Name of the agency').fill(agency);
  await page.getByLabel('Country where it is licensed').selectOption('NP');
  await page.getByLabel('Your name').fill('Mina Rai');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await press(page, 'Sign up');
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
  await expectAccessible(page);
  await page.goto(await linkFor(email, '/welcome'));
  await expectAccessible(page);
  await page.getByLabel('Password').fill(password);
  await press(page, 'Open the account');
  await expect(page.getByRole('heading', { name: 'Apply for certification' })).toBeVisible();
}

export async function sendApplication(page: Page) {
  await press(page, 'Send the application');
  await eventually(page, () =>
    expect(page.getByRole('heading', { name: 'Pay the application fee' })).toBeVisible(),
  );
  await expectAccessible(page);
}

export async function recordPayment(page: Page, agency: string) {
  await page.goto('/scheme/invoices?status=open');
  await expectAccessible(page);
  await page
    .getByRole('row', { name: agency })
    .getByRole('link', { name: /Record payment/ })
    .click();
  await expectAccessible(page);
  await page.getByLabel('Amount received').fill('1,000.00');
  await page.getByLabel('Reference of the transfer').fill(`Transfer ${agency}`);
  await press(page, 'Record the payment');
  await eventually(page, () =>
    expect(page.getByRole('link', { name: 'Declare', exact: true })).toBeVisible(),
  );
}

/** What was sent stays closed until the officer declared that nothing ties them to the applicant. */
export async function declareNoTies(page: Page) {
  await follow(page, 'Declare');
  await page.getByLabel('Nothing ties me to this applicant').check();
  await page.getByLabel('What you looked at').fill('No work, kinship or money ties in three years.');
  await press(page, 'Declare');
  await expect(page.getByRole('link', { name: 'Accept', exact: true })).toBeVisible();
}

/** What lies before the panel stays closed until its member declared; ends on the package. */
export async function declareOnMatter(page: Page) {
  await follow(page, 'Declare');
  await page.getByLabel('Nothing ties me to this recruiter').check();
  await page.getByLabel('What you looked at').fill('No work, advice, kinship or money ties in two years.');
  await press(page, 'Declare');
  await expect(page.getByRole('heading', { name: 'Scope asked for' })).toBeVisible();
}

/** The officer asks for more, the recruiter answers and sends again. Ends on the officer's page of the application. */
export async function deferAndAnswer(officer: Page, recruiter: Page) {
  const record = officer.url();
  await follow(officer, 'Ask for more');
  await officer.getByLabel('Reasons').fill('Please tell us a telephone number at which we can reach you.');
  await press(officer, 'Ask for more');
  await expect(officer.getByText('Deferred: the scheme asked for more information')).toBeVisible();

  await recruiter.goto('/apply');
  await expect(recruiter.getByRole('heading', { name: 'The scheme asks for more' })).toBeVisible();
  await expectAccessible(recruiter);
  await recruiter.goto('/apply/identity');
  await recruiter.getByLabel('Telephone').fill('+977 61 555 0101');
  await press(recruiter, 'Save and continue');
  await recruiter.goto('/apply/submit');
  await press(recruiter, 'Send the application');
  await expect(recruiter.getByRole('heading', { name: 'The scheme reviews your application' })).toBeVisible();

  await officer.goto(record);
  await expect(officer.getByText('+977 61 555 0101')).toBeVisible();
}

export async function acceptApplication(page: Page) {
  await expectAccessible(page);
  await follow(page, 'Accept');
  await page.getByLabel('Reasons').fill('Licence confirmed with the authority, owners disclosed.');
  await press(page, 'Accept and publish');
  await expect(page.getByText(/^Accepted as LRN/).first()).toBeVisible();
}

export async function engageMeridian(page: Page) {
  await page.goto('/apply');
  await expectAccessible(page);
  await follow(page, 'Choose an audit body');
  await page.getByLabel('Meridian Audit').check();
  await press(page, 'Engage this audit body');
  await expect(page.getByRole('heading', { name: 'The audit body plans your audit' })).toBeVisible();
}

type Stage = { agency: string; stage: 'Stage 1' | 'Stage 2' };

/** Schedules, declares, plans, writes what is to go `further`, and tells of a stage that begins today; ends on the audit's page. */
export async function planStage(
  page: Page,
  { agency, stage }: Stage,
  further?: (page: Page) => Promise<void>,
) {
  await page.goto('/audits');
  await expectAccessible(page);
  await page
    .getByRole('row', { name: agency })
    .first()
    .getByRole('link', { name: new RegExp(`Plan ${stage}`, 'i') })
    .click();
  await expectAccessible(page);
  await press(page, 'Schedule the audit');
  await follow(page, 'Declare conflicts');
  await page.getByLabel('I have no conflict of interest').check();
  await page.getByLabel('What you looked at').fill('No work, kinship or money ties in two years.');
  await press(page, 'Declare');
  await follow(page, 'Plan the audit');
  await reckon(page);
  await page.locator('input[value="announced"]').check();
  await page.getByLabel('First day').fill(dayAhead(0));
  await page.getByLabel('Last day').fill(dayAhead(6));
  await page
    .getByLabel('Plan', { exact: false })
    .last()
    .fill('Head office, two partners, workers alone and without the recruiter.');
  await press(page, 'Fix the plan');
  await expectAccessible(page);
  await further?.(page);
  await follow(page, 'Notify the recruiter');
  await page
    .getByLabel('Why there is less time')
    .fill('The recruiter asked for the earliest days there are.');
  await press(page, 'Send the notice');
  await expectAccessible(page);
}

/** The sample and the days on which a plan rests; ends on the plan's page. */
async function reckon(page: Page) {
  await follow(page, 'Plan the sample');
  await press(page, 'Plan the sample');
  await expectAccessible(page);
  await follow(page, 'Go on with the plan');
  await follow(page, 'Calculate the days');
  await page.getByLabel('Effective staff').fill('5');
  await page.getByLabel('Corridors').fill('1');
  await page.getByLabel('Further branches').fill('0');
  await press(page, 'Calculate the days');
  await expectAccessible(page);
  await follow(page, 'Go on with the plan');
}

export async function startAudit(page: Page) {
  await follow(page, 'Start the audit');
  await press(page, 'Start the audit');
}

export type Failed = { code: string; grade: string; statement: string; evidence: string };

/** All 93 indicators, one page each; those that fail become findings on the way. Ends on the audit's page. */
export async function goThroughIndicators(page: Page, failed: Failed[]) {
  await follow(page, 'Go through the indicators');
  const overview = new URL(page.url()).pathname;
  await page.locator('main a[href*="/indicators/"]').first().click();
  await expectAccessible(page);
  for (let looked = 0; looked < 93; looked += 1) {
    const code = /indicators\/([^/?]+)/.exec(page.url())?.[1] ?? '';
    const finding = failed.find((candidate) => candidate.code === code);
    await page.getByLabel(finding ? 'Does not conform' : 'Conforms', { exact: true }).check();
    await page.getByLabel('Note').fill(finding?.statement ?? '');
    if (finding) {
      await page.locator('button[value="finding"]').click();
      await raiseFinding(page, finding);
      await page.goto(`${overview}?show=open`);
      const next = page.locator('main a[href*="/indicators/"]').first();
      if ((await next.count()) > 0) await next.click();
    } else {
      await page.locator('button[value="indicator"]').click();
    }
  }
  await page.goto(overview.replace(/\/indicators$/, ''));
}

async function raiseFinding(page: Page, { grade, statement, evidence }: Failed) {
  await expectAccessible(page);
  await page.locator(`input[value="${grade}"]`).check();
  await page.getByLabel('What does not conform').fill(statement);
  await page.getByLabel('What shows it').fill(evidence);
  await press(page, 'Raise the finding');
}

/** Every part of the report; the first public summary names its author and is sent back. Ends on the audit's page. */
export async function writeReport(page: Page) {
  await follow(page, 'Write the report');
  const words: Record<string, string> = {
    Summary: 'A working system with three gaps, one of them grave: workers paid for medical tests.',
    Scope: 'Head office and one branch, every corridor, twelve months.',
    Method: 'Documents, visits and interviews of workers alone; two unions were asked.',
    Sample: 'Two workers were heard alone, a third refused; the others are called in April.',
    Strengths: 'The staff know that workers owe no fee.',
    'What was not seen': 'One sub-agent was abroad.',
    'Public summary': 'A working system. For questions: auditor@meridian-audit.example',
  };
  for (const [label, text] of Object.entries(words))
    await page.getByRole('textbox', { name: label, exact: true }).fill(text);
  await press(page, 'Save the report');
  await expect(page.getByText('is an e-mail address. Leave it out.')).toBeVisible();
  await press(page, 'Send the report');
  await expect(page.getByText('The public summary holds an e-mail address.')).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await page.goto(page.url().replace(/\/send$/, ''));
  await page
    .getByRole('textbox', { name: 'Public summary' })
    .fill('A working system with three gaps, of which one harmed workers.');
  await press(page, 'Save the report');
  await press(page, 'Send the report');
  await expect(page.getByText('Fact check').first()).toBeVisible();
  await expectAccessible(page);
}

/** The recruiter finds the report among its tasks, comments on the method and ends the check. */
export async function checkFacts(page: Page) {
  await page.goto('/now');
  await page.getByRole('link', { name: /Check/ }).first().click();
  await expectAccessible(page);
  await page.getByLabel('About').selectOption('Method');
  await page.getByLabel('What is wrong, and what is right').fill('Three unions were asked, not two.');
  await press(page, 'Send the comment');
  await expect(page.getByText('Not answered yet')).toBeVisible();
  await follow(page, 'I have said everything');
  await press(page, 'I have said everything');
  await expect(page.getByText('In technical review').first()).toBeVisible();
}

/** The lead auditor corrects what the recruiter was right about. */
export async function answerComments(page: Page) {
  await page.reload();
  await follow(page, 'Read the comments');
  await follow(page, 'Answer the comment on Method');
  await page.getByLabel('The recruiter is right: correct it').check();
  await page.getByLabel('Your answer').fill('The minutes name three unions.');
  await page.getByLabel('The words as they shall stand').fill('Documents, visits, interviews; three unions.');
  await press(page, 'Send the answer');
  await expect(page.getByText('Corrected.')).toBeVisible();
  await expectAccessible(page);
}

/** One finding by its words, from the list of findings. */
export async function openFinding(page: Page, agency: string, code: string) {
  await page.goto('/findings');
  await expectAccessible(page);
  await page
    .getByRole('row')
    .filter({ hasText: code })
    .filter({ hasText: agency })
    .getByRole('link')
    .first()
    .click();
  await expectAccessible(page);
}
