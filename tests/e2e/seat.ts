import type { Browser, BrowserContext, Page } from '@playwright/test';

import { origin, type Ground } from '#tests/access/ground.ts';
import type { Person } from '#tests/access/judge.ts';

type Seated = Pick<Person, 'accountId' | 'role'>;

/**
 * A browser behind the proxy that speaks TLS, signed in as somebody, or nobody. The session is a cookie of the browser:
 * a header of ours would not be sent again when an answer leads on.
 */
export async function seatedPage(
  browser: Browser,
  ground: Ground,
  person: Seated | undefined,
): Promise<Page> {
  const house = `http://127.0.0.1:${ground.port}`;
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: house,
    extraHTTPHeaders: {
      ...{ 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': new URL(origin).host, Origin: origin },
    },
  });
  await takeSeat(context, ground, person);
  return context.newPage();
}

/** Somebody else sits down at the same browser. */
export async function takeSeat(context: BrowserContext, ground: Ground, person: Seated | undefined) {
  await context.clearCookies();
  const [name, value] = (await ground.cookieOf(person)).split('=');
  if (name && value) await context.addCookies([{ name, value, url: `https://127.0.0.1:${ground.port}` }]);
}
