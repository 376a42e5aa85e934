import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';

import { wordsOf } from '#app/features/mapping/answering/words/words.ts';
import type { MappingLanguage as Language } from '#app/features/mapping/model.ts';
import { column, keys } from '#app/questionnaire/workbook/layout.ts';

import { linkFor } from './mailbox.ts';
import { dayAhead, press } from './steps.ts';
import { expect, expectAccessible, test } from './support.ts';

/**
 * A chain from a brand to a sub-agent: each is asked by mail, answers by a link in another language and without scripts,
 * and says who comes before it; one answers in a workbook.
 */
const company = 'sourcing@northwind-apparel.example';

/** Answers a control of the page by its name, whatever it is. */
async function answer(page: Page, name: string, value: string) {
  const radio = page.locator(`input[type=radio][name="${name}"][value="${value}"]`);
  if ((await radio.count()) > 0) return radio.check();
  const control = page.locator(`[name="${name}"]`).first();
  const tag = await control.evaluate((element) => element.tagName);
  return tag === 'SELECT' ? control.selectOption(value) : control.fill(value);
}

/** Adds a row to a list of the page, and answers its cells. */
async function addRow(page: Page, rows: string, place: number, cells: Record<string, string>) {
  await page.locator(`fieldset[id$="-${rows}"] > button[name="__intent__"]`).click();
  for (const [column, value] of Object.entries(cells))
    await answer(page, `${rows}[${place}].${column}`, value);
}

/** Opens the link that came by mail, in the language it came in, and begins. */
async function begin(page: Page, email: string, language: Language) {
  await page.goto(await linkFor(email, `/${language}/answer`));
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expectAccessible(page);
  await press(page, wordsOf(language).begin);
  await expectAccessible(page);
}

const home = (page: Page) => new URL(page.url()).pathname.replace(/\/(sections|send|workbook)(\/.*)?$/, '');

async function save(page: Page, language: Language) {
  await press(page, wordsOf(language).save);
  await expect(page.getByRole('alert')).toHaveCount(0);
}

async function section(page: Page, name: string) {
  await page.goto(`${home(page)}/sections/${name}`);
}

async function send(page: Page, language: Language) {
  const words = wordsOf(language);
  await page.goto(`${home(page)}/send`);
  await expectAccessible(page);
  await page.locator('input[name=agree]').check();
  await press(page, words.sendButton);
  await expect(page.getByRole('heading', { name: words.sent, exact: true })).toBeVisible();
  await expectAccessible(page);
}

