import { sql, type Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import { matchesOf, nothingUnread, sameName, type Lot } from './candidates.server.ts';
import type { Candidate } from './model.ts';
import { rank, type Found } from './names.server.ts';
import { readAsked } from './score.ts';

/** A line of somebody’s list; `ref` is the caller’s own and comes back with what was found. */
export type Line = { ref: string; name: string; country?: string };

export type Matches = { ref: string; candidates: (Found & { registrationNumber: string })[] };

/** Names are asked for in lots, two at a time: one is compared here while the database looks for the other. */
const [lot, atOnce] = [250, 2];

/**
 * For each name of a list the recruiters that may be meant, `most` at most, the best match first; in the list’s order.
 * Who has the very name is the answer alone, one question for all of a lot; the others are looked for as anybody's question
 * is. For any number of names: the answers of two lots are all that is held at a time.
 */
export async function matchNames(db: Kysely<Database>, lines: Line[], most: number): Promise<Matches[]> {
  const lots = Array.from({ length: Math.ceil(lines.length / lot) }, (_, place) =>
    lines.slice(place * lot, (place + 1) * lot),
  );
  const answers: Matches[][] = [];
  let next = 0;
  const work = async () => {
    for (let place = next++; place < lots.length; place = next++)
      answers[place] = await matchLot(db, lots[place] ?? [], most);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return answers.flat();
}

/** Fewer than for a page: a person chooses between a handful. */
const candidatesEach = 25;

async function matchLot(db: Kysely<Database>, lines: Line[], most: number): Promise<Matches[]> {
  const asked = lines.map(({ name, country }): Lot => ({
    reading: readAsked(name),
    country: country ?? null,
  }));
  await nothingUnread(db);
  const candidates: Candidate[][] = await sameName(db, asked);
  const open = asked.flatMap((one, place) => (candidates[place]?.length ? [] : [{ one, place }]));
  const likely = await matchesOf(
    db,
    open.map(({ one }) => one),
    candidatesEach,
  );
  open.forEach(({ place }, at) => (candidates[place] = likely[at] ?? []));
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

async function numbersOf(db: Kysely<Database>, organisationIds: string[]) {
  // One parameter for any number of ids.
  const { rows } = await sql<{
    id: string;
    number: string;
  }>`select organisation_id as id, number from registration
    where organisation_id = any (${organisationIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, number }) => [id, number]));
}
