import { sql, type Kysely, type Transaction } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { MarkLanguage } from '../../register/marks/model.ts';
import { scanOf, type SpokenAnswer } from './model.ts';
import type { ClipKeeper } from './policy.ts';

const columns = [
  'answer_clip.id',
  'answer_clip.language',
  'answer_clip.answer',
  'answer_clip.text_hash as textHash',
  'answer_clip.filename',
  'answer_clip.media_type as mediaType',
  'answer_clip.bytes',
  'answer_clip.sha256',
  'answer_clip.storage_key as key',
  'answer_clip.scan',
] as const;

const asClip = <R extends { scan: string }>(row: R) => ({ ...row, scan: scanOf(row.scan) });

const current = (db: Kysely<Database>) =>
  db.selectFrom('answer_clip').select(columns).where('answer_clip.ended_at', 'is', null);

/** Every recording that has not ended, in all languages. */
export const listClips = async (db: Kysely<Database>) => (await current(db).execute()).map(asClip);

export type Place = { language: MarkLanguage; answer: SpokenAnswer };

/** The one of an answer in a language that has not ended. */
export async function findClip(db: Kysely<Database>, { language, answer }: Place) {
  const row = await current(db)
    .where('answer_clip.language', '=', language)
    .where('answer_clip.answer', '=', answer)
    .executeTakeFirst();
  return row && asClip(row);
}

/** Call it first: whoever changes the recordings of a language at once waits here. */
export async function lockClip(trx: Transaction<Database>, place: Place) {
  // The builder knows no locks by name.
  await sql`select pg_advisory_xact_lock(hashtext(${`answer_clip ${place.language}`}))`.execute(trx);
  return findClip(trx, place);
}

/** By its id, ended or not; for who looks through it. */
export async function lockScanned(trx: Transaction<Database>, id: string) {
  const row = await trx
    .selectFrom('answer_clip')
    .select(columns)
    .select('answer_clip.ended_at as endedAt')
    .where('answer_clip.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && asClip(row);
}

/** The same without its row held. */
export async function findScanned(db: Kysely<Database>, id: string) {
  const row = await db
    .selectFrom('answer_clip')
    .select(columns)
    .where('answer_clip.id', '=', id)
    .executeTakeFirst();
  return row && asClip(row);
}

/** Every recording there was of an answer in a language, the newest first, with who kept it. */
export async function listRecordings({ db }: Pick<Scope<ClipKeeper>, 'db'>, { language, answer }: Place) {
  const rows = await db
    .selectFrom('answer_clip')
    .innerJoin('account as uploader', 'uploader.id', 'answer_clip.uploaded_by')
    .leftJoin('account as ender', 'ender.id', 'answer_clip.ended_by')
    .select(columns)
    .select(['answer_clip.uploaded_at as uploadedAt', 'uploader.name as uploadedBy'])
    .select(['answer_clip.ended_at as endedAt', 'answer_clip.ended_because as endedBecause'])
    .select('ender.name as endedBy')
    .where('answer_clip.language', '=', language)
    .where('answer_clip.answer', '=', answer)
    .orderBy('answer_clip.uploaded_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(({ uploadedAt, endedAt, key: _key, ...row }) => ({
    ...asClip(row),
    ...{ uploadedAt: uploadedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null },
  }));
}

/** The file of a recording that was looked at, ended or not, for those who keep them. */
export async function findFile(db: Kysely<Database>, id: string) {
  const row = await db
    .selectFrom('answer_clip')
    .select(columns)
    .where(isId('answer_clip.id', id))
    .where('answer_clip.scan', 'in', ['clean', 'unscanned'])
    .executeTakeFirst();
  return row && asClip(row);
}
