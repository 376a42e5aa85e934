import { Kysely, PostgresDialect, sql } from 'kysely';
import { describe, expect } from 'vitest';
import { z } from 'zod';

import { apiLimits } from '#app/api/door.server.ts';
import { listClaimsInForce } from '#app/features/certificates/claims/queries.server.ts';
import { listPublicScopeChanges } from '#app/features/certificates/life/versions.server.ts';
import { liftSuspension, suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { listHistory } from '#app/features/register/history.server.ts';
import {
  findByCertificate,
  findPublicSummary,
  findRecord,
  isUnderAppeal,
} from '#app/features/register/queries.server.ts';
import { listOpenOrders } from '#app/features/workers/jobs/queries.server.ts';
import { KeptAnswers } from '#app/platform/kept/answers.server.ts';
import { connect, type Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension, suspension } from '#tests/support/factories/certificates.ts';
import { serveApi } from '#tests/support/loopback.ts';
import { aLine } from '#tests/support/stoppable.ts';
import { test as base } from '#tests/support/test.ts';

type Asked = { status: number; etag: string | null; body: string };
type House = { kept: KeptAnswers; ask: (path: string) => Promise<Asked>; hears: () => Promise<void> };

const until = async (that: () => boolean | Promise<boolean>, ms = 5000) => {
  const end = Date.now() + ms;
  while (!(await that())) {
    if (Date.now() > end) throw new Error('It did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

const path = '/api/v1/recruiters/LRN00012603';
const answer = { body: Buffer.from('{}'), etag: 'W/"1"', headers: {} };

/** A whole server of its own: its connections, its line, what it keeps. */
async function aServer(url: string) {
  const { db, pool } = connect(url, { max: 2 });
  const kept = new KeptAnswers();
  const stop = kept.listen(url);
  const served = await serveApi({
    db,
    pool,
    kept,
    origin: 'https://scheme.example',
    limits: apiLimits(10_000),
  });
  return {
    ...{ db, kept },
    ask: async () => ({ body: await (await fetch(`${served.url}${path}`)).text() }),
    async close() {
      served.stop();
      await stop();
      await db.destroy();
    },
  };
}

/** The API on loopback, with answers that are kept. */
const test = base.extend<{ house: House }>({
  house: async ({ copy: { db, pool, url } }, use) => {
    const kept = new KeptAnswers();
    const stop = kept.listen(url);
    const ground = { db, pool, kept, origin: 'https://scheme.example', limits: apiLimits(10_000) };
    const served = await serveApi(ground);
    await use({
      kept,
      hears: () => until(() => kept.begin(new Date()) !== undefined),
      async ask(path) {
        const response = await fetch(`${served.url}${path}`);
        return { status: response.status, etag: response.headers.get('ETag'), body: await response.text() };
      },
    });
    served.stop();
    await stop();
  },
});

describe('an answer of the register', () => {
  test('is kept, and is forgotten by everybody when a standing changes', async ({ db, work, house }) => {
    const given = await aCertificate(db, work);
    await house.hears();
    const first = await house.ask(path);
    expect(house.kept.find(path, new Date())?.body.toString()).toBe(first.body);
    expect(await house.ask(path)).toEqual(first);

    done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
    await until(() => house.kept.find(path, new Date()) === undefined, 1000);
    expect((await house.ask(path)).body).toContain('"status":"suspended"');
  });

  test('is new on every server with the next question, whichever of them changed a standing', async ({
    db,
    work,
    copy,
  }) => {
    const given = await aCertificate(db, work);
    const servers = await Promise.all([aServer(copy.url), aServer(copy.url), aServer(copy.url)]);
    for (const [place, { db: own }] of servers.entries()) {
      for (const { kept, ask } of servers) {
        await until(() => kept.begin(new Date()) !== undefined);
        expect((await ask()).body).toContain('"status":"certified"');
        expect(kept.find(path, new Date()), `server ${place}`).toBeDefined();
      }
      const through = { ...given.as(given.officer), db: own };
      done(await suspendCertificate(through, given.certificateId, ownSuspension));
      await Promise.all(
        servers.map(async ({ kept, ask }) => {
          await until(() => kept.find(path, new Date()) === undefined, 1000);
          expect((await ask()).body).toContain('"status":"suspended"');
        }),
      );
      done(
        await liftSuspension(through, given.certificateId, { note: 'The office moved; all is as it was.' }),
      );
      await Promise.all(
        servers.map(({ ask }) =>
          until(async () => (await ask()).body.includes('"status":"certified"'), 1000),
        ),
      );
    }
    for (const { close } of servers) await close();
  });

  test('is not kept where something changed while it was read', async ({ db, house }) => {
    await house.hears();
    const begun = house.kept.begin(new Date());
    await sql`update organisation set name = name`.execute(db);
    await until(() => house.kept.begin(new Date()) !== begun, 1000);
    house.kept.keep(path, begun, answer);
    expect(house.kept.find(path, new Date())).toBeUndefined();
    house.kept.keep(path, house.kept.begin(new Date()), answer);
    expect(house.kept.find(path, new Date())).toEqual(answer);
  });

  test('is kept for its day alone', async ({ house }) => {
    await house.hears();
    const today = new Date('2026-03-01T23:59:59Z');
    house.kept.keep(path, house.kept.begin(today), answer);
    expect(house.kept.find(path, today)).toEqual(answer);
    expect(house.kept.find(path, new Date('2026-03-02T00:00:00Z'))).toBeUndefined();
  });

  test('is not kept while nobody tells of changes', async ({ db, house }) => {
    await house.hears();
    house.kept.keep(path, house.kept.begin(new Date()), answer);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'fairroute-register' and datname = current_database()`.execute(db);
    await until(() => house.kept.find(path, new Date()) === undefined, 2000);
    await house.hears();
    expect(house.kept.find(path, new Date())).toBeUndefined();
  });

  test('is not kept behind a pooler, where a change would not be heard', async ({ copy: { url } }) => {
    const database = new URL(url);
    const port = Number(database.port);
    // The server's number of the connection (BackendKeyData): a pooler gives its own.
    const line = await aLine(
      () => port,
      (part) => {
        const at = part.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
        if (at >= 0) part.writeUInt32BE(part.readUInt32BE(at + 5) + 1, at + 5);
        return part;
      },
    );
    database.port = String(line.port);
    const kept = new KeptAnswers();
    const stop = kept.listen(database.href);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(kept.begin(new Date())).toBeUndefined();
    await stop();
    line.close();
  });

  test('is not kept with a question in it, nor a refusal', async ({ db, work, house }) => {
    await aCertificate(db, work);
    await house.hears();
    for (const asked of ['/api/v1/recruiters?limit=1', `${path}?asOf=2026-03-01`, '/api/v1/recruiters/LRN99'])
      await house.ask(asked);
    expect(house.kept.find('/api/v1/recruiters?limit=1', new Date())).toBeUndefined();
    expect(house.kept.find('/api/v1/recruiters/LRN99', new Date())).toBeUndefined();
  });
});

/** The tables a statement reads, as the planner names them. */
async function tablesOf(db: Kysely<Database>, query: { sql: string; parameters: readonly unknown[] }) {
  const named = query.parameters.reduce<string>(
    (text, value, at) => text.replaceAll(new RegExp(`\\$${at + 1}(?!\\d)`, 'g'), () => literal(value)),
    query.sql,
  );
  const { rows } = await sql.raw(`explain (format json) ${named}`).execute(db);
  return [...JSON.stringify(rows).matchAll(/"Relation Name":"([a-z_]+)"/g)].map(([, table = '']) => table);
}

const literal = (value: unknown) =>
  typeof value === 'number'
    ? String(value)
    : `'${value instanceof Date ? value.toISOString() : String(value)}'`;

const tabled = z.object({ table: z.string() });

test('every table an answer is read from tells of its changes', async ({ db, work, copy }) => {
  const { number } = await aCertificate(db, work);
  const read = new Set<string>();
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const noted = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: copy.pool }),
    log: ({ query }) => void asked.push(query),
  });
  const scope = { db: noted, now: new Date('2026-03-02T09:00:00Z') };
  await findRecord(scope, 'LRN00012603');
  await findByCertificate(scope, number);
  await listHistory(scope, 'LRN00012603');
  await listPublicScopeChanges(scope, 'LRN00012603');
  await findPublicSummary(scope, 'LRN00012603');
  await isUnderAppeal(scope, 'LRN00012603');
  await listClaimsInForce(scope, number);
  await listOpenOrders(scope, 'LRN00012603', { limit: 20 });
  for (const query of asked) for (const table of await tablesOf(db, query)) read.add(table);
  const { rows } = await sql`select distinct tgrelid::regclass::text as table from pg_trigger t
    join pg_proc p on p.oid = t.tgfoid where p.proname = 'tell_register_changed'`.execute(db);
  const telling = rows.map((row) => tabled.parse(row).table);
  expect(read.size).toBeGreaterThan(8);
  expect([...read].filter((table) => !telling.includes(table))).toEqual([]);
});