test('a brand’s chain is told step by step, each in their own language, and drawn', async ({ desk }) => {
  test.setTimeout(240_000);
  const owner = await desk.as(company);
  await owner.goto('/mapping/new');
  await owner.getByLabel('Name', { exact: true }).fill('Sites of the browser');
  await owner.getByLabel('Last day to answer').fill(dayAhead(60));
  await press(owner, 'Prepare it');
  await expectAccessible(owner);
  const campaign = new URL(owner.url()).pathname;
  await owner.goto(`${campaign}/supplier`);
  await owner.getByLabel('Name', { exact: true }).fill('Chain Garments');
  await owner.locator('select[name=role]').selectOption('site');
  await owner.locator('select[name=country]').selectOption('QA');
  await owner.getByLabel('E-mail address').fill('people@chain-garments.example');
  await owner.locator('select[name=language]').selectOption('bn');
  await press(owner, 'Name them');
  await owner.goto(`${campaign}/open`);
  await press(owner, 'Open it');

  const site = await desk.visitor();
  await begin(site, 'people@chain-garments.example', 'bn');
  await answer(site, 'company_name', 'Chain Garments');
  await answer(site, 'country', 'QA');
  await answer(site, 'may_share_with_others', 'no');
  await save(site, 'bn');
  await section(site, 'upstream');
  await addRow(site, 'upstream', 0, {
    ...{ up_name: 'Chain Recruiting', up_kind: 'recruiter', up_country: 'NP' },
    ...{ up_email: 'desk@chain-recruiting.example', up_may_invite: 'yes', up_may_be_seen: 'yes' },
  });
  await save(site, 'bn');
  await send(site, 'bn');

  const recruiter = await desk.visitor();
  await begin(recruiter, 'desk@chain-recruiting.example', 'bn');
  // They read another language than the mail came in.
  await recruiter.goto(home(recruiter).replace('/bn/', '/ne/'));
  await press(recruiter, wordsOf('ne').goOn).catch(() => undefined);
  await section(recruiter, 'respondent');
  await answer(recruiter, 'company_name', 'Chain Recruiting');
  await answer(recruiter, 'country', 'NP');
  await answer(recruiter, 'may_share_with_others', 'no');
  await save(recruiter, 'ne');
  await section(recruiter, 'corridors');
  await addRow(recruiter, 'corridors', 0, {
    ...{
      cor_origin: 'NP',
      cor_destination: 'QA',
      cor_workers: '40',
      cor_wage: '1000',
      cor_wage_currency: 'QAR',
    },
  });
  await save(recruiter, 'ne');
  await section(recruiter, 'upstream');
  await addRow(recruiter, 'upstream', 0, {
    ...{ up_name: 'Chain Village Agent', up_kind: 'sub_agent', up_country: 'NP' },
    ...{ up_email: 'ram@chain-agent.example', up_may_invite: 'yes', up_may_be_seen: 'no' },
  });
  await save(recruiter, 'ne');
  await section(recruiter, 'money');
  await addRow(recruiter, 'payments', 0, {
    ...{ pay_category: 'FEE_SERVICE', pay_amount: '2500', pay_currency: 'QAR', pay_payer: 'worker' },
  });
  await save(recruiter, 'ne');
  await send(recruiter, 'ne');

  const agent = await desk.visitor();
  await begin(agent, 'ram@chain-agent.example', 'ne');
  await answer(agent, 'company_name', 'Chain Village Agent');
  await answer(agent, 'country', 'NP');
  await answer(agent, 'may_share_with_others', 'no');
  await save(agent, 'ne');
  // Nothing of theirs is seen before they send it, and not who they are.
  await owner.goto(campaign);
  await expect(owner.getByText('Named to us, not to you')).toBeVisible();
  await send(agent, 'ne');

  await owner.goto(campaign);
  await expectAccessible(owner);
  await expect(owner.getByText('Chain Recruiting').first()).toBeVisible();
  await owner.goto(`/mapping/chain?campaign=${campaign.split('/').at(-1) ?? ''}`);
  await expectAccessible(owner);
  await expect(owner.getByText('2.5').first()).toBeVisible();
  // Every number leads to the answer it was read from.
  await owner.getByRole('link', { name: 'Answer 1' }).first().click();
  await expect(owner.getByText('2,500').or(owner.getByText('2500')).first()).toBeVisible();
  await expectAccessible(owner);

  const read = owner.url();
  await owner.goto('/mapping/report');
  await expectAccessible(owner);
  await expect(owner.getByRole('heading', { name: 'Months of pay to get the job' })).toBeVisible();
  const paper = await owner.request.get('/files/mapping-report?as=pdf');
  expect([paper.status(), (await paper.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);

  // What is taken back is gone at once.
  await recruiter.goto(`${home(recruiter)}/withdraw`);
  await press(recruiter, wordsOf('ne').withdraw);
  await owner.goto(read);
  await expect(owner.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await owner.goto(campaign);
  await expect(owner.getByText('Taken back')).toBeVisible();
});

/** Writes answers into their cells, as somebody does in a spreadsheet. */
async function fill(content: Buffer, answers: Record<string, string>) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(content).buffer);
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => {
      const key = row.getCell(column.key + 1).text;
      const [, answer] = Object.entries(answers).find(([name]) => keys.question(name) === key) ?? [];
      if (answer !== undefined) row.getCell(column.answer + 1).value = answer;
    });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

test('another answers in a workbook and brings it back', async ({ desk }) => {
  const owner = await desk.as(company);
  await owner.goto('/mapping/new');
  await owner.getByLabel('Name', { exact: true }).fill('By workbook');
  await owner.getByLabel('Last day to answer').fill(dayAhead(60));
  await press(owner, 'Prepare it');
  const campaign = new URL(owner.url()).pathname;
  await owner.goto(`${campaign}/suppliers`);
  await owner.locator('input[type=file]').setInputFiles({
    ...{ name: 'suppliers.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(
      'Name,What they are,Country,E-mail,Language\nSheet Garments,site,QA,sheet@garments.example,en\nNobody,moon,QA,,\n',
    ),
  });
  await press(owner, 'Take it in');
  await expect(owner.getByText('B3: Choose what they are')).toBeVisible();
  await expectAccessible(owner);
  await owner.goto(`${campaign}/open`);
  await press(owner, 'Open it');

  const site = await desk.visitor();
  await begin(site, 'sheet@garments.example', 'en');
  const at = home(site);
  const file = await site.request.get(`${at}/workbook/file`);
  expect(file.status()).toBe(200);
  const filled = await fill(await file.body(), {
    ...{ company_name: 'Sheet Garments', country: 'Qatar', may_share_with_others: 'No' },
  });
  await site.goto(`${at}/workbook`);
  await expectAccessible(site);
  await site.locator('input[type=file]').setInputFiles({
    ...{ name: 'mapping_site.xlsx', buffer: filled },
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  await press(site, wordsOf('en').workbookTake);
  await expect(site.getByText('Taken in: 3 answers.')).toBeVisible();
  await site.goto(at);
  await send(site, 'en');
});
