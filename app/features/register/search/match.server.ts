import { sql, type Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import { matchesOf, type Lot } from './candidates.server.ts';
import { rank, type Found } from './names.server.ts';
import { findByNumbers } from './numbers.server.ts';
import { readName } from './reading.ts';
import { plain } from './score.ts';

/** A line of somebody’s list; `ref` is the caller’s own and comes back with what was found. */
export type Line = { ref: string; name: string; country?: string };

export type Matches = { ref: string; candidates: (Found & { registrationNumber: string })[] };

/** Names are asked for in lots: the answers of one are all that is held at a time. */
const lot = 250;

/**
 * For each name of a list the recruiters that may be meant, `most` at most, the best match first; in the list’s order.
 * For any number of names: read and compared lot by lot, one question to the database each.
 */
export async function matchNames(db: Kysely<Database>, lines: Line[], most: number): Promise<Matches[]> {
  const all: Matches[] = [];
  for (let at = 0; at < lines.length; at += lot)
    all.push(...(await matchLot(db, lines.slice(at, at + lot), most)));
  return all;
}

async function matchLot(db: Kysely<Database>, lines: Line[], most: number): Promise<Matches[]> {
  const asked = lines.map(({ name, country }): Lot => ({
    reading: { ...readName(name), text: plain(name.slice(0, 300)) },
    country: country ?? null,
  }));
  const candidates = await matchesOf(db, asked, 40);
  const found = asked.map(({ reading }, place) => rank(reading, candidates[place] ?? []).slice(0, most));
  const numbers = await numbersOf(db, [...new Set(found.flat().map(({ organisationId }) => organisationId))]);
  return lines.map(({ ref }, place) => ({
    ref,
    candidates: (found[place] ?? []).map((one) => ({
      ...one,
      registrationNumber: numbers.get(one.organisationId) ?? '',
    })),
  }));
}

/** The same by exact numbers: registration, licence or certificate, whichever it is; one question for the whole list. */
export async function matchNumbers(
  db: Kysely<Database>,
  lines: { ref: string; number: string }[],
): Promise<Matches[]> {
  const found = await findByNumbers(
    db,
    lines.map(({ number }, ref) => ({ ref, number })),
  );
  const numbers = await numbersOf(db, [...new Set(found.map(({ organisationId }) => organisationId))]);
  const matches = lines.map(({ ref }): Matches => ({ ref, candidates: [] }));
  for (const { ref, ...one } of found)
    matches[ref]?.candidates.push({ ...one, registrationNumber: numbers.get(one.organisationId) ?? '' });
  return matches;
}

async function numbersOf(db: Kysely<Database>, organisationIds: string[]) {
  // One parameter for any number of ids.
  const { rows } = await sql<{
    id: string;
    number: string;
  }>`select organisation_id as id, number from registration
    where organisation_id = any (${organisationIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, number }) => [id, number]));
}
