import { expect, test } from 'vitest';

import { cacheName, filesIn, isOlder, isOurs, keepShell, meansNothing, settle } from './shell.ts';

const page = '/audits/a/offline';
const html =
  '<link rel="icon" href="/crest.svg"><link rel="stylesheet" href="/assets/styles-1.css"><div data-offline="a"></div><script src="/assets/offline-1.js"></script><a href="/audits">Audits</a>';
const files: Record<string, string> = {
  '/crest.svg': '<svg/>',
  '/assets/styles-1.css': '@font-face{src:url(/assets/inter.woff2)}',
  '/assets/inter.woff2': 'font',
  '/assets/offline-1.js': 'script',
};

const pathOf = (key: RequestInfo | URL) => (key instanceof Request ? key.url : key.toString());

function aCache() {
  const held = new Map<string, Response>();
  return {
    held,
    put(key: RequestInfo | URL, answer: Response) {
      held.set(pathOf(key), answer);
      return Promise.resolve();
    },
    match: (key: RequestInfo | URL) => Promise.resolve(held.get(pathOf(key))),
    delete: (key: RequestInfo | URL) => Promise.resolve(held.delete(pathOf(key))),
  };
}
const get = (path: unknown) => {
  const text = files[String(path)];
  return Promise.resolve(new Response(text ?? '', { status: text === undefined ? 404 : 200 }));
};
const answer = (body: string, status = 200) =>
  new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });

test('the page is kept with every file it names, and with the fonts its styles name', async () => {
  const cache = aCache();
  expect(await keepShell(cache, page, answer(html), get)).toBe(true);
  expect([...cache.held.keys()]).toEqual([...Object.keys(files), page].sort((a, b) => order(a) - order(b)));
});
const order = (path: string) =>
  ['/crest.svg', '/assets/styles-1.css', '/assets/inter.woff2', '/assets/offline-1.js', page].indexOf(path);

test('a page that is another one, or none, is not kept; nor one whose files are not all there', async () => {
  for (const other of [answer('<h1>Sign in</h1>'), answer(html, 404), new Response(html)]) {
    const cache = aCache();
    expect(await keepShell(cache, page, other, get)).toBe(false);
    expect(cache.held.size).toBe(0);
  }
  const cache = aCache();
  await expect(keepShell(cache, page, answer(html.replace('offline-1', 'gone')), get)).rejects.toThrow(
    'gone',
  );
  expect(cache.held.has(page)).toBe(false);
});

test.each([
  { why: 'is not theirs', sent: answer('', 403) },
  { why: 'is not there for them', sent: answer('', 404) },
  { why: 'wants a signed-in person', sent: Response.error(), type: 'opaqueredirect' },
])('a page that $why is forgotten, and the answer shown instead', async ({ sent, type }) => {
  const cache = aCache();
  await keepShell(cache, page, answer(html), get);
  if (type) Object.defineProperty(sent, 'type', { value: type });
  await settle(cache, page, sent, get);
  expect(cache.held.has(page)).toBe(false);
  expect(cache.held.has('/crest.svg')).toBe(true);
  expect(meansNothing(sent)).toBe(false);
});

test('no answer, or a fault of the server, leaves what is kept; a newer page replaces it', async () => {
  const cache = aCache();
  await keepShell(cache, page, answer(html), get);
  await settle(cache, page, answer('', 503), get);
  expect(cache.held.has(page)).toBe(true);
  expect([meansNothing(undefined), meansNothing(answer('', 503))]).toEqual([true, true]);
  await settle(cache, page, answer(`${html}<p>newer</p>`), get);
  expect(await cache.held.get(page)?.text()).toContain('newer');
});

test('pages of the house are no files of this page', () => {
  expect(filesIn('<a href="/audits">x</a><img src="https://evil.example/assets/x.png">')).toEqual([]);
});

test('a new build replaces its own page’s older ones alone', () => {
  const [old, now] = ['1', '2'].map((build) => cacheName(build, 'https://house.example/audits/a/offline'));
  const other = cacheName('1', 'https://house.example/audits/b/offline');
  expect([old, now, other].map((name = '') => isOlder(name, now ?? ''))).toEqual([true, false, false]);
  expect([isOurs(other), isOurs('somebody’s')]).toEqual([true, false]);
});
