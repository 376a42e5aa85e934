import type { Kysely } from 'kysely';

import type { Scanner } from '#app/platform/files/scan.server.ts';
import type { Storage } from '#app/platform/files/storage.server.ts';
import type { Database } from '#db/client.server.ts';

import { recordPaperScan } from './commands.server.ts';
import { findScanned } from './queries.server.ts';

type Means = { db: Kysely<Database>; now: Date; storage: Storage; scanner: Scanner | undefined };

/**
 * Has a file looked at and keeps the verdict; what carries a virus leaves the store. May be repeated after a crash at any
 * line. Throws when nobody could look: the queue then tries again, and until then nobody gets it.
 */
export async function scanPaper({ db, now, storage, scanner }: Means, id: string) {
  const paper = await findScanned(db, id);
  if (!paper || paper.scan === 'clean' || paper.scan === 'unscanned') return;
  if (paper.scan === 'quarantined') {
    if (!scanner) throw new Error(`No scanner is set (CLAMD_URL) for file ${id}`);
    const outcome = await scanner(storage.read(paper.key));
    await recordPaperScan({ db, now }, id, outcome);
    if (outcome === 'clean') return;
  }
  await storage.remove(paper.key);
}
