import { setTimeout as pause } from 'node:timers/promises';

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';

import { apiLimits } from '#app/api/door.server.ts';
import { liftSuspension, suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { KeptAnswers } from '#app/platform/kept/answers.server.ts';
import { readOn } from '#app/platform/kept/reading.server.ts';
import { Replica } from '#app/platform/kept/replica.server.ts';
import type { Mailer } from '#app/platform/mailer.server.ts';
import { connect } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension } from '#tests/support/factories/certificates.ts';
import { serveApi } from '#tests/support/loopback.ts';
import { drain } from '#tests/support/queue.ts';
import { aLine } from '#tests/support/stoppable.ts';
import { aReplicatedDatabase } from '#tests/support/replicated.ts';

const silent: Mailer = { send: () => Promise.resolve() };
const path = '/api/v1/recruiters/LRN00012603';
const lifted = { note: 'The office moved; all is as it was.' };

async function lay() {
  const databases = await aReplicatedDatabase();
  const primary = connect(databases.primary.url, { max: 5 });
  const line = await aLine(() => databases.replica.port);
  const through = new URL(databases.replica.url);
  through.port = String(line.port);
  const copy = connect(through.href, { max: 3 });
  const { db, pool } = primary;
  const given = await aCertificate(db, () => drain(pool, { db, mailer: silent, origin: 'http://127.0.0.1' }));
  const replica = new Replica({ primary: db, replica: copy.db });
  const kept = new KeptAnswers();
  const stops = [kept.listen(databases.primary.url, replica.ear), replica.follow()];
  const origin = 'https://scheme.example';
  const served = await serveApi({ db, pool, kept, replica, origin, limits: apiLimits(1_000_000) });
  return {
    ...{ databases, line, db, copy: copy.db, given, replica, url: served.url },
    async close() {
      served.stop();
      for (const stop of stops) await stop();
      await copy.db.destroy();
      line.close();
      await db.destroy();
      await databases.close();
    },
  };
}

let house: Awaited<ReturnType<typeof lay>>;
beforeAll(async () => {
  house = await lay();
}, 120_000);
afterAll(() => house.close(), 60_000);

const shape = z.looseObject({ standing: z.looseObject({ status: z.string() }) });
async function ask() {
  const response = await fetch(`${house.url}${path}`);
  const body = shape.parse(await response.json());
  return { standing: body.standing.status, asOf: response.headers.get('Data-As-Of') };
}

const level = async () => {
  const end = Date.now() + 10_000;
  while (!house.replica.reading()) {
    if (Date.now() > end) throw new Error('The replica never came level');
    await pause(10);
  }
};

