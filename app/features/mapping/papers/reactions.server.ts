import type { Effect, Means } from '#app/events/reaction.ts';
import { theScanner } from '#app/platform/files/scan.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';

import { findScanned } from './queries.server.ts';
import { scanPaper } from './scan.server.ts';

/** One look at each file that waits for one. */
export const scanKept = ({ db }: Means): Effect<'mapping_paper.kept'> => ({
  targets: async (trx, { subject }) =>
    (await findScanned(trx, subject))?.scan === 'quarantined' ? [subject] : [],
  run: (_fact, id) => scanPaper({ db, now: new Date(), storage: theStorage(), scanner: theScanner() }, id),
});
