import { expect, type Page } from '@playwright/test';

import { dayAhead, follow, licenceScan, press } from './steps.ts';
import { expectAccessible } from './support.ts';

const choose = (page: Page, question: string, answer: string) =>
  page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();

const yesNo = (page: Page, question: string, answer: 'Yes' | 'No') => choose(page, question, answer);

/** The twelve sections and the scan; ends before sending. */
export async function fillApplication(page: Page, agency: string) {
  await expectAccessible(page);
  await press(page, 'Begin an application');
  await fillAgency(page, agency);
  await fillLicence(page);
  await fillWork(page);
  await fillMoney(page);
  await fillScope(page, agency);

  await expectAccessible(page);
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByLabel('Signed by').fill('Mina Rai');
  await page.getByLabel('Position').fill('Director');
  await press(page, 'Save and continue');
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeVisible();
  await expectAccessible(page);
}

async function fillAgency(page: Page, agency: string) {
  await expectAccessible(page);
  await page.getByLabel('Legal name').fill(agency);
  await page.getByLabel('Company registration number').fill('C-77');
  await page.getByLabel('Address of the head office').fill('2 Lake Road\nPokhara');
  await page.getByLabel('Country', { exact: true }).first().selectOption('NP');
  await page.getByLabel('Who we may contact').fill('Mina Rai');
  await press(page, 'Save and continue');

  await expectAccessible(page);
  for (const [index, name] of ['Mina Rai', 'Bishnu Rai'].entries()) {
    await page.getByLabel('Name', { exact: true }).nth(index).fill(name);
    await page.getByLabel('Country of residence').nth(index).selectOption('NP');
  }
  await choose(page, 'Owns as', 'Both');
  await yesNo(page, 'hold a public office', 'No');
  await press(page, 'Save and continue');
}

async function fillLicence(page: Page) {
  await expectAccessible(page);
  await page.getByLabel('Issuing authority').fill('Department of Foreign Employment');
  await page.getByLabel('Country it is valid in').selectOption('NP');
  await page.getByLabel('Licence number').fill('901/080/81');
  await page.getByLabel('Valid until').fill(dayAhead(300));
  await yesNo(page, 'Was a licence of yours', 'No');
  await press(page, 'Save and continue');

  await expectAccessible(page);
  await page.getByLabel('Choose a file').setInputFiles(licenceScan);
  await press(page, 'Attach');
  await expect(page.getByText('licence.pdf')).toBeVisible();
  await follow(page, 'Continue');
}

async function fillWork(page: Page) {
  await page.getByLabel('Office', { exact: true }).fill('Pokhara');
  await page.getByLabel('People who work there').fill('14');
  await page.getByLabel('Years in which you have recruited').fill('९');
  await page.getByLabel('Jobs you recruit for').fill('Mason\nCook');
  await page.getByLabel('Nepali').check();
  await press(page, 'Save and continue');

  await expectAccessible(page);
  await press(page, 'Add another corridor');
  for (const [index, [to, women, men]] of (
    [
      ['QA', '12', '140'],
      ['MY', '0', '61'],
    ] as const
  ).entries()) {
    await page.getByLabel('Workers came from').nth(index).selectOption('NP');
    await page.getByLabel('Workers went to').nth(index).selectOption(to);
    await page.getByLabel('Women, last 12 months').nth(index).fill(women);
    await page.getByLabel('Men, last 12 months', { exact: true }).nth(index).fill(men);
  }
  await press(page, 'Save and continue');

  await expectAccessible(page);
  await yesNo(page, 'Do sub-agents', 'No');
  await yesNo(page, 'Do you work with agencies', 'No');
  await yesNo(page, 'Do clinics', 'No');
  await page.getByLabel('Employers you serve now').fill('5');
  await press(page, 'Save and continue');
}

async function fillMoney(page: Page) {
  await expectAccessible(page);
  await page.getByLabel('What for').selectOption('FEE_SERVICE');
  await choose(page, 'Who pays', 'The employer');
  await yesNo(page, 'Does any worker pay', 'No');
  await yesNo(page, 'Did you ever repay', 'No');
  await press(page, 'Save and continue');

  await expectAccessible(page);
  await page.getByRole('group', { name: 'How workers can complain' }).getByLabel('Telephone').check();
  await page.getByRole('group', { name: 'In which languages' }).getByLabel('Nepali').check();
  await page.getByLabel('Complaints of workers').fill('2');
  await press(page, 'Save and continue');

  await expectAccessible(page);
  await yesNo(page, 'Is there a court case', 'No');
  await yesNo(page, 'Did newspapers', 'No');
  await press(page, 'Save and continue');

  await expectAccessible(page);
  const here = page.url();
  await assessSelf(page);
  await page.goto(here);
  await choose(page, 'Highest level', 'Level 3: the system is validated');
  await page.getByLabel('Completed on').fill(dayAhead(-60));
  await press(page, 'Save and continue');
}

/** A whole self-assessment: 27 criteria, a page each, all of them at one step. */
export async function assessSelf(page: Page) {
  await page.goto('/self-assessment');
  await expectAccessible(page);
  await press(page, 'Begin');
  await page.getByRole('link', { name: 'Go on with A.1' }).click();
  for (let criteria = 0; criteria < 27; criteria += 1) {
    await expect(page).toHaveURL(/[/]criteria[/]/);
    await page.waitForLoadState('domcontentloaded');
    // The button stands behind all there is to choose.
    await page.getByRole('button', { name: 'Save and continue', exact: true }).waitFor();
    const here = page.url();
    await page.evaluate(() => {
      for (const select of document.querySelectorAll<HTMLSelectElement>('main select')) select.value = '3';
    });
    await press(page, 'Save and continue');
    await expect(page).not.toHaveURL(here);
  }
  await press(page, 'Complete it');
  await expect(page).toHaveURL(/\/result$/);
}

async function fillScope(page: Page, agency: string) {
  await expectAccessible(page);
  await page.getByLabel('Legal entities').fill(agency);
  await page.getByLabel('Offices').fill('Pokhara (head office)\nKathmandu');
  await page.getByLabel('Workers come from').selectOption('NP');
  await page.getByLabel('Workers go to').selectOption('QA');
  await press(page, 'Add another corridor');
  await page.getByLabel('Workers come from').nth(1).selectOption('NP');
  await page.getByLabel('Workers go to').nth(1).selectOption('MY');
  await page.getByLabel('Construction').check();
  await page.getByLabel('Language of the audit').selectOption('en');
  await press(page, 'Save and continue');
}
