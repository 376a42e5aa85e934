import type { Page } from '@playwright/test';

import { expect, test } from './support.ts';

/** What a browser makes of the policy, with scripts on: our pages lose nothing by it, and what is slipped in gets nothing. */
test.use({ javaScriptEnabled: true });

/** What the browser says it refused, while `act` goes on. */
async function refusals(page: Page, act: () => Promise<unknown>) {
  const said: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) said.push(`${page.url()}: ${message.text()}`);
  });
  await act();
  return said;
}

const widthOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).maxWidth);

test('no page of ours asks for what its policy refuses', async ({ page, baseURL }) => {
  const paths = [
    '/',
    '/register',
    '/scheme',
    '/developers',
    '/transparency',
    '/sign-in',
    '/sign-up',
    '/en/check?q=everest',
  ];
  const said = await refusals(page, async () => {
    for (const path of paths) await page.goto(path);
    await page.goto('/register?q=everest');
    await page.locator('main a[href^="/register/"]').first().click();
    await page.goto(`${baseURL ?? ''}/no/such/page`);
  });
  expect(said).toEqual([]);
});

test('the small stylesheet in a page for workers is taken', async ({ page }) => {
  await page.goto('/en/check');
  expect(await widthOf(page)).toBe('512px');
});

test('a script slipped into a page does not run, an image of another house does not load', async ({
  page,
}) => {
  await page.route('**/sign-in', async (route) => {
    const answer = await route.fetch();
    const planted =
      '<script>document.title = "taken"</script><img src="https://evil.example/x.png" onerror="document.title = 1">';
    const body = (await answer.text()).replace('<main', `${planted}<main`);
    await route.fulfill({ response: answer, body });
  });
  const said = await refusals(page, () => page.goto('/sign-in'));
  await expect(page).toHaveTitle(/^Sign in/);
  expect(said.join('\n')).toMatch(/script/);
  expect(said.join('\n')).toMatch(/evil\.example/);
});
