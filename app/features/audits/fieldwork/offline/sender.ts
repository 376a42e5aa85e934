import { notTaken, type Bundle, type Operation, type Photo, type Result } from './model.ts';
import { nextBatch } from './queue.ts';
import { storageStop } from './full.ts';
import type { Store } from './store.ts';
import type { Stop } from './shown.ts';

/** What the network said: an answer, or why there is none. */
export type Reply<Answer> =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'expects'; seq: number }
  | { kind: 'refused' | 'too_large'; message: string }
  | { kind: Exclude<Stop, 'done' | 'full' | 'unkept'> };

export type Server = {
  bundle(): Promise<Reply<Bundle>>;
  sync(device: string, operations: Operation[]): Promise<Reply<Result[]>>;
  photo(photo: Photo, picture: Blob): Promise<Reply<'stored' | 'late'>>;
};

type Means = {
  store: Store;
  server: Server;
  accountId: string;
  now: () => string;
  changed: () => void;
  /** Nothing is left to send; told before anything else is fetched, since a lid may be closed at once. */
  sent?: () => Promise<unknown>;
};

/**
 * Sends what waits, answers and findings in their order, photos after them, until nothing does or something stops it; safe to stop anywhere and to begin again, since
 * the server answers what it knows already as it did the first time. Whose session it is is asked before each round:
 * nobody's work goes out in another one's name. A device that is full sends all the same: what it cannot write down of it
 * is asked again, and photos that have gone make room.
 */
export async function send(means: Means): Promise<Stop> {
  const { store, changed } = means;
  const first = await noting(() => refresh(means));
  if (first !== 'done' && !isStorage(first)) return first;
  const answers = await noting(() => sendAnswers(means));
  if (answers && !isStorage(answers)) return answers;
  const photos = await noting(() => sendPhotos(means));
  const stopped = answers ?? photos;
  if (stopped) return stopped;
  const { entries } = await store.read();
  changed();
  // What was saved while photos went out.
  if (nextBatch(entries).length > 0) return send(means);
  await means.sent?.();
  return noting(() => refresh(means));
}

/** What the device did not write down stops one part of the work, and loses none of it. */
const noting = <S extends Stop | undefined>(work: () => Promise<S>): Promise<S | 'full' | 'unkept'> =>
  work().catch(storageStop);

const isStorage = (stop: Stop) => stop === 'full' || stop === 'unkept';

async function refresh({ store, server, accountId, now, changed }: Means): Promise<Stop> {
  const reply = await server.bundle();
  if (reply.kind !== 'answer') return stopOf(reply);
  if (reply.answer.me.accountId !== accountId) return 'other_person';
  await store.keepBundle(reply.answer, now());
  changed();
  return 'done';
}

async function sendAnswers({ store, server, changed }: Means): Promise<Stop | undefined> {
  let gaps = 0;
  let alone = false;
  for (;;) {
    const batch = await nextOf(store, alone ? 1 : undefined);
    const device = await store.device();
    if (batch.length === 0 || device === undefined) return undefined;
    const reply = await server.sync(device, batch);
    if (reply.kind === 'expects' && gaps < 3) {
      gaps += 1;
      await store.resume(reply.seq);
      continue;
    }
    if (reply.kind === 'too_large') {
      // One of them holds up all behind it: each by itself shows which.
      if (batch.length === 1) await setAside(store, batch, reply.message);
      alone = batch.length > 1;
      changed();
      continue;
    }
    if (reply.kind !== 'answer') return stopOf(reply);
    alone = false;
    // An answer that says nothing of what was asked would have us ask for ever.
    if (!batch.some(({ id }) => reply.answer.some((result) => result.id === id))) return 'unreadable';
    await store.settle(reply.answer);
    changed();
  }
}

/** A device too full to note what goes out sends it all the same. */
const nextOf = (store: Store, most?: number) =>
  store.begin(most).catch(async () => nextBatch((await store.read()).entries).slice(0, most));

/** It stays here with the reason, for its person to copy; what waits behind it goes on under a new count. */
async function setAside(store: Store, batch: readonly Operation[], message: string) {
  await store.settle(batch.map(({ id }) => ({ id, outcome: 'refused', refusal: notTaken, message })));
  await store.resume(Number.MAX_SAFE_INTEGER);
}

const cameLate = 'Fieldwork was closed by then: it is kept for the team to look at, and is no evidence';

async function sendPhotos({ store, server, changed }: Means): Promise<Stop | undefined> {
  const { photos } = await store.read();
  for (const photo of photos.filter(({ state }) => state === 'waiting')) {
    const picture = await store.picture(photo.id);
    if (!picture) {
      await store.settlePhoto({
        ...photo,
        state: 'refused',
        message: 'The picture is gone from this device.',
      });
      continue;
    }
    const reply = await server.photo(photo, picture);
    if (reply.kind === 'answer')
      await store.settlePhoto({ ...photo, state: 'sent', message: reply.answer === 'late' ? cameLate : '' });
    else if (reply.kind === 'refused' || reply.kind === 'too_large')
      await store.settlePhoto({ ...photo, state: 'refused', message: reply.message });
    else return stopOf(reply);
    changed();
  }
  return undefined;
}

const stopOf = ({ kind }: { kind: Reply<unknown>['kind'] }): Stop =>
  kind === 'expects' || kind === 'refused' || kind === 'too_large' || kind === 'answer' ? 'unreadable' : kind;
