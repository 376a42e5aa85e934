import { alongOf } from '../along.ts';
import { isFull, storageStop } from '../full.ts';
import {
  counts,
  mayRemove,
  pauseAfter,
  removalInWords,
  standingInWords,
  standingOf,
  stops,
  type Stop,
} from '../shown.ts';
import { send } from '../sender.ts';
import { storePrefix } from '../database.ts';
import { openStore, type Store } from '../store.ts';
import { drawDeclared } from './declared.ts';
import { part, put, show } from './dom.ts';
import { findingFormOf, type FindingForm } from './finding-form.ts';
import { formOf, type Form } from './form.ts';
import { interviewFormOf, type InterviewForm } from './interview-form.ts';
import { drawList, isOpen } from './list.ts';
import { listenToPhotos } from './refused-photos.ts';
import { serverFor } from './server.ts';

/** The page's script: what the device keeps, shown and sent. */

type Page = {
  root: HTMLElement;
  auditId: string;
  accountId: string;
  store: Store;
  form: Form;
  finding: FindingForm;
  interview: InterviewForm;
};

const root = document.querySelector<HTMLElement>('[data-offline]');
if (root) void open(root);

async function open(at: HTMLElement) {
  const { offline: auditId = '', account: accountId = '' } = at.dataset;
  const store = await openStore(accountId, auditId);
  const forms = {
    form: formOf(at, auditId, store),
    finding: findingFormOf(at, store),
    interview: interviewFormOf(at, auditId, store),
  };
  const page = { root: at, auditId, accountId, store, ...forms };
  const draw = drawing(page);
  const channel = new BroadcastChannel(storePrefix + auditId);
  const changed = () => {
    channel.postMessage('changed');
    void draw();
  };
  channel.addEventListener('message', () => void draw());
  new BroadcastChannel(storePrefix).addEventListener('message', () => location.replace('/'));
  const sendSoon = sending(page, changed);
  listen(page, { draw, changed, sendSoon });
  await register(auditId);
  await draw();
  show(at, 'needs-script', false);
  show(at, 'page', true);
  await sayPersisted(at);
  sendSoon();
}

/** One worker for this page alone, one that clears this browser when its person signs out. */
async function register(auditId: string) {
  if (!('serviceWorker' in navigator)) return;
  const scopes = [`/audits/${auditId}/offline`, '/sign-out'];
  await Promise.allSettled(
    scopes.map((scope) => navigator.serviceWorker.register('/offline-worker.js', { scope })),
  );
}

async function sayPersisted(at: HTMLElement) {
  const promised = (await navigator.storage.persisted()) || (await navigator.storage.persist());
  put(
    at,
    'persisted',
    promised
      ? 'Your browser promised to keep this even when the device runs short of space.'
      : 'Your browser may clear this when the device runs very short of space. Go online once a day to send what waits.',
  );
}

/** Draws one after the other, so that an older look never lies over a newer one. */
function drawing(page: Page) {
  let last = Promise.resolve();
  return () => (last = last.then(() => draw(page)));
}

/** Views that are of no indicator. */
const apart = ['interview', 'declared', 'remove'];
const viewOf = () => decodeURIComponent(location.hash.slice(1));
/** "1.1.1/finding" is the finding that is written on 1.1.1. */
const codeOf = (view: string) => view.replace(/\/finding$/, '');

async function draw({ root: at, auditId, store, form, finding, interview }: Page) {
  const kept = await store.read();
  const view = viewOf();
  const code = codeOf(view);
  const known = kept.bundle?.indicators.some((indicator) => indicator.code === code) ?? false;
  const raises = known && view !== code;
  drawList(at, auditId, kept, view === 'open');
  interview.drawList(kept);
  if (known) form.draw(kept, code);
  if (known) finding.drawList(kept, code);
  if (raises) finding.draw(kept, code);
  const told = counts(kept);
  put(at, 'line', standingInWords(navigator.onLine, told));
  put(at, 'remove-words', removalInWords(kept));
  part(at, 'remove-now').toggleAttribute('disabled', !mayRemove(told));
  show(at, 'view-list', !known && !apart.includes(view));
  show(at, 'view-indicator', known && !raises);
  show(at, 'view-finding', raises);
  if (view === 'declared') drawDeclared(at, kept);
  for (const name of apart) show(at, `view-${name}`, view === name);
}

type Means = { draw: () => Promise<void>; changed: () => void; sendSoon: () => void };

function listen(page: Page, { draw, changed, sendSoon }: Means) {
  const { root: at, form, store } = page;
  addEventListener('hashchange', () => void draw().then(() => focusView(at)));
  addEventListener('online', () => void draw().then(sendSoon));
  addEventListener('offline', () => void draw());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') sendSoon();
  });
  const answer = part(at, 'form');
  answer.addEventListener('input', () => kept(at, form.typed()));
  answer.addEventListener('submit', (event) => {
    event.preventDefault();
    const next = event instanceof SubmitEvent ? event.submitter?.getAttribute('value') : undefined;
    kept(
      at,
      save(page, next === 'open')
        .then(changed)
        .then(sendSoon),
    );
  });
  at.querySelector('input[name="photos"]')?.addEventListener('change', () => {
    kept(at, form.addPhotos().then(changed).then(sendSoon));
  });
  listenToPhotos(at, store, changed);
  listenToFindings(page, { draw, changed, sendSoon });
  listenToInterviews(page, { changed, sendSoon });
  part(at, 'remove-now').addEventListener('click', () => void remove(page, store, draw));
}

