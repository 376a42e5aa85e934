import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';

import { startTemporary } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';
import { findChromium } from '#tests/support/chromium.ts';

import { ensureBuilt } from './built.ts';
import { accounts, demoPassword } from './demo/accounts.ts';
import { startHouse } from './house.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = '.data/shots';
const widths = [360, 1280];
const origin = 'http://127.0.0.1:3974';
const mostPages = 250;

/**
 * Pictures of every page, as every role sees it: from the first page of each person every link is followed, one picture
 * for each kind of address. `--role officer` for one role alone, `--only /audits` for addresses that begin so.
 */
async function shots() {
  await ensureBuilt(say);
  const postgres = await startTemporary();
  const settings = {
    DATABASE_URL: postgres.url,
    ORIGIN: origin,
    DEMO: '1',
    LOG_LEVEL: 'error',
    STORAGE_URL: `file://${postgres.folder}/files`,
    SECRETS_FILE: `${postgres.folder}/secrets.key`,
    SIGNING_KEYS: `${postgres.folder}/signing-keys.json`,
    STATUS_LISTS: `${postgres.folder}/status-lists`,
  };
  try {
    await migrate(postgres.url);
    Object.assign(process.env, settings);
    const { seedOnce } = await import('./demo/world.ts');
    await seedOnce(postgres.url, say);
    const house = await startHouse({ ...settings, PORT: '3974' });
    await photograph().finally(house.stop);
  } finally {
    await postgres.stop();
  }
}

const forAnybody = [
  '/',
  '/register',
  '/en/check?q=lotus',
  '/en/check?q=nobody',
  '/en/help',
  '/en/help?country=QA',
  '/ur/help?country=QA',
  '/en/report',
  '/ur/report',
  '/en/report/case',
  '/transparency',
  '/scheme',
  '/developers',
  '/sign-in',
  '/sign-up',
  '/reset',
  '/new-link',
  '/welcome/nothing',
];

async function photograph() {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const anybodys = new Set<string>();
  const role = option('--role');
  if (!role || role === 'visitor')
    await walk(
      browser,
      {
        name: 'visitor',
        from: forAnybody,
      },
      anybodys,
    );
  for (const { email } of [...accounts, ...alsoSeen]) {
    const name = email.replace('.example', '').replace('@', '-at-');
    if (!role || name.startsWith(role)) await walk(browser, { name, email, from: ['/now', '/me'] }, anybodys);
  }
  await browser.close();
  say(`Pictures are in ${folder}`);
}

/** Two more recruiters, whose pages the twelve accounts do not show: one filling in, one correcting. */
const alsoSeen = [{ email: 'owner@mekong-bridge.example' }, { email: 'owner@nusantara-karya.example' }];

/** What somebody does first, so that the pages behind it are seen: the panel reads nothing before it declared. */
const deeds: Record<string, (page: Page) => Promise<void>> = {
  'decider@scheme.example': async (page) => {
    await page.goto('/scheme/decisions');
    await page.locator('table a').first().click();
    await page.getByRole('link', { name: 'Declare' }).click();
    await page.getByLabel('Nothing ties me to this recruiter').check();
    await page.getByLabel('What you looked at').fill('Work, advice, family and money: none.');
    await page.getByRole('button', { name: 'Declare' }).click();
    await page.waitForURL(/decisions\/[^/]+$/);
  },
};

type Walk = { name: string; email?: string; from: string[] };

async function walk(browser: Browser, { name, email, from }: Walk, anybodys: Set<string>) {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  if (email) {
    await signIn(page, email);
    await deeds[email]?.(page);
  }
  const waiting = [...from];
  const mine = new Set<string>();
  for (
    let address = waiting.shift();
    address !== undefined && mine.size < mostPages;
    address = waiting.shift()
  ) {
    const kind = kindOf(address);
    // A desk's pages are each person's own; what anybody may read is taken once for all.
    if (mine.has(kind) || anybodys.has(kind)) continue;
    mine.add(kind);
    if (!email) anybodys.add(kind);
    // A list or a workbook to be saved is no page: the browser says so by not going there.
    const answer = await page.goto(address).catch(() => undefined);
    if (!answer?.headers()['content-type']?.startsWith('text/html')) continue;
    waiting.push(...(await linksOn(page)));
    if (address.startsWith(option('--only') ?? ''))
      await picture(context, page.url(), `${name}${fileName(kind)}`);
  }
  if (mine.size >= mostPages)
    say(`${name}: ${mostPages} pages are the most; ${waiting.length} links were not followed`);
  await context.close();
}

async function signIn(page: Page, email: string) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/now/);
}

async function picture(context: BrowserContext, url: string, name: string) {
  for (const width of widths) {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    await page.goto(url);
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
    await page.close();
  }
  say(name);
}

const linksOn = (page: Page) =>
  page
    .locator('a[href^="/"]')
    .evaluateAll((links) =>
      links
        .map((link) => link.getAttribute('href') ?? '/')
        .filter((href) => !/#|^\/(files|api)\//.test(href)),
    );

/** An address with its record taken out: two audits are one kind of page, two search results as well. */
const kindOf = (address: string) =>
  address
    .replace(/\?.*$/, (query) => (query.startsWith('?q=') ? query : ''))
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/casework\/\d{4}-\d{4}/, '/casework/:number')
    .replace(/\/(sheets|clips)\/.+$/, '/$1/:file')
    .replace(/(LRN|ERC-|APP-|AUD-|INV-)[\d-]+/g, ':number')
    .replace(/\/[AB1-5]\.\d+(\.\d+)?/g, '/:code');

const fileName = (kind: string) => kind.replace(/[^a-z0-9]+/gi, '-').replace(/-$/, '') || '-home';

function option(name: string) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

await shots();
