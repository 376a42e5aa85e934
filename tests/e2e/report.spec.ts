import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import type { Page, Response } from '@playwright/test';

import { markLanguageCodes, markLanguages, type MarkLanguage } from '#app/features/register/marks/model.ts';
import { complaintWords } from '#app/features/workers/complaints/words/complaint-words.ts';
import { directionOf } from '#app/features/workers/languages.ts';

import { expect, expectAccessible, test } from './support.ts';

/** A complaint as a worker makes it and comes back to it: no script, no cookie, in each language and both directions. */
const most = 14 * 1024;

/** Every page of a journey, weighed as it came over the line. */
function weighing(page: Page) {
  const pages: Promise<{ path: string; bytes: number; cookie: string | undefined }>[] = [];
  const loaded = new Set<string>();
  page.on('request', (request) => loaded.add(request.resourceType()));
  page.on('response', (response) => {
    if (response.request().resourceType() === 'document') pages.push(weight(response));
  });
  return { pages, loaded };
}

async function weight(response: Response) {
  const body = await response.body().catch(() => Buffer.alloc(0));
  const cookie = (await response.allHeaders())['set-cookie'];
  return { path: new URL(response.url()).pathname, bytes: gzipSync(body).length, cookie };
}

async function send(page: Page, language: MarkLanguage, happened: string) {
  const say = complaintWords[language];
  await page.goto(`/${language}/report`);
  await page.getByLabel(say.happened).fill(happened);
  await page.getByLabel(say.whom).fill('Nobody Overseas');
  await page.getByRole('button', { name: say.send, exact: true }).click();
  await expect(page.getByRole('heading', { name: say.sentTitle })).toBeVisible();
  const [number = '', code = ''] = await page.locator('dl.code dd').allInnerTexts();
  return { number, code };
}

for (const language of markLanguageCodes)
  test(`in ${language}: told, kept under a code, come back to and added to`, async ({ desk }) => {
    const page = await desk.visitor();
    const say = complaintWords[language];
    const { pages, loaded } = weighing(page);
    await page.goto(`/${language}/report`);
    await expect(page.locator('html')).toHaveAttribute('dir', directionOf(language));
    await expect(page).toHaveTitle('Fairroute');
    for (const code of markLanguageCodes)
      await expect(page.getByRole('link', { name: markLanguages[code], exact: true })).toBeVisible();
    await expectAccessible(page);

    const { number, code } = await send(page, language, 'नमस्ते. They keep my passport.');
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.getByLabel(say.typeBack).fill(code);
    await page.getByRole('button', { name: say.goOn }).click();
    await expect(page.getByText(say.states.received)).toBeVisible();
    await expect(page.getByText('नमस्ते. They keep my passport.')).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

    for (const section of ['payments', 'consents'] as const) {
      await page.getByRole('button', { name: say.sections[section] }).click();
      await expect(page.getByRole('heading', { name: say.sections[section] })).toBeVisible();
      await expectAccessible(page);
      if (section === 'consents') await page.getByLabel(say.consents.organisation).check();
      else await page.getByLabel(say.payAmount).first().fill('900');
      await page.getByRole('button', { name: say.save }).click();
      await expect(page.getByText(say.saved)).toBeVisible();
    }
    await page.getByRole('button', { name: say.finish }).click();
    await expect(page.getByRole('heading', { name: say.finishedTitle })).toBeVisible();

    await page.goto(`/${language}/report/case`);
    await expectAccessible(page);
    await page.getByLabel(say.number).fill(number);
    await page.getByLabel(say.code).fill(code);
    await page.getByRole('button', { name: say.open, exact: true }).click();
    await expect(page.getByText('नमस्ते. They keep my passport.')).toBeVisible();

    expect(loaded).not.toContain('script');
    expect(loaded).not.toContain('font');
    expect(await page.context().cookies()).toEqual([]);
    const weights = await Promise.all(pages);
    expect(weights.length).toBeGreaterThanOrEqual(9);
    for (const { path, bytes, cookie } of weights) {
      expect(bytes, path).toBeLessThanOrEqual(most);
      expect(cookie, path).toBeUndefined();
    }
  });

test('photos and voice messages are taken; a film, a script and too much are refused in words', async ({
  desk,
}) => {
  const page = await desk.visitor();
  const say = complaintWords.en;
  const { code } = await send(page, 'en', 'I have a recording.');
  await page.getByLabel(say.typeBack).fill(code);
  await page.getByRole('button', { name: say.goOn }).click();
  await page.getByRole('button', { name: say.sections.files }).click();
  await expectAccessible(page);
  const give = async (file: string | { name: string; mimeType: string; buffer: Buffer }) => {
    await page.getByLabel(say.file).setInputFiles(file);
    await page.getByRole('button', { name: say.fileSend }).click();
  };
  await give('tests/fixtures/sound/voice.ogg');
  await expect(page.getByText('Sent: 1')).toBeVisible();
  await give('tests/fixtures/sound/film.mp4');
  await expect(page.getByRole('alert')).toContainText(say.fileType);
  await expectAccessible(page);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await give({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: svg });
  await expect(page.getByRole('alert')).toContainText(say.fileType);
  const archive = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200)]);
  await give({ name: 'all.zip', mimeType: 'application/zip', buffer: archive });
  await expect(page.getByRole('alert')).toContainText(say.fileType);
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic'),
    Buffer.alloc(400),
  ]);
  await give({ name: 'photo.heic', mimeType: 'image/heic', buffer: heic });
  await expect(page.getByRole('alert')).toContainText(say.fileType);
  const long = Buffer.concat([
    readFileSync('tests/fixtures/sound/voice.wav'),
    Buffer.alloc(11 * 1024 * 1024),
  ]);
  await give({ name: 'voice.wav', mimeType: 'audio/wav', buffer: long });
  await expect(page.getByRole('alert')).toContainText(say.fileTooLarge);
  await expect(page.getByText('Sent: 1')).toBeVisible();
});

test('a wrong code gives no hint; leaving asks the browser to forget; an empty page keeps its words', async ({
  desk,
}) => {
  const page = await desk.visitor();
  const say = complaintWords.en;
  const { number, code } = await send(page, 'en', 'They threatened me.');
  await page.getByLabel(say.typeBack).fill(`${code.slice(0, -1)}${code.endsWith('1') ? '2' : '1'}`);
  await page.getByRole('button', { name: say.goOn }).click();
  await expect(page.getByRole('alert')).toHaveText(say.wrong);
  await expectAccessible(page);
  await expect(page.getByLabel(say.number)).toHaveValue(number);
  await page.getByLabel(say.number).fill('0000-0000');
  await page.getByLabel(say.code).fill(code);
  await page.getByRole('button', { name: say.open, exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(say.wrong);

  await page.getByLabel(say.number).fill(number);
  await page.getByLabel(say.code).fill(code);
  await page.getByRole('button', { name: say.open, exact: true }).click();
  const receipt = page.waitForEvent('download');
  await page.getByRole('button', { name: say.receipt }).click();
  expect((await receipt).suggestedFilename()).toBe('receipt.jwt');
  const left = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: say.finish }).click();
  expect((await (await left).allHeaders())['clear-site-data']).toBe('"cache", "cookies", "storage"');

  await page.goto('/en/report');
  await page.getByLabel(say.whom).fill('Somebody');
  await page.getByLabel(say.happened).fill('   ');
  await page.getByRole('button', { name: say.send, exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(say.empty);
  await expect(page.getByLabel(say.whom)).toHaveValue('Somebody');
});
