import type { Kysely } from 'kysely';

import type { Scanner } from '#app/platform/files/scan.server.ts';
import type { Storage } from '#app/platform/files/storage.server.ts';
import type { Database } from '#db/client.server.ts';

import { recordScan } from './commands.server.ts';
import { findVersion } from './queries.server.ts';

type Means = { db: Kysely<Database>; now: Date; storage: Storage; scanner: Scanner | undefined };

/**
 * Has one version looked at and keeps the verdict; what carries a virus leaves the store. May be repeated after a crash at
 * any line. Throws when nobody could look: the queue then tries again, and until then nobody gets the file.
 */
export async function scanVersion({ db, now, storage, scanner }: Means, documentId: string, version: number) {
  const file = await findVersion(db, documentId, version);
  if (!file || file.scan === 'clean' || file.scan === 'unscanned') return;
  if (file.scan === 'quarantined') {
    if (!scanner)
      throw new Error(`No scanner is set (CLAMD_URL) for version ${version} of document ${documentId}`);
    const outcome = await scanner(storage.read(file.key));
    await recordScan({ db, now }, { documentId, version, outcome });
    if (outcome === 'clean') return;
  }
  await storage.remove(file.key);
}
