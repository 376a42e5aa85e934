import type { Page } from '@playwright/test';
import { sql } from 'kysely';

import { voiceWords } from '#app/features/mapping/voice/words/words.ts';
import type { markLanguageCodes } from '#app/features/register/marks/model.ts';
import { connect } from '#db/client.server.ts';

import { press } from './steps.ts';
import { expect, expectAccessible, test } from './support.ts';

const owner = 'sourcing@northwind-apparel.example';

/** A site in the company's chain, and its poster as the company makes it; answers with both. */
async function aPoster(page: Page, name: string) {
  const { db } = connect(process.env['DATABASE_URL'] ?? '', { max: 1 });
  await sql`insert into supply_party (company_id, kind, name, identity, country, named_by_company, made_at)
    select m.organisation_id, 'site', ${name}, ${`site QA ${name}`}, 'QA', true, now()
    from membership m join account a on a.id = m.account_id where a.email = ${owner}`.execute(db);
  await db.destroy();
  await page.goto('/mapping/voice');
  await page.getByRole('link', { name }).click();
  await page.getByLabel('नेपाली').check();
  await page.getByLabel('اردو').check();
  await press(page, 'Make the poster');
  const code = (await page.getByRole('link', { name: /^\d{4} \d{4} \d{4}$/ }).textContent()) ?? '';
  return { site: new URL(page.url()).pathname, code };
}

/** From the first page to the last, saying only what is told here. */
async function answer(page: Page, code: string, language: (typeof markLanguageCodes)[number]) {
  const say = voiceWords[language];
  await page.goto(`/${language}/voice`);
  await page.getByLabel(say.number).fill(code);
  await page.getByRole('button', { name: say.open, exact: true }).click();
  await page.locator('select[name=w_origin]').selectOption('NP');
  await expectAccessible(page);
  const [next, send] = [say.next, say.send].map((name) => page.getByRole('button', { name, exact: true }));
  if (!next || !send) throw new Error('no buttons');
  // Between two pages there is neither: the one that comes is waited for.
  const shown = async () => {
    await next.or(send).first().waitFor();
    return (await next.count()) > 0;
  };
  while (await shown()) await next.click();
  await send.click();
  await expect(page.getByRole('heading', { name: say.thanks })).toBeVisible();
  await expectAccessible(page);
}

test('five workers answer in their languages, and only then their company reads anything', async ({
  desk,
}) => {
  const company = await desk.as(owner);
  const { site, code } = await aPoster(company, 'Lusail Stitching');
  await expectAccessible(company);
  for (const language of ['ne', 'ur', 'bn', 'hi'] as const) {
    const worker = await desk.visitor();
    await answer(worker, code, language);
    expect(await worker.context().cookies()).toEqual([]);
  }
  await company.goto(site);
  await expect(company.getByText('Answers are shown from five on')).toBeVisible();
  await answer(await desk.visitor(), code, 'en');
  await company.goto(site);
  await expect(company.getByText('5 people answered')).toBeVisible();
  await expect(company.getByText('Nepal: 100')).toBeVisible();
  await expectAccessible(company);
});

test('a page holds what was typed, says what is wrong, and keeps nothing of a form left open', async ({
  desk,
}) => {
  const company = await desk.as(owner);
  const { code } = await aPoster(company, 'Wakra Stitching');
  const page = await desk.visitor();
  const say = voiceWords.en;
  await page.goto(`/en/voice/${code.replaceAll(' ', '')}`);
  await expect(page).toHaveTitle('Fairroute');
  await page.locator('input[name=w_tiers]').fill('many');
  await press(page, say.next);
  await expect(page.getByText(say.fix)).toBeVisible();
  await expect(page.locator('input[name=w_tiers]')).toHaveValue('many');
  await page.locator('input[name=w_tiers]').fill('2');
  await press(page, say.next);
  await press(page, say.back);
  await expect(page.locator('input[name=w_tiers]')).toHaveValue('2');
  await page.goto('/en/voice/000000000000');
  await expect(page.getByText(say.unknown)).toBeVisible();
});
