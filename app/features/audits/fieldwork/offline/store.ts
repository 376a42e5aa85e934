import type { Sealed } from '../../interviews/away/about.ts';
import {
  durably,
  findingOn,
  isFinding,
  newDevice,
  of,
  openDatabase,
  parts,
  storePrefix,
  type Db,
} from './database.ts';
import { begin, dropFinding, keepFinding, raiseFinding, withdrawFinding } from './findings/store.ts';
import { renameDrafts, renamedAmong, seal } from './interviews/store.ts';
import type { Answer, Bundle, Draft, FindingDraft, Kept, Photo, RaisedWords, Result } from './model.ts';
import { isHereAlone, ownRevisions, queued, resumed, settled } from './queue.ts';

/**
 * Each write is one transaction, flushed to the disk: when the browser is killed between any two lines, an answer and
 * its place in the queue are both there or both not.
 */

export type Store = ReturnType<typeof storeOf>;

export async function openStore(accountId: string, auditId: string) {
  const db = await openDatabase(storePrefix + accountId);
  return storeOf(db, auditId);
}

function storeOf(db: Db, auditId: string) {
  return {
    read: () => read(db, auditId),
    keepBundle: (bundle: Bundle, takenAt: string) => db.put('audits', { bundle, takenAt }, auditId),
    keepDraft: (code: string, draft: Draft) => db.put('drafts', draft, [auditId, code]),
    dropDraft: (code: string) => db.delete('drafts', [auditId, code]),
    save: (code: string, answer: Answer, seen: number, madeAt: string) =>
      save(db, auditId, { code, answer, seen, madeAt }),
    begin: (most?: number) => begin(db, auditId, most),
    keepFinding: (code: string, draft: FindingDraft) => keepFinding(db, auditId, code, draft),
    dropFinding: (code: string) => dropFinding(db, auditId, code),
    raise: (code: string, findingId: string, words: RaisedWords, madeAt: string) =>
      raiseFinding(db, auditId, { code, findingId, words, madeAt }),
    withdraw: (findingId: string) => withdrawFinding(db, auditId, findingId),
    seal: (interview: Sealed, madeAt: string) => seal(db, auditId, interview, madeAt),
    settle: (results: readonly Result[]) => settle(db, auditId, results),
    resume: (expected: number) => resume(db, auditId, expected),
    device: async () => (await db.get('devices', auditId))?.device,
    along: () => along(db, auditId),
    addPhoto: (code: string, file: File) => addPhoto(db, auditId, code, file),
    picture: (id: string) => db.get('pictures', [auditId, id]),
    settlePhoto: (photo: Photo) => settlePhoto(db, auditId, photo),
    dropPhoto: (id: string) => dropPhoto(db, auditId, id),
    remove: () => remove(db, auditId),
    close: () => db.close(),
  };
}

async function read(db: Db, auditId: string): Promise<Kept> {
  const trx = db.transaction(['audits', 'entries', 'drafts', 'photos']);
  const [audit, entries, codes, drafts, photos] = await Promise.all([
    trx.objectStore('audits').get(auditId),
    trx.objectStore('entries').getAll(of(auditId)),
    trx.objectStore('drafts').getAllKeys(of(auditId)),
    trx.objectStore('drafts').getAll(of(auditId)),
    trx.objectStore('photos').getAll(of(auditId)),
  ]);
  return {
    bundle: audit?.bundle,
    takenAt: audit?.takenAt ?? '',
    entries: entries.sort((one, other) => one.operation.seq - other.operation.seq),
    ...begun(
      codes.map(([, code]) => code),
      drafts,
    ),
    photos: photos.sort((one, other) => one.seq - other.seq),
  };
}

/** What is being written: answers by their indicator, findings by theirs. */
function begun(codes: readonly string[], kept: readonly (Draft | FindingDraft)[]) {
  const drafts: Kept['drafts'] = {};
  const raising: Kept['raising'] = {};
  for (const [place, draft] of kept.entries()) {
    const code = codes[place] ?? '';
    if (isFinding(draft)) raising[code.replace(findingOn(''), '')] = draft;
    else drafts[code] = draft;
  }
  return { drafts, raising };
}

type Saved = { code: string; answer: Answer; seen: number; madeAt: string };

async function save(db: Db, auditId: string, { code, answer, seen, madeAt }: Saved) {
  const trx = db.transaction(['devices', 'entries', 'drafts'], 'readwrite', durably);
  const known = (await trx.objectStore('devices').get(auditId)) ?? newDevice();
  const stamp = { id: crypto.randomUUID(), seq: known.nextSeq, madeAt, seen };
  const entries = await trx.objectStore('entries').getAll(of(auditId));
  const entry = queued(entries, code, answer, stamp);
  await Promise.all([
    trx.objectStore('entries').put({ ...entry, auditId }, [auditId, stamp.id]),
    trx.objectStore('devices').put({ ...known, nextSeq: known.nextSeq + 1 }, auditId),
    trx.objectStore('drafts').delete([auditId, code]),
    trx.done,
  ]);
  return entry;
}

async function settle(db: Db, auditId: string, results: readonly Result[]) {
  const trx = db.transaction(['entries', 'drafts'], 'readwrite', durably);
  const [store, drafts] = [trx.objectStore('entries'), trx.objectStore('drafts')];
  const before = await store.getAll(of(auditId));
  const after = settled(before, results);
  for (const entry of after) {
    if (!before.some((known) => known === entry)) {
      await store.put({ ...entry, auditId }, [auditId, entry.operation.id]);
    }
  }
  // What the person types meanwhile was written over their own answer: it follows the revision that became.
  for (const [code, revision] of ownRevisions(before, results)) {
    const draft = await drafts.get([auditId, code]);
    if (draft && !isFinding(draft) && draft.base < revision)
      await drafts.put({ ...draft, base: revision }, [auditId, code]);
  }
  await renameDrafts(drafts, auditId, renamedAmong(before, results));
  await trx.done;
}

