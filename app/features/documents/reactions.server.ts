import type { Kysely } from 'kysely';

import { mailPeople } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { theScanner } from '#app/platform/files/scan.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import type { Database } from '#db/client.server.ts';
import { documentRefused } from '#emails/documents/document-refused.tsx';

import { withdrawDiscarded } from './commands.server.ts';
import { findVersion } from './queries.server.ts';
import { scanVersion } from './scan.server.ts';

const waits = async (
  db: Kysely<Database>,
  { documentId, version }: { documentId: string; version: number },
) => (await findVersion(db, documentId, version))?.scan === 'quarantined';

/** One look per version; only at what waits for one. */
export const scanAdded = ({ db }: Means): Effect<'document.added'> => ({
  targets: async (trx, { payload }) =>
    (await waits(trx, payload)) ? [`${payload.documentId}/${payload.version}`] : [],
  run: ({ payload: { documentId, version } }) =>
    scanVersion({ db, now: new Date(), storage: theStorage(), scanner: theScanner() }, documentId, version),
});

/** A draft that is given up takes what was sent with it along: withdrawn, and gone from the store. */
export const clearDiscarded = ({ db }: Means): Effect<'application.discarded'> => ({
  targets: async (trx, { subject }) => {
    const rows = await trx
      .selectFrom('document')
      .select('id')
      .where('subject_kind', '=', 'application')
      .where('subject_id', '=', subject)
      .execute();
    return rows.map(({ id }) => id);
  },
  async run({ occurredAt }, id) {
    const outcome = await withdrawDiscarded({ db, now: occurredAt }, id);
    for (const key of outcome.ok ? outcome.value.keys : []) await theStorage().remove(key);
  },
});

/** Whoever sent a file that carries a virus should know: their own computer may. */
export const mailRefused = (means: Means) =>
  mailPeople<'document.scanned'>(means, {
    to: async (db, { payload: { documentId, version, outcome } }) => {
      const file = outcome === 'infected' ? await findVersion(db, documentId, version) : undefined;
      return file ? [file.uploadedBy] : [];
    },
    write: async ({ payload: { documentId, version } }) => {
      const file = await findVersion(means.db, documentId, version);
      return file && documentRefused({ ...file, link: `${means.origin}/documents/${documentId}` });
    },
  });
