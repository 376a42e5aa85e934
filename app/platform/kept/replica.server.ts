import { setTimeout as pause } from 'node:timers/promises';

import { sql, type Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import { log } from '../operation/log.server.ts';
import type { Ear } from './listening.server.ts';

type Databases = { primary: Kysely<Database>; replica: Kysely<Database> };

/** Where to read, and as of when at least what is read there is. */
export type Reading = { db: Kysely<Database>; asOf: Date };

const pulseMs = 500;
const untilLevelMs = 20;
/** Behind by more than this nothing is read there. */
const mostBehindMs = 10_000;

/**
 * A replica, which is behind by nature. It is read only while it holds everything the primary was told to have changed: from each
 * word of a change on it is passed over, until it has replayed what the primary had written by then. Whoever does not hear the
 * primary cannot know that, and reads nothing there.
 */
export class Replica {
  #told = 0;
  #hears = false;
  #level: Date | undefined;
  readonly #ended = new AbortController();
  #wake = new AbortController();

  constructor(private readonly of: Databases) {}

  /** What it hears beside whoever keeps answers, on the same line: one must not know more than the other. */
  readonly ear: Ear = {
    hearing: () => this.#passOver(true),
    changed: () => this.#passOver(this.#hears),
    deaf: () => this.#passOver(false),
  };

  /** The replica, where it may be read now. */
  reading(): Reading | undefined {
    const asOf = this.#level;
    return asOf && Date.now() - asOf.getTime() < mostBehindMs ? { db: this.of.replica, asOf } : undefined;
  }

  /** It did not answer. */
  lost() {
    this.#level = undefined;
  }

  /** Begins to see how far it is; returns the stop. */
  follow() {
    const following = this.#follow();
    return async () => {
      this.#ended.abort();
      this.#wake.abort();
      await following;
    };
  }

  #passOver(hears: boolean) {
    this.#hears = hears;
    this.#told += 1;
    this.#level = undefined;
    this.#wake.abort();
  }

  async #follow() {
    while (!this.#ended.signal.aborted) {
      this.#wake = new AbortController();
      if (this.#hears)
        await this.#untilLevel().catch((error: unknown) => {
          this.#level = undefined;
          log.debug({ err: error }, 'the replica is passed over');
        });
      await pause(pulseMs, undefined, { signal: this.#wake.signal, ref: false }).catch(() => undefined);
    }
  }

  /** Positions in the log of the database are nothing the builder knows. */
  async #untilLevel() {
    const [told, asOf] = [this.#told, new Date()];
    const { rows } = await sql<{ at: string }>`select pg_current_wal_insert_lsn()::text as at`.execute(
      this.of.primary,
    );
    const at = rows[0]?.at ?? null;
    while (told === this.#told && !this.#ended.signal.aborted) {
      const there = await sql<{ level: boolean | null }>`
        select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${at}::pg_lsn as level`.execute(
        this.of.replica,
      );
      if (told !== this.#told) return;
      if (there.rows[0]?.level === true) {
        this.#level = asOf;
        return;
      }
      await pause(untilLevelMs, undefined, { ref: false });
    }
  }
}
