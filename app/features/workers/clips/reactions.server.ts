import type { Effect, Means } from '#app/events/reaction.ts';
import { theScanner } from '#app/platform/files/scan.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';

import { findScanned } from './queries.server.ts';
import { scanClip } from './scan.server.ts';

/** One look at each recording that waits for one. */
export const scanUploaded = ({ db }: Means): Effect<'clip.uploaded'> => ({
  targets: async (trx, { subject }) =>
    (await findScanned(trx, subject))?.scan === 'quarantined' ? [subject] : [],
  run: (_fact, id) => scanClip({ db, now: new Date(), storage: theStorage(), scanner: theScanner() }, id),
});