async function resume(db: Db, auditId: string, expected: number) {
  const trx = db.transaction(['devices', 'entries'], 'readwrite', durably);
  const store = trx.objectStore('entries');
  const before = await store.getAll(of(auditId));
  const { entries, renamed } = resumed(before, expected, () => crypto.randomUUID());
  for (const { operation } of before) await store.delete([auditId, operation.id]);
  for (const entry of entries) await store.put({ ...entry, auditId }, [auditId, entry.operation.id]);
  if (renamed) {
    const nextSeq = Math.max(0, ...entries.map(({ operation }) => operation.seq)) + 1;
    const known = await trx.objectStore('devices').get(auditId);
    const named = known?.along === undefined ? {} : { along: known.along };
    await trx
      .objectStore('devices')
      .put({ ...newDevice(), ...named, nextPhoto: known?.nextPhoto ?? 1, nextSeq }, auditId);
  }
  await trx.done;
}

/** The name this browser has for this audit, given once. */
async function along(db: Db, auditId: string) {
  const trx = db.transaction('devices', 'readwrite', durably);
  const known = (await trx.store.get(auditId)) ?? newDevice();
  const name = known.along ?? crypto.randomUUID();
  if (known.along === undefined) await trx.store.put({ ...known, along: name }, auditId);
  await trx.done;
  return name;
}

async function addPhoto(db: Db, auditId: string, code: string, file: File) {
  const trx = db.transaction(['devices', 'photos', 'pictures'], 'readwrite', durably);
  const known = (await trx.objectStore('devices').get(auditId)) ?? newDevice();
  const id = crypto.randomUUID();
  const { name, type, size } = file;
  const told = { id, seq: known.nextPhoto, code, name, type, size, state: 'waiting', message: '' } as const;
  await Promise.all([
    trx.objectStore('photos').put({ ...told, auditId }, [auditId, id]),
    trx.objectStore('pictures').put(file, [auditId, id]),
    trx.objectStore('devices').put({ ...known, nextPhoto: known.nextPhoto + 1 }, auditId),
    trx.done,
  ]);
  return told;
}

/**
 * A photo the server has needs no place here any more; one it refused stays, with the reason. What another tab sent
 * meanwhile stays sent: its picture is gone because the server has it.
 */
async function settlePhoto(db: Db, auditId: string, photo: Photo) {
  const trx = db.transaction(['photos', 'pictures'], 'readwrite', durably);
  const known = await trx.objectStore('photos').get([auditId, photo.id]);
  if (known?.state !== 'sent') {
    await trx.objectStore('photos').put({ ...photo, auditId }, [auditId, photo.id]);
    if (photo.state === 'sent') await trx.objectStore('pictures').delete([auditId, photo.id]);
  }
  await trx.done;
}

/** Its person has it elsewhere, or needs it no more. What waits is never dropped: it is sent. */
async function dropPhoto(db: Db, auditId: string, id: string) {
  const trx = db.transaction(['photos', 'pictures'], 'readwrite', durably);
  const photo = await trx.objectStore('photos').get([auditId, id]);
  if (photo?.state === 'refused') {
    await trx.objectStore('photos').delete([auditId, id]);
    await trx.objectStore('pictures').delete([auditId, id]);
  }
  await trx.done;
}

/** Everything of this audit, for whoever has nothing waiting; asked once more here, where nothing can come between. */
async function remove(db: Db, auditId: string) {
  const trx = db.transaction(parts, 'readwrite', durably);
  const entries = await trx.objectStore('entries').getAll(of(auditId));
  const photos = await trx.objectStore('photos').getAll(of(auditId));
  const drafts = await trx.objectStore('drafts').count(of(auditId));
  const waits =
    drafts > 0 ||
    photos.some(({ state }) => state === 'waiting') ||
    entries.some(({ outcome }) => outcome.state === 'waiting');
  if (!waits) {
    await trx.objectStore('audits').delete(auditId);
    await trx.objectStore('devices').delete(auditId);
    for (const part of ['entries', 'photos', 'pictures'] as const)
      await trx.objectStore(part).delete(of(auditId));
  }
  await trx.done;
  return !waits;
}

/**
 * Somebody signed out of this browser: whatever the server has too goes. What waits stays, what it did not take as well,
 * and nothing but its own person's next sign-in brings it to light.
 */
export async function forget(name: string) {
  const db = await openDatabase(name);
  const trx = db.transaction(parts, 'readwrite', durably);
  await trx.objectStore('audits').clear();
  for (const [key, entry] of await all(trx.objectStore('entries'))) {
    if (!isHereAlone(entry)) await trx.objectStore('entries').delete(key);
  }
  for (const [key, photo] of await all(trx.objectStore('photos'))) {
    if (photo.state !== 'sent') continue;
    await trx.objectStore('photos').delete(key);
    await trx.objectStore('pictures').delete(key);
  }
  await trx.done;
  db.close();
}

type Listed<Key, Value> = { getAllKeys(): Promise<Key[]>; getAll(): Promise<Value[]> };

async function all<Key, Value>(part: Listed<Key, Value>) {
  const [keys, values] = [await part.getAllKeys(), await part.getAll()];
  return keys.flatMap((key, place) => {
    const value = values[place];
    return value === undefined ? [] : [[key, value] as const];
  });
}