describe('a replica', () => {
  test('is read while it is level, and the answer says as of when', async () => {
    await level();
    const before = Date.now();
    const response = await fetch(`${house.url}/api/v1/recruiters?limit=5`);
    const said = z.looseObject({ asOf: z.string(), data: z.array(z.unknown()) }).parse(await response.json());
    expect(said.data).toHaveLength(1);
    expect(response.headers.get('Data-As-Of')).toBe(said.asOf);
    expect(before - Date.parse(said.asOf)).toBeLessThan(10_000);
    const { answer } = await readOn(house.replica, { db: house.db }, ({ db }) =>
      sql<{ there: boolean }>`select pg_is_in_recovery() as there`.execute(db),
    );
    expect(answer.rows[0]?.there).toBe(true);
  });

  test(
    'that has not replayed a change yet is passed over: the next request answers as it is now',
    { timeout: 60_000 },
    async () => {
      const scope = house.given.as(house.given.officer);
      await level();
      await sql`select pg_wal_replay_pause()`.execute(house.copy);
      done(await suspendCertificate(scope, house.given.certificateId, ownSuspension));
      // The word of the change arrives a moment after its commit.
      await pause(100);
      for (let asked = 0; asked < 20; asked += 1) {
        expect(await ask()).toEqual({ standing: 'suspended', asOf: null });
        await pause(30);
      }
      const { rows } = await sql`select status from certificate`.execute(house.copy);
      expect(rows).toEqual([{ status: 'active' }]);
      await sql`select pg_wal_replay_resume()`.execute(house.copy);
      await level();
      done(await liftSuspension(scope, house.given.certificateId, lifted));
    },
  );

  test('never turns an answer back, however often a standing changes', { timeout: 60_000 }, async () => {
    const scope = house.given.as(house.given.officer);
    for (let round = 0; round < 15; round += 1) {
      done(await suspendCertificate(scope, house.given.certificateId, ownSuspension));
      await pause(60);
      for (let asked = 0; asked < 8; asked += 1) expect((await ask()).standing).toBe('suspended');
      done(await liftSuspension(scope, house.given.certificateId, lifted));
      await pause(60 + round * 10);
      for (let asked = 0; asked < 8; asked += 1) expect((await ask()).standing).toBe('certified');
    }
  });

  test('is read only while the primary is heard', async () => {
    await level();
    const { db, copy } = house;
    const unheard = new Replica({ primary: db, replica: copy });
    const stop = unheard.follow();
    await pause(700);
    expect(unheard.reading()).toBeUndefined();
    unheard.ear.hearing();
    await vi.waitFor(() => expect(unheard.reading()?.db).toBe(copy), 5000);
    unheard.ear.deaf();
    expect(unheard.reading()).toBeUndefined();
    await pause(700);
    expect(unheard.reading()).toBeUndefined();
    await stop();
  });

  test('that stays behind is passed over after ten seconds', { timeout: 60_000 }, async () => {
    await level();
    await sql`select pg_wal_replay_pause()`.execute(house.copy);
    await sql`select pg_logical_emit_message(true, 'register', 'of what nobody is told')`.execute(house.db);
    // Whoever was just seeing how far it is has seen it.
    await pause(600);
    const now = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: now + 8000 });
    expect(house.replica.reading()?.db).toBe(house.copy);
    vi.setSystemTime(now + 11_000);
    expect(house.replica.reading()).toBeUndefined();
    vi.useRealTimers();
    await sql`select pg_wal_replay_resume()`.execute(house.copy);
    await level();
  });

  test('that hangs is waited for once and for seconds, then passed over', { timeout: 60_000 }, async () => {
    const search = async () => {
      const begun = performance.now();
      const response = await fetch(`${house.url}/api/v1/recruiters?limit=5`);
      const body = await response.text();
      return { said: /"standing":\{"status":"(\w+)"/.exec(body)?.[1], ms: performance.now() - begun };
    };
    await level();
    house.line.hang();
    const waited = await search();
    expect([waited.said, waited.ms < 5000]).toEqual(['certified', true]);
    const next = await search();
    expect([next.said, next.ms < 1000]).toEqual(['certified', true]);
    house.line.goOn();
    await level();
  });

  test('that does not answer is passed over, and nobody notices', { timeout: 60_000 }, async () => {
    await level();
    await house.databases.replica.stop();
    const scope = { db: house.db };
    const { answer, asOf } = await readOn(house.replica, scope, ({ db }) =>
      sql<{ there: boolean }>`select pg_is_in_recovery() as there`.execute(db),
    );
    expect([answer.rows[0]?.there, asOf]).toEqual([false, undefined]);
    expect(await ask()).toEqual({ standing: 'certified', asOf: null });
    await pause(1500);
    expect(house.replica.reading()).toBeUndefined();
  });

  test('is nobody’s while the primary is not heard', async () => {
    const unheard = new Replica({ primary: house.db, replica: house.db });
    const stop = unheard.follow();
    await pause(700);
    expect(unheard.reading()).toBeUndefined();
    // Nor is a database read that is no replica at all.
    unheard.ear.hearing();
    await pause(700);
    expect(unheard.reading()).toBeUndefined();
    await stop();
  });
});
