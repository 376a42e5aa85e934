import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import type { Bundle, Draft, Entry, FindingDraft, Photo } from './model.ts';

type Audit = { bundle: Bundle; takenAt: string };
/** `along` names this browser to whoever asks who took the audit along; it stays where the count gets another name. */
type Device = { device: string; nextSeq: number; nextPhoto: number; along?: string };

interface Schema extends DBSchema {
  audits: { key: string; value: Audit };
  devices: { key: string; value: Device };
  entries: { key: [string, string]; value: Entry & { auditId: string } };
  // By the indicator, and apart from it by `findingOn`.
  drafts: { key: [string, string]; value: Draft | FindingDraft };
  photos: { key: [string, string]; value: Photo & { auditId: string } };
  // Apart from what is told of them, so that listing photos reads no pictures.
  pictures: { key: [string, string]; value: Blob };
}
export const parts = ['audits', 'devices', 'entries', 'drafts', 'photos', 'pictures'] as const;

/** Each person's work has a database of its own: nobody else on this browser reads it or sends it. */
export const storePrefix = 'fairroute-offline-';

export const openDatabase = (name: string) =>
  openDB<Schema>(name, 1, {
    upgrade(db) {
      for (const part of parts) db.createObjectStore(part);
    },
    // Another tab removes or renews the store: this one lets go at once.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });

export type Db = IDBPDatabase<Schema>;
export const of = (auditId: string) => IDBKeyRange.bound([auditId], [auditId, []]);
export const durably = { durability: 'strict' } as const;

export const newDevice = (): Device => ({ device: crypto.randomUUID(), nextSeq: 1, nextPhoto: 1 });

/** Where a finding that is being written on an indicator is kept. */
export const findingOn = (code: string) => `finding ${code}`;
export const isFinding = (draft: Draft | FindingDraft): draft is FindingDraft => 'findingId' in draft;
