/** What the worker keeps, so that one page opens without a network: that page and the files it names. */

const cachePrefix = 'fairroute-offline ';

/** One per page and build: a new build brings its files beside those in use, and replaces them when it is whole. */
export const cacheName = (build: string, scope: string) =>
  `${cachePrefix}${new URL(scope).pathname} ${build}`;
export const isOurs = (name: string) => name.startsWith(cachePrefix);
export const isOlder = (name: string, current: string) =>
  name !== current && name.startsWith(current.slice(0, current.lastIndexOf(' ') + 1));

/** The house's own files a page or a stylesheet names. */
export function filesIn(text: string): string[] {
  const named = [
    ...text.matchAll(/(?:href|src)="(\/(?:assets\/[^"?#]+|crest\.svg))"|url\(["']?(\/assets\/[^"')?#]+)/g),
  ];
  return [...new Set(named.map(([, attribute, url]) => attribute ?? url ?? ''))];
}

type Store = Pick<Cache, 'put' | 'match'>;

/**
 * Keeps the page and its files, the page last: whoever finds it there finds the rest too. Only what the server showed
 * to the signed-in person is kept; the way to the sign-in page is not.
 */
export async function keepShell(cache: Store, page: string, answer: Response, get: typeof fetch) {
  if (!answer.ok || answer.redirected || !answer.headers.get('Content-Type')?.includes('text/html'))
    return false;
  const html = await answer.clone().text();
  if (!html.includes('data-offline')) return false;
  for (const file of filesIn(html)) {
    const styles = await keepFile(cache, file, get);
    for (const font of styles) await keepFile(cache, font, get);
  }
  await cache.put(page, answer);
  return true;
}

/** Files are named by what is in them: one that is there never changes. */
async function keepFile(cache: Store, file: string, get: typeof fetch): Promise<string[]> {
  if (await cache.match(file)) return [];
  const answer = await get(file);
  if (!answer.ok) throw new Error(`${file} answered ${answer.status}`);
  const named = file.endsWith('.css') ? filesIn(await answer.clone().text()) : [];
  await cache.put(file, answer);
  return named;
}
