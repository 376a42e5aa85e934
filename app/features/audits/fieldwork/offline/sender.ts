import type { Bundle, Operation, Photo, Result } from './model.ts';
import { nextBatch } from './queue.ts';
import type { Store } from './store.ts';
import type { Stop } from './shown.ts';

/** What the network said: an answer, or why there is none. */
export type Reply<Answer> =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'expects'; seq: number }
  | { kind: 'refused'; message: string }
  | { kind: Exclude<Stop, 'done' | 'other_person'> };

export type Server = {
  bundle(): Promise<Reply<Bundle>>;
  sync(device: string, operations: Operation[]): Promise<Reply<Result[]>>;
  photo(photo: Photo, picture: Blob): Promise<Reply<'stored'>>;
};

type Means = { store: Store; server: Server; accountId: string; now: () => string; changed: () => void };

/**
 * Sends what waits, in order, until nothing does or something stops it; safe to stop anywhere and to begin again, since
 * the server answers what it knows already as it did the first time. Whose session it is is asked before each round:
 * nobody's work goes out in another one's name.
 */
export async function send(means: Means): Promise<Stop> {
  const { store, accountId, changed } = means;
  const first = await refresh(means);
  if (first !== 'done') return first;
  const stopped = (await sendAnswers(means)) ?? (await sendPhotos(means));
  if (stopped) return stopped;
  const { entries } = await store.read();
  changed();
  // What was saved while photos went out.
  return nextBatch(entries).length > 0 ? send({ ...means, accountId }) : refresh(means);
}

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
  for (;;) {
    const { entries } = await store.read();
    const batch = nextBatch(entries);
    const device = await store.device();
    if (batch.length === 0 || device === undefined) return undefined;
    const reply = await server.sync(device, batch);
    if (reply.kind === 'expects' && gaps < 3) {
      gaps += 1;
      await store.resume(reply.seq);
      continue;
    }
    if (reply.kind !== 'answer') return stopOf(reply);
    // An answer that says nothing of what was asked would have us ask for ever.
    if (!batch.some(({ id }) => reply.answer.some((result) => result.id === id))) return 'unreadable';
    await store.settle(reply.answer);
    changed();
  }
}

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
    if (reply.kind === 'answer') await store.settlePhoto({ ...photo, state: 'sent' });
    else if (reply.kind === 'refused')
      await store.settlePhoto({ ...photo, state: 'refused', message: reply.message });
    else return stopOf(reply);
    changed();
  }
  return undefined;
}

const stopOf = ({ kind }: { kind: Reply<unknown>['kind'] }): Stop =>
  kind === 'expects' || kind === 'refused' || kind === 'answer' ? 'unreadable' : kind;
