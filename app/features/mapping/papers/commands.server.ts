import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { StoredFile } from '#app/platform/files/storage.server.ts';
import { refuse } from '#app/platform/result.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { lockScanned } from './queries.server.ts';
import { settleScan } from './rules.ts';

/** A file in the store; `quarantined` when a scanner is to look at it before anybody gets it. */
export type Received = StoredFile & { quarantined: boolean };

/** Works in the transaction of whoever says what the file shows: both are stored, or neither. */
export async function keepPaper(
  trx: Transaction<Database>,
  { actor, now }: Pick<Scope<Company>, 'actor' | 'now'>,
  title: string,
  file: Received,
) {
  const { filename, mediaType, bytes, sha256, key, quarantined } = file;
  const { id } = await trx
    .insertInto('mapping_paper')
    .values({
      ...{ company_id: actor.organisationId, title: title.slice(0, 200), filename, media_type: mediaType },
      ...{ bytes, sha256, storage_key: key, kept_at: now, kept_by: actor.accountId },
      scan: quarantined ? 'quarantined' : 'unscanned',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const about = { actor, now, subject: id, related: [actor.organisationId] };
  await recordEvent(trx, about, 'mapping_paper.kept', {});
  return id;
}

/** What the scanner found, once. */
export function recordPaperScan(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  id: string,
  outcome: 'clean' | 'infected',
) {
  return db.transaction().execute(async (trx) => {
    const paper = await lockScanned(trx, id);
    const decision = settleScan(paper);
    if (!decision.ok || !paper) return refuse('already_scanned');
    await trx
      .updateTable('mapping_paper')
      .set({ scan: outcome, scanned_at: now })
      .where('id', '=', id)
      .execute();
    const about = { actor: { kind: 'system' as const }, now, subject: id, related: [paper.companyId] };
    await recordEvent(trx, about, 'mapping_paper.scanned', { outcome });
    return decision;
  });
}
