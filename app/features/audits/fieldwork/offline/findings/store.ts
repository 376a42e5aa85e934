import { durably, findingOn, newDevice, of, type Db } from '../database.ts';
import type { FindingDraft, RaisedWords } from '../model.ts';
import { nextBatch } from '../queue.ts';
import { droppedFrom, isRaising, raisedOver } from './raising.ts';

/** Findings on the device: each change of the queue is one transaction, flushed to the disk. */

export const keepFinding = (db: Db, auditId: string, code: string, draft: FindingDraft) =>
  db.put('drafts', draft, [auditId, findingOn(code)]);

export const dropFinding = (db: Db, auditId: string, code: string) =>
  db.delete('drafts', [auditId, findingOn(code)]);

type Saved = { code: string; findingId: string; words: RaisedWords; madeAt: string };

/** False where it was sent meanwhile: what the server has is not changed from here, and the draft stays. */
export async function raiseFinding(db: Db, auditId: string, { madeAt, ...raised }: Saved) {
  const trx = db.transaction(['devices', 'entries', 'drafts'], 'readwrite', durably);
  const store = trx.objectStore('entries');
  const known = (await trx.objectStore('devices').get(auditId)) ?? newDevice();
  const stamp = { id: crypto.randomUUID(), seq: known.nextSeq, madeAt };
  const saved = raisedOver(await store.getAll(of(auditId)), raised, stamp);
  if (saved) {
    const { entry, before } = saved;
    if (before) await store.delete([auditId, before.operation.id]);
    else await trx.objectStore('devices').put({ ...known, nextSeq: known.nextSeq + 1 }, auditId);
    await store.put({ ...entry, auditId }, [auditId, entry.operation.id]);
    await trx.objectStore('drafts').delete([auditId, findingOn(raised.code)]);
  }
  await trx.done;
  return saved !== undefined;
}

/** False where it does not wait here any more, or went out already. */
export async function withdrawFinding(db: Db, auditId: string, findingId: string) {
  const trx = db.transaction(['devices', 'entries'], 'readwrite', durably);
  const store = trx.objectStore('entries');
  const dropped = droppedFrom(await store.getAll(of(auditId)), findingId);
  const known = await trx.objectStore('devices').get(auditId);
  if (dropped && known) {
    await store.delete([auditId, dropped.gone.operation.id]);
    for (const entry of dropped.left) await store.put({ ...entry, auditId }, [auditId, entry.operation.id]);
    await trx.objectStore('devices').put({ ...known, nextSeq: known.nextSeq - 1 }, auditId);
  }
  await trx.done;
  return dropped !== undefined;
}

/**
 * What goes out next. Its findings are noted as gone to the server in the same moment, so that nobody changes here what may
 * stand there already.
 */
export async function begin(db: Db, auditId: string, most?: number) {
  const trx = db.transaction('entries', 'readwrite', durably);
  const entries = await trx.store.getAll(of(auditId));
  const batch = nextBatch(entries).slice(0, most);
  for (const entry of entries) {
    if (!isRaising(entry) || entry.asked || !batch.includes(entry.operation)) continue;
    await trx.store.put({ ...entry, asked: true, auditId }, [auditId, entry.operation.id]);
  }
  await trx.done;
  return batch;
}
