import { createServer } from 'node:net';

import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { expect } from 'vitest';

import { answerBadge } from '#app/api/marks/badge.server.ts';
import type { Ground } from '#app/api/door.server.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { checkRecruiter } from '#app/features/register/check.server.ts';
import { defendApi } from '#app/platform/defences.server.ts';
import { KeptAnswers } from '#app/platform/kept/answers.server.ts';
import type { Database } from '#db/client.server.ts';
import { anEngagement, done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { serve } from '#tests/support/loopback.ts';
import { test as base } from '#tests/support/test.ts';

const origin = 'https://scheme.example';
const path = '/badges/LRN00012603.svg';

type Badge = { status: number; headers: Headers; svg: string };
type House = {
  ask: (path: string, sent?: RequestInit) => Promise<Badge>;
  hears: () => Promise<void>;
  kept: KeptAnswers;
};

async function served(ground: Pick<Ground, 'db' | 'origin' | 'kept'>) {
  const house = await serve(defendApi((request, response) => answerBadge(ground, request, response), origin));
  const ask = async (asked: string, sent?: RequestInit): Promise<Badge> => {
    const response = await fetch(`${house.url}${asked}`, sent);
    return { status: response.status, headers: response.headers, svg: await response.text() };
  };
  return { ...house, ask };
}

const until = async (that: () => boolean) => {
  const end = Date.now() + 5000;
  while (!that()) {
    if (Date.now() > end) throw new Error('It did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

const test = base.extend<{ house: House }>({
  house: async ({ copy: { db, url } }, use) => {
    const kept = new KeptAnswers();
    const stop = kept.listen(url);
    const { ask, stop: close } = await served({ db, origin, kept });
    await use({ ask, kept, hears: () => until(() => kept.begin(new Date()) !== undefined) });
    close();
    await stop();
  },
});

test('a badge says where its bearer stands, to any site, and is asked again before it is shown', async ({
  db,
  work,
  house: { ask },
}) => {
  await aCertificate(db, work);
  const { status, headers, svg } = await ask(path);
  expect(status).toBe(200);
  expect(svg).toContain('<title id="title">Himal');
  expect(svg).toContain('Certified');
  expect(headers.get('Content-Type')).toBe('image/svg+xml; charset=utf-8');
  expect(headers.get('Cache-Control')).toBe('no-cache');
  expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
  expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(headers.get('Set-Cookie')).toBeNull();
  const etag = headers.get('ETag') ?? '';
  const again = await ask(path, { headers: { 'If-None-Match': etag } });
  expect([again.status, again.svg]).toEqual([304, '']);
  expect((await ask(`${path}?lang=bn`)).svg).toContain('প্রত্যয়িত');
  expect((await ask(`${path}?lang=none&x=1`)).svg).toBe(svg);
  expect((await ask(path.toLowerCase())).svg).toBe(svg);
});

test('a kept badge is forgotten the moment its bearer is suspended', async ({ db, work, house }) => {
  const given = await aCertificate(db, work);
  await house.hears();
  const first = await house.ask(path);
  const keptOne = () => house.kept.find('badge en LRN00012603', new Date());
  expect(keptOne()?.body.toString()).toBe(first.svg);
  expect((await house.ask(`${path}?any=1`)).svg).toBe(first.svg);
  done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
  await until(() => keptOne() === undefined);
  const { svg, headers } = await house.ask(path, {
    headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
  });
  expect(svg).toContain('Suspended');
  expect(svg).not.toContain('Certified');
  expect(headers.get('ETag')).not.toBe(first.headers.get('ETag'));
});

test('a number that is nobody’s is no badge of ours, and one taken off the register is none any more', async ({
  db,
  work,
  house: { ask },
}) => {
  await aCertificate(db, work);
  for (const none of ['/badges/LRN99.svg', '/badges/.svg', '/badges/LRN00012603.png', '/badges/%00.svg']) {
    const { status, svg, headers } = await ask(none);
    expect([status, headers.get('Cache-Control')], none).toEqual([404, 'no-store']);
    expect(svg).toContain('Not a badge of ours');
  }
  await sql`update registration set delisted_on = current_date`.execute(db);
  const { status, svg } = await ask(path);
  expect(status).toBe(410);
  expect(svg).not.toContain('Certified');
  expect((await ask(path, { method: 'POST' })).status).toBe(405);
  const head = await ask(path, { method: 'HEAD' });
  expect([head.status, head.svg]).toEqual([410, '']);
});

test('while the database is away it says that it cannot tell, and no cache takes that for the standing', async () => {
  const away = new pg.Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 500 });
  const { ask, stop } = await served({
    db: new Kysely({ dialect: new PostgresDialect({ pool: away }) }),
    origin,
  });
  const { status, svg, headers } = await ask(`${path}?lang=fr`);
  expect(status).toBe(503);
  expect(headers.get('Cache-Control')).toBe('no-store');
  expect(headers.get('Retry-After')).toBe('5');
  expect(svg).toContain('Impossible à dire maintenant');
  expect(svg).not.toMatch(/Certifié|#1b7a4b/);
  stop();
});

test('a database that hangs is one that cannot tell', async () => {
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const hanging = new pg.Pool({ host: '127.0.0.1', port });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: hanging }) });
  const { ask, stop } = await served({ db, origin });
  const { status, svg } = await ask(path);
  expect([status, svg.includes('Cannot be told now')]).toEqual([503, true]);
  stop();
  silent.close();
}, 15_000);

test('a badge that is kept is not shown by a server that hears nobody', async ({ db, work, house }) => {
  await aCertificate(db, work);
  await house.hears();
  await house.ask(path);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'fairroute-register' and datname = current_database()`.execute(db);
  await until(() => house.kept.find('badge en LRN00012603', new Date()) === undefined);
});

test('a worker who types the code of a poster, in digits of any script, is told of its bearer', async ({
  db,
  work,
}) => {
  await aCertificate(db, work);
  const now = new Date();
  for (const typed of ['0001 2603', '00012603', '০০০১ ২৬০৩', '၀၀၀၁၂၆၀၃']) {
    const told = await checkRecruiter({ db, now }, typed);
    expect(told.kind === 'one' && told.entry.registrationNumber, typed).toBe('LRN00012603');
  }
  expect(await checkRecruiter({ db, now }, '0002 2603')).toEqual({ kind: 'none' });
});

test('digits that are a code and somebody else’s licence are told of both', async ({ db, work }) => {
  await aCertificate(db, work);
  const { agency, applicationId } = await anEngagement(db);
  const organisation = { organisation_id: agency.id };
  await db
    .insertInto('registration')
    .values({
      ...organisation,
      ...{ number: 'LRN00992603', application_id: applicationId, accepted_on: '2026-03-01' },
      trading_names: [],
    })
    .execute();
  await db
    .insertInto('registration_licence')
    .values({ ...organisation, authority: 'Ministry', number: '0001-2603', valid_until: '2029-01-01' })
    .execute();
  const told = await checkRecruiter({ db, now: new Date() }, '0001 2603');
  expect(told.kind === 'several' && told.entries.map(({ registrationNumber }) => registrationNumber)).toEqual(
    ['LRN00012603', 'LRN00992603'],
  );
});
