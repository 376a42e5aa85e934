import type { Sealed } from '../../../interviews/away/about.ts';
import { durably, newDevice, of, type Db } from '../database.ts';
import type { Draft, Entry, FindingDraft, Hearing, Result } from '../model.ts';
import { draftRenamed, renamedBy, type Renamed } from './renamed.ts';

/** An interview comes here sealed; false where another tab gave its key away meanwhile. */
export async function seal(db: Db, auditId: string, interview: Sealed, madeAt: string) {
  const trx = db.transaction(['devices', 'entries'], 'readwrite', durably);
  const [devices, store] = [trx.objectStore('devices'), trx.objectStore('entries')];
  const known = (await devices.get(auditId)) ?? newDevice();
  const taken = (await store.getAll(of(auditId))).some(
    ({ operation }) => operation.kind === 'interview' && operation.pseudonym === interview.pseudonym,
  );
  if (!taken) {
    const stamp = { id: crypto.randomUUID(), seq: known.nextSeq, madeAt };
    const operation: Hearing = { ...interview, ...stamp, kind: 'interview' };
    await store.put({ operation, outcome: { state: 'waiting' }, auditId }, [auditId, stamp.id]);
    await devices.put({ ...known, nextSeq: known.nextSeq + 1 }, auditId);
  }
  await trx.done;
  return !taken;
}

export const renamedAmong = (entries: readonly Entry[], results: readonly Result[]) =>
  results.flatMap((result) => {
    const answered = entries.find(({ operation }) => operation.id === result.id);
    return (answered?.outcome.state === 'waiting' && renamedBy(answered.operation, result)) || [];
  });

type Drafts = {
  getAllKeys(range: IDBKeyRange): Promise<[string, string][]>;
  get(key: [string, string]): Promise<Draft | FindingDraft | undefined>;
  put(draft: Draft | FindingDraft, key: [string, string]): Promise<unknown>;
};

/** What is being written names the worker by the new key, too. */
export async function renameDrafts(drafts: Drafts, auditId: string, renamed: readonly Renamed[]) {
  for (const one of renamed)
    for (const key of await drafts.getAllKeys(of(auditId))) {
      const draft = await drafts.get(key);
      if (draft) await drafts.put(draftRenamed(draft, one), key);
    }
}