function listenToFindings({ root: at, finding }: Page, { draw, changed, sendSoon }: Means) {
  const written = part(at, 'finding-form');
  const back = () => (location.hash = codeOf(viewOf()));
  written.addEventListener('input', () => kept(at, finding.typed()));
  written.addEventListener('submit', (event) => {
    event.preventDefault();
    const saved = finding.save().then((done) => {
      if (!done) return;
      back();
      changed();
      sendSoon();
    });
    kept(at, saved);
  });
  part(at, 'drop-finding').addEventListener('click', () => {
    kept(
      at,
      finding.drop().then(() => {
        back();
        changed();
        return draw();
      }),
    );
  });
}

function listenToInterviews({ root: at, interview }: Page, { changed, sendSoon }: Omit<Means, 'draw'>) {
  part(at, 'interview-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const saved = interview.save().then((done) => {
      if (!done) return;
      location.hash = 'all';
      changed();
      sendSoon();
    });
    kept(at, saved);
  });
  part(at, 'drop-interview').addEventListener('click', () => {
    interview.drop();
    location.hash = 'all';
  });
  addEventListener('beforeunload', (event) => {
    if (interview.holds()) event.preventDefault();
  });
}

async function save({ form, store }: Page, goOn: boolean) {
  const code = viewOf();
  if (!(await form.save()) || !goOn) return;
  const kept = await store.read();
  const codes = (kept.bundle?.indicators ?? []).map((indicator) => indicator.code);
  const after = [...codes.slice(codes.indexOf(code) + 1), ...codes.slice(0, codes.indexOf(code))];
  location.hash = after.find((one) => isOpen(standingOf(kept, one))) ?? 'all';
}

/** What the device would not keep is said at once, while it still stands on the screen. */
function kept(at: HTMLElement, work: Promise<unknown>) {
  work.catch((error: unknown) => {
    say(
      at,
      isFull(error)
        ? 'This device is full: the last thing you did was not kept. Free some space and do it again.'
        : 'This device did not keep the last thing you did. Copy it, open this page again and do it once more.',
    );
  });
}

function say(at: HTMLElement, words: string, signIn = false) {
  put(at, 'alert-text', words);
  show(at, 'alert-sign-in', signIn);
  show(at, 'alert', words !== '');
}

/** Another page was opened within this one: keyboard and screen reader go there. */
function focusView(at: HTMLElement) {
  const view = viewOf();
  if (apart.includes(view)) part(at, `${view}-title`).focus();
  else if (!part(at, 'view-finding').hidden) part(at, 'finding-title').focus();
  else if (!part(at, 'view-indicator').hidden) part(at, 'indicator-title').focus();
  scrollTo(0, 0);
}

/**
 * Sends as often as there is reason to, one tab at a time; a try that found no network is made again, later each time.
 */
function sending({ root: at, auditId, accountId, store }: Page, changed: () => void) {
  const server = serverFor(auditId, accountId);
  const along = alongOf({ store, server });
  const means = {
    ...{ store, accountId, server, changed },
    now: () => new Date().toISOString(),
    sent: () => along.afterSending().catch(() => undefined),
  };
  let failures = 0;
  let asked = false;
  let later: ReturnType<typeof setTimeout> | undefined;

  const run = async () => {
    asked = false;
    await along.beforeSending().catch(() => undefined);
    const stop: Stop = await send(means).catch(storageStop);
    failures = stop === 'unreachable' ? failures + 1 : 0;
    if (stop !== 'done') along.stopped();
    say(at, stops[stop], stop === 'signed_out');
    clearTimeout(later);
    if (stop !== 'done') later = setTimeout(soon, 1000 * pauseAfter(failures === 0 ? 6 : failures));
    changed();
  };
  const soon = () => {
    // One that waits for its turn sends what came meanwhile too.
    if (asked) return;
    asked = true;
    void navigator.locks.request(`${storePrefix}${auditId}`, run);
  };
  return soon;
}

async function remove({ root: at, auditId, accountId }: Page, store: Store, draw: () => Promise<void>) {
  const name = await store.along();
  if (!(await store.remove())) return draw();
  // Where this does not arrive, whoever closes fieldwork asks.
  await serverFor(auditId, accountId).along(name, { opens: false, waits: false });
  const scope = `/audits/${auditId}/offline`;
  const registration = await navigator.serviceWorker.getRegistration(scope);
  if (registration?.scope.endsWith(scope)) await registration.unregister();
  for (const name of await caches.keys()) if (name.includes(` ${scope} `)) await caches.delete(name);
  show(at, 'page', false);
  location.assign(`/audits/${auditId}`);
}
