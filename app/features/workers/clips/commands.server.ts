import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { StoredFile } from '#app/platform/files/storage.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { mayKeepClips, type ClipKeeper } from './policy.ts';
import { lockClip, lockScanned, type Place } from './queries.server.ts';
import * as rules from './rules.ts';

/** A file in the store; `quarantined` when a scanner is to look at it before anybody hears it. */
export type Received = StoredFile & { quarantined: boolean };
/** An answer in a language, and the hash of its text as it stands. */
export type Text = Place & { hash: string };

/** A recording takes the place of the one before; `textHash` is of what it was read from. Whoever called removes the file where this is refused. */
export function putClip(
  { db, actor, now }: Scope<ClipKeeper>,
  { hash, ...place }: Text,
  textHash: string,
  { quarantined, ...file }: Received,
) {
  return db.transaction().execute(async (trx) => {
    if (!mayKeepClips(actor)) return refuse('forbidden');
    const before = await lockClip(trx, place);
    const decision = rules.put(before, { textHash, sha256: file.sha256 }, hash);
    if (!decision.ok) return decision;
    const { accountId } = actor;
    if (before) await end(trx, before.id, { ended_at: now, ended_because: 'replaced', ended_by: accountId });
    const { id } = await trx
      .insertInto('answer_clip')
      .values({
        ...{ ...place, text_hash: textHash, filename: file.filename, media_type: file.mediaType },
        ...{ bytes: file.bytes, sha256: file.sha256, storage_key: file.key },
        ...{ uploaded_at: now, uploaded_by: accountId, scan: quarantined ? 'quarantined' : 'unscanned' },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordEvent(trx, { actor, now, subject: id }, 'clip.uploaded', place);
    return ok({ id });
  });
}

/** Workers hear nothing of this answer any more; what was recorded stays on record. */
export function removeClip({ db, actor, now }: Scope<ClipKeeper>, place: Place) {
  return db.transaction().execute(async (trx) => {
    if (!mayKeepClips(actor)) return refuse('forbidden');
    const before = await lockClip(trx, place);
    const decision = rules.remove(before);
    if (!decision.ok || !before) return refuse('nothing_there');
    await end(trx, before.id, { ended_at: now, ended_because: 'removed', ended_by: actor.accountId });
    await recordEvent(trx, { actor, now, subject: before.id }, 'clip.removed', place);
    return ok({});
  });
}

/** What the scanner found, once; what carries a virus ends. */
export function recordClipScan(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  id: string,
  outcome: 'clean' | 'infected',
) {
  return db.transaction().execute(async (trx) => {
    const clip = await lockScanned(trx, id);
    const decision = rules.settleScan(clip, outcome);
    if (!decision.ok || !clip) return refuse('already_scanned');
    const ends = outcome === 'infected' && !clip.endedAt;
    await trx
      .updateTable('answer_clip')
      .set({ scan: outcome, scanned_at: now, ...(ends && { ended_at: now, ended_because: 'infected' }) })
      .where('id', '=', id)
      .execute();
    await recordEvent(trx, { actor: { kind: 'system' }, now, subject: id }, 'clip.scanned', { outcome });
    return decision;
  });
}

type End = { ended_at: Date; ended_because: 'replaced' | 'removed'; ended_by: string };

const end = (trx: Transaction<Database>, id: string, said: End) =>
  trx.updateTable('answer_clip').set(said).where('id', '=', id).execute();
