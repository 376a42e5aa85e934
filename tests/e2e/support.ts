import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

import { demoPassword } from '#app/commands/demo/accounts.ts';

type Desk = {
  /** A page of its own, signed in as somebody; several may be open side by side. */
  as(email: string, password?: string): Promise<Page>;
  /** The same for somebody without an account. */
  visitor(): Promise<Page>;
};

export const test = base.extend<{ desk: Desk }>({
  baseURL: ({}, use) => use(process.env['BASE_URL'] ?? ''),
  desk: async ({ browser, baseURL }, use) => {
    const open = async () =>
      (await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) })).newPage();
    await use({
      visitor: open,
      async as(email, password = demoPassword) {
        const page = await open();
        await page.goto('/sign-in');
        await page.getByLabel('E-mail address').fill(email);
        await page.getByLabel('Password').fill(password);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await expect(page).toHaveURL(/\/(now|apply)/);
        return page;
      },
    });
  },
});

export { expect };

const level = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * axe finds nothing on the page as it stands. axe is a script and the page under test runs none, so that what the page
 * shows is laid into a second browser page that does.
 */
export async function expectAccessible(page: Page) {
  const html = await page.content();
  // The very same page was found accessible before.
  const known = html.replace(/nonce="[^"]*"/g, '');
  if (accessible.has(known)) return;
  const checker = await checkerOf(page);
  await checker.route(page.url(), (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  await checker.goto(page.url());
  const { violations } = await new AxeBuilder({ page: checker }).withTags(level).analyze();
  await checker.unroute(page.url());
  const told = violations.map(
    ({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ html: part }) => part).join(' | ')}`,
  );
  expect(told).toEqual([]);
  accessible.add(known);
}

const accessible = new Set<string>();

let checker: Promise<Page> | undefined;

async function checkerOf(page: Page) {
  // Some specs kill the browser they work in.
  if ((await checker)?.isClosed()) checker = undefined;
  return (checker ??= (async () => {
    const context = await page.context().browser()?.newContext({ javaScriptEnabled: true });
    if (!context) throw new Error('no browser');
    return context.newPage();
  })());
}

/** Reactions run a moment after the page that caused them: asks again until it is so. */
export async function eventually(page: Page, check: () => Promise<void>) {
  await expect(async () => {
    await page.reload();
    await check();
  }).toPass({ timeout: 15_000 });
}
