import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type Page } from '@playwright/test';

import { findChromium } from '#tests/support/chromium.ts';

import { demoPassword } from '../demo/accounts.ts';
import { aPhoto } from './photo.ts';

/** What an auditor feels who works in a browser without a network, and how long the browser then takes to send it all. */
export type DayOnADevice = {
  edits: number;
  photos: number;
  photoMegabytes: number;
  opening: { p95Ms: number; limitMs: number };
  keeping: { p95Ms: number; limitMs: number };
  seconds: number;
  limitSeconds: number;
};

const edits = 300;
const [indicatorsWithPhotos, photosEach] = [10, 5];
const photos = indicatorsWithPhotos * photosEach;
const limitMs = 100;

/** Through the page, its service worker and IndexedDB on a disk: offline, three hundred answers, fifty photos, online. */
export async function dayOnADevice(origin: string, path: string, email: string): Promise<DayOnADevice> {
  const folder = await mkdtemp(join(tmpdir(), 'fairroute-bench-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    // tsx calls this by name around every function it keeps the name of, also those that run in the page.
    await context.addInitScript('globalThis.__name ??= (kept) => kept');
    const page = await context.newPage();
    await signIn(page, origin, email);
    await page.goto(`${origin}${path}`);
    await page.locator('[data-part="page"]').waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
    await context.setOffline(true);
    const { opening, keeping } = await page.evaluate(answerAway, edits);
    const photo = await aPhoto();
    await addPhotos(page, photo);
    const begun = performance.now();
    await context.setOffline(false);
    await page.getByText('Everything you saved is with the server.').waitFor({ timeout: 300_000 });
    return {
      ...{ edits, photos, photoMegabytes: photo.byteLength / 1_000_000 },
      opening: { p95Ms: p95(opening), limitMs },
      keeping: { p95Ms: p95(keeping), limitMs },
      ...{ seconds: (performance.now() - begun) / 1000, limitSeconds: 60 },
    };
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function signIn(page: Page, origin: string, email: string) {
  await page.goto(`${origin}/sign-in`);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((at) => at.pathname !== '/sign-in');
}

/**
 * Runs in the page, so that nothing but the page is measured: from choosing an indicator until its form is there, and
 * from "Save" until the page says that one more answer waits; each seen by the next picture the browser draws.
 */
async function answerAway(times: number) {
  const part = (name: string) => document.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const until = (holds: () => boolean) =>
    new Promise<number>((resolve) => {
      const begun = performance.now();
      const look = () => (holds() ? resolve(performance.now() - begun) : requestAnimationFrame(look));
      requestAnimationFrame(look);
    });
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  const codes = [
    ...new Set(links.map(({ hash }) => hash.slice(1)).filter((hash) => /^\w+(\.\d+)+$/.test(hash))),
  ];
  const [opening, keeping]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < times; turn += 1) {
    const code = codes[turn % codes.length] ?? '';
    location.hash = code;
    opening.push(await until(() => part('eyebrow')?.textContent.endsWith(`Indicator ${code}`) ?? false));
    const form = part('form');
    const note = form?.querySelector<HTMLTextAreaElement>('[name="note"]');
    const conforms = form?.querySelector<HTMLInputElement>('[name="conformity"][value="conforms"]');
    if (!(form instanceof HTMLFormElement) || !note || !conforms) throw new Error(`No form for ${code}`);
    conforms.checked = true;
    note.value = `Written away, ${turn}`;
    note.dispatchEvent(new Event('input', { bubbles: true }));
    form.requestSubmit();
    const waits = String(turn + 1);
    keeping.push(await until(() => part('count-waiting')?.textContent === waits));
  }
  return { opening, keeping };
}

async function addPhotos(page: Page, photo: Buffer) {
  const codes = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].map(({ hash }) => hash),
  );
  const indicators = [...new Set(codes.filter((hash) => /^#\w+(\.\d+)+$/.test(hash)))];
  for (let at = 0; at < indicatorsWithPhotos; at += 1) {
    await page.evaluate((hash) => (location.hash = hash), indicators[at] ?? '');
    const files = Array.from({ length: photosEach }, (_one, place) => ({
      ...{ name: `${at}-${place}.jpg`, mimeType: 'image/jpeg', buffer: photo },
    }));
    await page.locator('input[name="photos"]').setInputFiles(files);
    await page
      .locator('[data-part="count-photosWaiting"]', { hasText: new RegExp(`^${(at + 1) * photosEach}$`) })
      .waitFor();
  }
}

const p95 = (taken: readonly number[]) =>
  [...taken].sort((one, other) => one - other)[Math.floor(taken.length * 0.95)] ?? 0;
