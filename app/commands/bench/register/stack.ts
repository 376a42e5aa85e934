import autocannon from 'autocannon';
import { Kysely, PostgresDialect, type CompiledQuery } from 'kysely';
import pg from 'pg';

import { listMatchedRecords } from '#app/features/register/search/search.server.ts';
import type { Database } from '#db/client.server.ts';

import { startHouse } from '../../house.ts';
import { coresApart } from './cores.ts';

/** Searches a second through the whole stack, beside the very statements they ask of the database and nothing else. */
export type Stack = {
  rawPerSecond: number;
  wholePerSecond: number;
  ofRaw: number;
  failed: number;
  /** The database on a core of its own. */
  apart: boolean;
  limit: number;
};

const clients = 16;
const port = 3973;
const origin = `http://127.0.0.1:${port}`;
const perPage = 25;
/** Nothing is mailed here, and nobody is too many. */
const quiet = { SMTP_URL: 'smtp://127.0.0.1:9', API_LIMIT_PER_MINUTE: '1000000000', LOG_LEVEL: 'error' };

/** `asked` are different from one another: no answer helps another. The limit first and last, as a machine’s noise shows. */
export async function stackOn({ url, db }: Filled, asked: string[]): Promise<Stack> {
  const statements = await statementsOf(url, asked);
  const together = await coresApart(db);
  try {
    const before = await raw(url, statements);
    const { perSecond, failed } = await whole(url, asked);
    const rawPerSecond = (before + (await raw(url, statements))) / 2;
    const ofRaw = perSecond / rawPerSecond;
    const apart = together !== undefined;
    return { rawPerSecond, wholePerSecond: perSecond, ofRaw, failed, apart, limit: 0.7 };
  } finally {
    together?.();
  }
}

type Filled = { url: string; db: Kysely<Database> };

/** What the search asks for each question, in its order. */
async function statementsOf(url: string, asked: string[]) {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  let said: CompiledQuery[] = [];
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void said.push(query),
  });
  const all: CompiledQuery[][] = [];
  for (const q of asked) {
    said = [];
    await listMatchedRecords({ db, now: new Date() }, { q }, { limit: perPage });
    all.push(said);
  }
  await db.destroy();
  return all;
}

async function raw(url: string, questions: CompiledQuery[][]) {
  const pool = new pg.Pool({ connectionString: url, max: clients });
  let next = 0;
  const begun = performance.now();
  const client = async () => {
    const one = await pool.connect();
    for (let place = next++; place < questions.length; place = next++)
      for (const { sql: text, parameters } of questions[place] ?? []) {
        const [, name] = /^\/\* prepared (\w+)/.exec(text) ?? [];
        await one.query({ text, values: [...parameters], ...(name && { name }) });
      }
    one.release();
  };
  await Promise.all(Array.from({ length: clients }, client));
  const perSecond = questions.length / ((performance.now() - begun) / 1000);
  await pool.end();
  return perSecond;
}

async function whole(url: string, asked: string[]) {
  const house = await startHouse({
    DATABASE_URL: url,
    PORT: String(port),
    ORIGIN: origin,
    DEMO: '',
    ...quiet,
  });
  try {
    const paths = asked.map((q) => `/api/v1/recruiters?limit=${perPage}&q=${encodeURIComponent(q)}`);
    let client = 0;
    const { requests, errors, non2xx } = await autocannon({
      url: origin,
      connections: clients,
      amount: asked.length,
      setupClient: (one) => {
        const own = paths.filter((_, place) => place % clients === client % clients);
        client += 1;
        one.setRequests(own.map((path) => ({ path })));
      },
    });
    return { perSecond: requests.average, failed: errors + non2xx };
  } finally {
    await house.stop();
  }
}

export const sayStack = ({ rawPerSecond, wholePerSecond, ofRaw, failed, apart, limit }: Stack) =>
  `searches of ${clients} at once${apart ? ', the database on one core and the rest on the other' : ''}: ${rawPerSecond.toFixed(0)} a second of their statements alone, ${wholePerSecond.toFixed(0)} through the whole stack: ${ofRaw.toFixed(2)}, ${limit} asked for${failed ? `; ${failed} FAILED` : ''}`;
