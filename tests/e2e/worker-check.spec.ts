import { gzipSync } from 'node:zlib';

import type { Page } from '@playwright/test';
import { z } from 'zod';

import { markLanguageCodes, markLanguages } from '#app/features/register/marks/model.ts';
import { directionOf } from '#app/features/workers/languages.ts';
import { titleIn } from '#app/features/workers/check/ui/page.tsx';
import { checkWords } from '#app/features/workers/check/words/check-words.ts';

import { expect, expectAccessible, test } from './support.ts';

const answerShape = z.object({
  data: z.array(
    z.object({
      registrationNumber: z.string(),
      nameLocal: z.string().nullable(),
      licences: z.array(z.object({ number: z.string() })),
      certificate: z.object({ number: z.string() }).nullable(),
    }),
  ),
});

/** The check as a worker meets it: no script, no cookie, in each language and both directions. */
const kilobytes = 1024;

async function weigh(page: Page, path: string) {
  const answer = await page.request.get(path);
  expect(answer.headers()['set-cookie'], path).toBeUndefined();
  expect(gzipSync(await answer.body()).length, path).toBeLessThanOrEqual(14 * kilobytes);
}

for (const language of markLanguageCodes)
  test(`in ${language}: the first screen, an answer that is none, and no script`, async ({ desk }) => {
    const page = await desk.visitor();
    const say = checkWords[language];
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.resourceType()));

    await page.goto(`/${language}/check`);
    await expect(page).toHaveTitle(titleIn(language));
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('html')).toHaveAttribute('dir', directionOf(language));
    for (const code of markLanguageCodes)
      await expect(page.getByRole('link', { name: markLanguages[code], exact: true })).toBeVisible();
    await expectAccessible(page);

    await page.getByLabel(say.label).fill('No Such Agency At All');
    await page.getByRole('button', { name: say.check }).click();
    await expect(page.getByRole('heading', { name: say.unknownTitle })).toBeVisible();
    await expect(page).toHaveTitle(titleIn(language));
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

    expect(new Set(loaded)).not.toContain('script');
    expect(new Set(loaded)).not.toContain('font');
    expect(await page.context().cookies()).toEqual([]);
    await weigh(page, `/${language}/check`);
    await weigh(page, `/${language}/check?q=No%20Such%20Agency%20At%20All`);
  });

test('one agency is answered, and of whoever speaks in its name a second question', async ({ desk }) => {
  const page = await desk.visitor();
  await page.goto('/en/check?q=everest');
  const some = page.getByRole('main').getByRole('listitem').getByRole('link');
  if ((await some.count()) > 0) await some.first().click();
  await expect(page.locator('.answer')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(checkWords.en.whoLabel).fill('Nobody Of Theirs');
  await page.getByRole('button', { name: checkWords.en.check }).first().click();
  await expect(page.getByRole('heading', { name: checkWords.en.no, exact: true })).toBeVisible();
  await expectAccessible(page);
  await weigh(page, page.url());
});

test('a language nobody has words for leads to English and all the others', async ({ desk }) => {
  const page = await desk.visitor();
  await page.goto('/xx/check');
  await expect(page).toHaveURL(/\/en\/check/);
  await expect(page.getByRole('link', { name: markLanguages.am })).toBeVisible();
});

/** Whatever of an agency somebody holds in their hand. */
const keys = {
  name: 'Everest Manpower',
  misspelt: 'Everst Manpowr',
  phone: '+977 980-0000010',
  'phone in its own digits': '९८०-००००-०११',
  page: 'https://social.example/everest-manpower',
};

for (const language of markLanguageCodes)
  test(`in ${language}: found by name, script, number and page alike`, async ({ desk }) => {
    const page = await desk.visitor();
    const record = await page.request.get('/api/v1/recruiters?q=Everest%20Manpower&limit=1');
    const found = answerShape.parse(await record.json()).data[0];
    const numbers = {
      local: found?.nameLocal ?? '',
      registration: found?.registrationNumber ?? '',
      licence: found?.licences[0]?.number ?? '',
      certificate: found?.certificate?.number ?? '',
    };
    for (const [what, key] of Object.entries({ ...keys, ...numbers })) {
      if (key === '') continue;
      await page.goto(`/${language}/check?q=${encodeURIComponent(key)}`);
      await expect(page.getByRole('main'), `${what}: ${key}`).toContainText('Everest');
      await expect(page.locator('html')).toHaveAttribute('dir', directionOf(language));
    }
  });
