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
    const open = async () => (await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) })).newPage();
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

/** axe finds nothing on the page as it stands. With scripts off axe reads the page in a frame of its own. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  const told = violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(told).toEqual([]);
}

/** Reactions run a moment after the page that caused them: asks again until it is so. */
export async function eventually(page: Page, check: () => Promise<void>) {
  await expect(async () => {
    await page.reload();
    await check();
  }).toPass({ timeout: 15_000 });
}
