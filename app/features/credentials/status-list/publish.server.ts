import { createHash } from 'node:crypto';

import type { Kysely } from 'kysely';

import { within } from '#app/platform/operation/within.ts';
import { log } from '#app/platform/operation/log.server.ts';
import type { Signing } from '#app/platform/signing/signing.server.ts';
import type { Database } from '#db/client.server.ts';

import { listId, purposes, type ListName } from '../model.ts';
import { encodedList } from './bits.server.ts';
import { listCredential } from './credential.ts';
import { keepList, readKept, type PublishedList } from './kept.server.ts';
import { countLists, listSetPlaces } from './queries.server.ts';

/** `folder`: where the last published lists are kept for when the database is down. */
export type Publishing = { db: Kysely<Database>; origin: string; signing: Signing; folder: string };

/** A change shows after this; until then one question to the database serves all who ask. */
const freshMs = 1000;

/** So long is waited for a database that hangs before the last list is served instead. */
const patienceMs = 3000;

type Kept = { list: PublishedList; at: number };
/** Per database and list: what this process published last. */
const published = new WeakMap<Kysely<Database>, Map<string, Kept>>();

function keptOf(db: Kysely<Database>) {
  const kept = published.get(db) ?? new Map<string, Kept>();
  published.set(db, kept);
  return kept;
}

/**
 * The list as it is now. While the database is down, the last one that was published, from memory or disk, as long as it
 * is valid; undefined where there is no such list.
 */
export async function findList(house: Publishing, name: ListName, now: Date) {
  const kept = keptOf(house.db).get(listId(name));
  if (kept && Math.abs(now.getTime() - kept.at) < freshMs) return kept.list;
  try {
    return await within(patienceMs, currentList(house, name, now));
  } catch (error) {
    const last = kept?.list ?? (await readKept(house.folder, name));
    if (!last || new Date(last.validUntil) <= now) throw error;
    log.warn({ err: error }, 'the last published status list is served');
    return last;
  }
}

/** The list as the database has it; throws while that is down. */
export async function currentList(house: Publishing, name: ListName, now: Date) {
  const kept = keptOf(house.db);
  const [count, places] = await Promise.all([countLists(house.db), listSetPlaces(house.db, name)]);
  if (name.list > count) return undefined;
  // By the hour and from what is in it alone, so that every server publishes the same list, byte for byte.
  const from = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
  const { id } = await house.signing.keyring.signer();
  const made = createHash('sha256')
    .update(JSON.stringify([house.origin, listId(name), id, from, places]))
    .digest('hex');
  const before = kept.get(listId(name))?.list;
  const list = before?.made === made ? before : await sign(house, { name, places, from, made });
  kept.set(listId(name), { list, at: now.getTime() });
  if (list !== before) await keepList(house.folder, name, list);
  return list;
}

type Made = { name: ListName; places: number[]; from: Date; made: string };

async function sign(
  { origin, signing }: Publishing,
  { name, places, from, made }: Made,
): Promise<PublishedList> {
  const encoded = encodedList(places);
  const credential = listCredential({ name, encoded, from, origin, did: signing.did });
  const [document, token] = await Promise.all([
    signing.embedProof(credential, from),
    signing.signCredential(credential),
  ]);
  return { made, validUntil: credential.validUntil, document: JSON.stringify(document), token };
}

/** Every list, also those nobody asked for: so that each is there when the database is not. */
export async function publishLists(house: Publishing, now: Date) {
  const count = await countLists(house.db);
  for (let list = 1; list <= count; list += 1)
    for (const purpose of purposes) await currentList(house, { purpose, list }, now);
}
