import { storePrefix } from '../database.ts';
import { forget } from '../store.ts';
import { cacheName, isOlder, isOurs, keepShell, meansNothing, settle } from './shell.ts';

/**
 * The service worker. Registered for one page, it serves that page and its files when there is no network, and nothing
 * else; registered for signing out, it clears what this browser kept once the server has ended the session.
 */

type Extendable = Event & { waitUntil(work: Promise<unknown>): void };
type Asked = Extendable & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type Scope = {
  registration: { scope: string };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', act: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', act: (event: Asked) => void): void;
};
declare const self: Scope;

const { scope } = self.registration;
const page = new URL(scope).pathname;
const signsOut = page === '/sign-out';
const kept = cacheName(OFFLINE_BUILD, scope);
/** Longer than a slow answer takes, shorter than a person waits at a site without signal. */
const patience = 4000;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (origin !== new URL(scope).origin) return;
  if (signsOut) {
    if (request.method === 'POST' && pathname === page) event.respondWith(signOut(request));
  } else if (request.method === 'GET' && request.mode === 'navigate' && pathname === page) {
    event.respondWith(openPage(event));
  } else if (request.method === 'GET' && (pathname.startsWith('/assets/') || pathname === '/crest.svg')) {
    event.respondWith(file(request));
  }
});

async function install() {
  if (!signsOut) {
    const whole = await keepShell(await caches.open(kept), page, await fetch(page), fetch);
    if (!whole) throw new Error('The page is not open to this person.');
  }
  await self.skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) if (isOlder(name, kept)) await caches.delete(name);
  await self.clients.claim();
}

/** From the server where it answers in time, else as it was kept. Work that waits to be sent is not touched here. */
async function openPage(event: Asked): Promise<Response> {
  const cache = await caches.open(kept);
  const before = await cache.match(page, { ignoreVary: true });
  const asked = fetch(event.request);
  event.waitUntil(asked.then((answer) => settle(cache, page, answer, fetch)).catch(() => undefined));
  const answer = before ? await Promise.race([asked.catch(() => undefined), late()]) : await asked;
  return before && meansNothing(answer) ? before : (answer ?? asked);
}

const late = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience));

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(kept);
  return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** Only once the server has ended the session: a sign-out that never arrived must not leave its person without work. */
async function signOut(request: Request): Promise<Response> {
  const answer = await fetch(request);
  if (answer.type === 'opaqueredirect' || answer.ok) await clear();
  return answer;
}

async function clear() {
  for (const name of await caches.keys()) if (isOurs(name)) await caches.delete(name);
  for (const { name } of await indexedDB.databases()) if (name?.startsWith(storePrefix)) await forget(name);
  const channel = new BroadcastChannel(storePrefix);
  channel.postMessage('left');
  channel.close();
}
