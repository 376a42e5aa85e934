import type { Kysely } from 'kysely';

import type { Scanner } from '#app/platform/files/scan.server.ts';
import type { Storage } from '#app/platform/files/storage.server.ts';
import type { Database } from '#db/client.server.ts';

import { recordClipScan } from './commands.server.ts';
import { findScanned } from './queries.server.ts';

type Means = { db: Kysely<Database>; now: Date; storage: Storage; scanner: Scanner | undefined };

/**
 * Has a recording looked at and keeps the verdict; what carries a virus leaves the store. May be repeated after a crash at any
 * line. Throws when nobody could look: the queue then tries again, and until then nobody hears it.
 */
export async function scanClip({ db, now, storage, scanner }: Means, id: string) {
  const clip = await findScanned(db, id);
  if (!clip || clip.scan === 'clean' || clip.scan === 'unscanned') return;
  if (clip.scan === 'quarantined') {
    if (!scanner) throw new Error(`No scanner is set (CLAMD_URL) for recording ${id}`);
    const outcome = await scanner(storage.read(clip.key));
    await recordClipScan({ db, now }, id, outcome);
    if (outcome === 'clean') return;
  }
  await storage.remove(clip.key);
}
