import { sql, type Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';
import { prepared } from '#db/prepared.ts';

import type { Candidate, MatchedKind } from './model.ts';
import { keysOf, type Reading } from './reading.ts';
import { readNames } from './read-names.server.ts';
import type { Asked } from './score.ts';
import { skeletonOf } from './skeleton.ts';

/** Lists come as one text: reading PostgreSQL’s arrays takes longer than finding them. */
type Row = {
  lot: number;
  id: number | null;
  organisation_id: string;
  kind: MatchedKind;
  name: string;
  words: string;
  counts: string;
  asked_counts: string;
};

/** One name asked for; with a country, only recruiters of it. */
export type Lot = { reading: Asked; country: string | null };

/** Raised when names wait to be read that are too many for one question: the answer is not known yet, never "nobody". */
export class RegisterUnread extends Error {}

/** Names that were written since the last question are read first, so that no answer is older than the register. */
export async function nothingUnread(db: Kysely<Database>) {
  if (!(await isUnread(db))) return;
  await readNames(db, { most: 5000 });
  if (await isUnread(db)) throw new RegisterUnread('names of the register are still being read');
}

const isUnread = (db: Kysely<Database>) =>
  db.selectFrom('register_name').select('id').where('read_by', 'is', null).limit(1).executeTakeFirst();

/** For each name asked the names it may be, `most` at most; after what was not read yet. */
export async function matchesOf(db: Kysely<Database>, lots: Lot[], most: number): Promise<Candidate[][]> {
  const rows = await ask(db, lots, most);
  if (rows.every(({ id }) => id !== null)) return grouped(rows, lots.length);
  await nothingUnread(db);
  const again = await ask(db, lots, most);
  if (again.some(({ id }) => id === null))
    throw new RegisterUnread('names of the register are still being read');
  return grouped(again, lots.length);
}

/** For each name asked who has the very name, legal forms aside; nobody is asked twice for how often words are used. */
export async function sameName(db: Kysely<Database>, lots: Lot[]): Promise<Candidate[][]> {
  const asked = lots.flatMap(({ reading: { key }, country }, lot) =>
    key === '' ? [] : [{ lot, key, country }],
  );
  // One text for any number of names; the builder knows no such source.
  const { rows } = await sql<
    Omit<Row, 'id' | 'counts' | 'asked_counts'>
  >`select a.lot, n.organisation_id, n.kind, n.name,
      array_to_string(n.words, ' ') as words
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(lot integer, key text, country text)
    cross join lateral (select * from register_name r
      where r.key = a.key and (a.country is null or r.country = a.country) order by r.id limit 25) n
    join registration g on g.organisation_id = n.organisation_id and g.delisted_on is null`.execute(db);
  return grouped(
    rows.map((row) => ({ ...row, id: 0, counts: '', asked_counts: '' })),
    lots.length,
  );
}

/** Every name of some recruiters, for a question asked of them alone. */
export async function namesOf(db: Kysely<Database>, reading: Reading, organisationIds: string[]) {
  await nothingUnread(db);
  // Counts of words in the order of a name, and of what was asked: the builder knows no such order.
  const { rows } = await sql<Row>`
    select 0 as lot, n.id, n.organisation_id, n.kind, n.name, array_to_string(n.words, ' ') as words,
      (select string_agg(w.names::text, ' ' order by i.place)
        from unnest(n.word_ids) with ordinality as i(id, place) join register_word w on w.id = i.id) as counts,
      (select string_agg(coalesce(w.names, 0)::text, ' ' order by a.place)
        from unnest(${reading.words}::text[]) with ordinality as a(word, place) left join register_word w on w.word = a.word) as asked_counts
    from register_name n where n.organisation_id = any (${organisationIds}::uuid[])`.execute(db);
  return rows.map(toCandidate);
}

async function ask(db: Kysely<Database>, lots: Lot[], most: number) {
  const asked = lots.flatMap(({ reading, country }, lot) =>
    reading.words.length > 0 ? [{ lot, country, ...questionOf(reading) }] : [],
  );
  if (asked.length === 0) return [];
  // A function of the database has no builder; one text carries any number of questions.
  const { rows } = await sql<Row>`${prepared('register_candidates')} select a.lot, c.*
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(lot integer, country text, words text[], skeletons text[],
      keys text[], key_of integer[], whole text, text text)
    cross join lateral register_candidates(a.words, a.skeletons, a.keys, a.key_of, a.whole, a.text, a.country, ${most}) c`.execute(
    db,
  );
  return rows;
}

function questionOf({ words, key, text }: Asked) {
  const keys = words.flatMap((word, place) => keysOf(word).map((one) => ({ one, place: place + 1 })));
  return {
    words,
    skeletons: words.map(skeletonOf),
    keys: keys.map(({ one }) => one),
    key_of: keys.map(({ place }) => place),
    whole: key,
    text,
  };
}

function grouped(rows: Row[], lots: number): Candidate[][] {
  const all = Array.from({ length: lots }, (): Candidate[] => []);
  for (const row of rows) all[row.lot]?.push(toCandidate(row));
  return all;
}

const toCandidate = (row: Row): Candidate => ({
  organisationId: row.organisation_id,
  kind: row.kind,
  name: row.name,
  words: row.words.split(' '),
  counts: row.counts.split(' ').map(Number),
  askedCounts: row.asked_counts.split(' ').map(Number),
});
