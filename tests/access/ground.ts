import { randomBytes } from 'node:crypto';

import { sql, type Kysely } from 'kysely';

import { startHouse } from '#app/commands/house.ts';
import { hashed } from '#app/features/accounts/sessions/adapter.server.ts';
import { connect, type Database } from '#db/client.server.ts';
import { startTemporary } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';
import { forAWhile } from '#tests/support/memory.ts';
import { freePort } from '#tests/support/port.ts';

import type { Asked, Person } from './judge.ts';
import { aWorld } from './world.ts';

export const origin = 'https://fairroute.example';
export type Ground = Awaited<ReturnType<typeof layGround>>;

/** The built server as it stands behind a proxy that speaks TLS, on a database with everybody in it; `more` settings. */
export async function layGround(more: Record<string, string> = {}) {
  const postgres = await startTemporary(forAWhile());
  await migrate(postgres.url);
  const storageUrl = `file://${postgres.folder}/files`;
  const { db, pool } = connect(postgres.url, { max: 4 });
  const world = await aWorld({ db, pool, storageUrl });
  const port = String(await freePort());
  const house = await startHouse({
    DATABASE_URL: postgres.url,
    PORT: port,
    ORIGIN: origin,
    DEMO: '1',
    LOG_LEVEL: 'error',
    TRUST_PROXY: '1',
    WORKER: 'off',
    STORAGE_URL: storageUrl,
    ...more,
  });
  return {
    ...world,
    db,
    pid: house.pid,
    port: Number(port),
    ask: (asked: Asking) => ask(`http://127.0.0.1:${port}`, asked),
    cookieOf: async (person: Pick<Person, 'accountId' | 'role'> | undefined) =>
      person ? `__Host-fairroute_session=${await openSession(db, person)}` : '',
    async clear() {
      await house.stop();
      await db.destroy();
      await postgres.stop();
    },
  };
}

type Asking = Pick<Asked, 'path' | 'method'> & {
  cookie?: string;
  headers?: Record<string, string>;
  body?: string;
};

/** As a proxy hands on what a browser sent: the name of the house and the scheme that was spoken. */
const ask = (house: string, { path, method, cookie = '', headers = {}, body = '' }: Asking) =>
  fetch(`${house}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-Host': new URL(origin).host,
      'X-Forwarded-For': '203.0.113.7',
      ...(method === 'POST' && { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' }),
      ...(cookie && { Cookie: cookie }),
      ...headers,
    },
    ...(method === 'POST' && { body }),
  });

/** A row, as signing in writes it; whoever stands behind it said a moment ago who they are. */
export async function openSession(
  db: Kysely<Database>,
  { accountId, role }: Pick<Person, 'accountId' | 'role'>,
) {
  const secret = randomBytes(20).toString('hex');
  const { id } = await db
    .selectFrom('membership')
    .select('id')
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('session')
    .values({
      id: hashed(secret),
      account_id: accountId,
      membership_id: id,
      method: 'password',
      idle_minutes: 60,
      device: 'Firefox on Linux',
      place: 'This network',
      confirmed_at: sql<Date>`now()`,
      expires_at: sql<Date>`now() + interval '1 hour'`,
    })
    .execute();
  return secret;
}
