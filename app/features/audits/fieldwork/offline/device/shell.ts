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
type Answer = Pick<Response, 'type' | 'status'>;

/** No answer, or a server that is not itself: this says nothing of who may see the page. */
export const meansNothing = (answer: Answer | undefined) => !answer || answer.status >= 500;

/** The server sends this person away: to sign in, or because the page is not theirs. */
const closes = ({ type, status }: Answer) => type === 'opaqueredirect' || [401, 403, 404].includes(status);

/** Keeps what the server shows, and forgets the page when it is closed: the next person here never saw it. */
export async function settle(
  cache: Store & Pick<Cache, 'delete'>,
  page: string,
  answer: Response,
  get: typeof fetch,
) {
  if (closes(answer)) await cache.delete(page, { ignoreVary: true });
  else if (answer.ok) await keepShell(cache, page, answer.clone(), get);
}

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
