import { sql, type Kysely, type Transaction } from 'kysely';

import type { Database } from '#db/client.server.ts';

import { keysOf, readingVersion, readName } from './reading.ts';
import { skeletonOf } from './skeleton.ts';

const batch = 2000;

/** Any number: whoever reads names holds it, so that two never read the same. */
const reader = 8_720_261_128;

/**
 * Reads names that were never read, then those that other rules read, `most` at most; answers how many. The words of a
 * name never change, for a name never does: a new one is a row of its own.
 */
export async function readNames(db: Kysely<Database>, { most = Infinity }: { most?: number } = {}) {
  let read = 0;
  while (read < most) {
    const count = await db.transaction().execute((trx) => readSome(trx, Math.min(batch, most - read)));
    if (count === 0) break;
    read += count;
  }
  return read;
}

async function readSome(trx: Transaction<Database>, limit: number) {
  await sql`select pg_advisory_xact_lock(${reader})`.execute(trx);
  const names = await unread(trx, limit);
  if (names.length === 0) return 0;
  const readings = names.map(({ id, name }) => ({ id, ...readName(name) }));
  await learnWords(trx, [...new Set(readings.flatMap(({ words }) => words))]);
  const counted = new Map<string, number>();
  const count = (words: string[], by: number) => {
    for (const word of new Set(words)) counted.set(word, (counted.get(word) ?? 0) + by);
  };
  for (const { words } of readings) count(words, 1);
  for (const { words } of names) count(words ?? [], -1);
  // Both write many rows out of one text; the builder knows no such source.
  await sql`update register_name n set read_by = ${readingVersion}, key = r.key, size = cardinality(r.words), words = r.words,
      word_ids = array(select w.id from unnest(r.words) with ordinality as t(word, place) join register_word w on w.word = t.word
        order by t.place)
    from jsonb_to_recordset(${JSON.stringify(readings)}::jsonb) as r(id integer, key text, words text[])
    where n.id = r.id`.execute(trx);
  await sql`update register_word w set names = w.names + c.names
    from unnest(${[...counted.keys()]}::text[], ${[...counted.values()]}::integer[]) as c(word, names)
    where w.word = c.word`.execute(trx);
  return names.length;
}

async function unread(trx: Transaction<Database>, limit: number) {
  const names = trx.selectFrom('register_name').select(['id', 'name', 'words']).orderBy('id').limit(limit);
  const never = await names.where('read_by', 'is', null).execute();
  return never.length > 0 ? never : names.where('read_by', '<>', readingVersion).execute();
}

/** Words nobody used before, or that other rules read, with what they are looked up by. */
async function learnWords(trx: Transaction<Database>, words: string[]) {
  // One text for any number of words; the builder knows no such source.
  const learnt = await sql<{ id: number; word: string }>`insert into register_word (word, skeleton, read_by)
    select word, skeleton, ${readingVersion}::smallint from unnest(${words}::text[], ${words.map(skeletonOf)}::text[]) as t(word, skeleton)
    where not exists (select 1 from register_word w where w.word = t.word and w.read_by = ${readingVersion}::smallint)
    on conflict (word) do update set skeleton = excluded.skeleton, read_by = excluded.read_by
    returning id, word`.execute(trx);
  if (learnt.rows.length === 0) return;
  const keys = learnt.rows.flatMap(({ id, word }) => keysOf(word).map((key) => ({ key, id })));
  await sql`delete from register_word_key where word_id = any (${learnt.rows.map(({ id }) => id)}::integer[])`.execute(
    trx,
  );
  await sql`insert into register_word_key (key, word_id)
    select * from unnest(${keys.map(({ key }) => key)}::text[], ${keys.map(({ id }) => id)}::integer[])`.execute(
    trx,
  );
}
