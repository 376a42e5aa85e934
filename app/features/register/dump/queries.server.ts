import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import type { Kysely } from 'kysely';

import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Storage } from '#app/platform/files/storage.server.ts';
import type { Signing } from '#app/platform/signing/signing.server.ts';
import type { Database } from '#db/client.server.ts';

import { dumpCredential } from './credential.ts';
import type { Dump } from './model.ts';
import { endingLine, headingLine } from './writing.server.ts';

export type DumpRefusal = 'no_dump' | 'changes_gone';

/** What is sent: bytes from any of them on, and what they are proven by. */
export type Sendable = Pick<Dump, 'asOf' | 'since' | 'bytes' | 'sha256' | 'signature'> & {
  read(from?: number): Readable;
};

type House = { db: Kysely<Database>; origin: string; storage: Storage; signing: Signing };

const columns = [
  ...(['since', 'bytes', 'sha256', 'recruiters', 'removed', 'signature'] as const),
  ...(['as_of as asOf', 'storage_key as key'] as const),
] as const;

type Part = Omit<Dump, 'kind'>;

/** The latest whole dump. */
export async function findDump({ db, storage }: House): Promise<Result<Sendable, DumpRefusal>> {
  const dump = await latest(db);
  return dump ? ok(fileOf(storage, dump)) : refuse('no_dump');
}

const latest = (db: Kysely<Database>) =>
  db
    .selectFrom('register_dump')
    .select(columns)
    .where('kind', '=', 'whole')
    .orderBy('as_of', 'desc')
    .limit(1)
    .executeTakeFirst();

const fileOf = (storage: Storage, dump: Part): Sendable => ({
  ...dump,
  read: (from) => storage.read(dump.key, from),
});

/** All that was said differently by any dump after `since`; later lines stand for earlier ones of the same number. */
export async function findChanges(house: House, since: Date): Promise<Result<Sendable, DumpRefusal>> {
  const { db, storage } = house;
  const whole = await latest(db);
  if (!whole) return refuse('no_dump');
  const parts = await db
    .selectFrom('register_dump')
    .select(columns)
    .where('kind', '=', 'changes')
    .where('as_of', '>', since)
    .orderBy('as_of')
    .execute();
  const [first] = parts;
  if (!first) return since >= whole.asOf ? ok(await nothing(house, whole.asOf)) : refuse('changes_gone');
  if (first.since === null || first.since > since) return refuse('changes_gone');
  return ok(
    parts.length === 1
      ? fileOf(storage, first)
      : await joined(house, { ...first, since: first.since }, parts),
  );
}

/** Signed like any other: that nothing changed is an answer too. */
async function nothing(house: House, asOf: Date): Promise<Sendable> {
  const counted = { recruiters: 0, removed: 0 };
  const content = gzipSync(headingLine({ asOf, since: asOf, origin: house.origin }) + endingLine(counted));
  const sum = createHash('sha256').update(content).digest('hex');
  return {
    ...(await signed(house, { asOf, since: asOf, bytes: content.length, sha256: sum, ...counted })),
    read: (from = 0) => Readable.from([content.subarray(from)]),
  };
}

/** Sums of files that are sent one after the other, by the first and the last of them. */
const sums = new Map<string, string>();
const mostSums = 500;

/** One after the other as one answer: what is joined of gzip is gzip. */
async function joined(house: House, first: Part & { since: Date }, parts: Part[]) {
  const last = parts.at(-1) ?? first;
  const name = `${first.key} ${last.key}`;
  let sum = sums.get(name);
  if (sum === undefined) {
    const hash = createHash('sha256');
    for await (const part of contentOf(house.storage, parts, 0)) hash.update(part);
    sum = hash.digest('hex');
    if (sums.size >= mostSums) sums.clear();
    sums.set(name, sum);
  }
  const count = (of: 'bytes' | 'recruiters' | 'removed') => parts.reduce((all, part) => all + part[of], 0);
  const said = { asOf: last.asOf, since: first.since, bytes: count('bytes'), sha256: sum };
  return {
    ...(await signed(house, { ...said, recruiters: count('recruiters'), removed: count('removed') })),
    read: (from = 0) => Readable.from(contentOf(house.storage, parts, from)),
  };
}

async function* contentOf(storage: Storage, parts: readonly Part[], from: number): AsyncGenerator<Buffer> {
  let ahead = from;
  for (const { key, bytes } of parts) {
    if (ahead < bytes)
      for await (const part of storage.read(key, ahead)) if (Buffer.isBuffer(part)) yield part;
    ahead = Math.max(0, ahead - bytes);
  }
}

type Said = Parameters<typeof dumpCredential>[0];

async function signed({ origin, signing }: House, said: Said) {
  const credential = dumpCredential(said, { origin, did: signing.did, now: said.asOf });
  return { ...said, signature: await signing.signCredential(credential) };
}
