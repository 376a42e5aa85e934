import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';

import { theDatabase } from '#app/platform/database/client.server.ts';
import * as book from '#app/routes/corridors/book.tsx';
import * as corridor from '#app/routes/corridors/corridor.tsx';
import * as change from '#app/routes/corridors/keep/change.tsx';
import * as entries from '#app/routes/corridors/keep/entries.tsx';
import * as entry from '#app/routes/corridors/keep/entry.tsx';
import * as fresh from '#app/routes/corridors/keep/new.tsx';
import * as withdraw from '#app/routes/corridors/keep/withdraw.tsx';
import * as newRule from '#app/routes/corridors/national/new.tsx';
import * as rule from '#app/routes/corridors/national/rule.tsx';
import * as rules from '#app/routes/corridors/national/rules.tsx';
import * as withdrawRule from '#app/routes/corridors/national/withdraw.tsx';
import * as inputs from '#app/routes/mapping-risk/inputs.tsx';
import { openSession } from '#tests/access/ground.ts';
import { addressOf, expected, type Person } from '#tests/access/judge.ts';
import { corridors } from '#tests/access/matrix-corridors.ts';
import { aWorld, type Names } from '#tests/access/world.ts';
import { copyOfTemplate } from '#tests/support/postgres.ts';

type Asked = { request: Request; params: Record<string, string>; context: Record<string, unknown> };
type Page = { loader: (asked: Asked) => Promise<unknown>; action?: (asked: Asked) => Promise<unknown> };

const pages: Record<string, Page> = {
  ...{ '/corridors': book, '/corridors/:origin/:destination': corridor, '/scheme/risk-inputs': inputs },
  ...{ '/scheme/corridors': entries, '/scheme/corridors/new': fresh, '/scheme/corridors/:id': entry },
  ...{ '/scheme/corridors/:id/change': change, '/scheme/corridors/:id/withdraw': withdraw },
  ...{ '/scheme/corridors/rules': rules, '/scheme/corridors/rules/new': newRule },
  ...{ '/scheme/corridors/rules/:id': rule, '/scheme/corridors/rules/:id/withdraw': withdrawRule },
};

/** Pages ask the process's own database, which for this file is one copy. */
let copy: Awaited<ReturnType<typeof copyOfTemplate>>;
let people: Person[];
let names: Names;

beforeAll(async () => {
  copy = await copyOfTemplate(inject('serverUrl'));
  process.env['DATABASE_URL'] = copy.url;
  const storageUrl = `file://${mkdtempSync(join(tmpdir(), 'fairroute-desk-'))}`;
  ({ people, names } = await aWorld({ db: copy.db, pool: copy.pool, storageUrl }));
}, 120_000);
afterAll(async () => {
  await theDatabase().db.destroy();
  await copy.drop();
});

const answered = z.object({ init: z.object({ status: z.number() }) });

/** What a page answers to somebody: what it threw, said, or 200. */
async function statusOf(path: string, method: 'GET' | 'POST', person: Person | undefined) {
  const page = pages[path];
  const address = addressOf(path, names);
  const parts = address.split('/');
  const params = Object.fromEntries(
    path.split('/').flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), parts[at] ?? '']] : [])),
  );
  const headers = new Headers({ 'Content-Type': 'application/x-www-form-urlencoded' });
  if (person) headers.set('Cookie', `fairroute_session=${await openSession(copy.db, person)}`);
  const sent = new Request(`http://127.0.0.1:3000${address}`, {
    ...{ method, headers },
    ...(method === 'POST' ? { body: '' } : {}),
  });
  const asked = { request: sent, params, context: {} };
  const outcome = await (method === 'GET' ? page?.loader(asked) : page?.action?.(asked))?.catch(
    (thrown: unknown) => thrown,
  );
  if (outcome instanceof Response) return outcome.status;
  if (outcome instanceof Error) throw outcome;
  return answered.safeParse(outcome).data?.init.status ?? 200;
}

test('every role comes in where the table says, and is turned away everywhere else', async () => {
  expect(Object.keys(pages).toSorted()).toEqual(Object.keys(corridors).toSorted());
  const wrong: string[] = [];
  for (const [path, access] of Object.entries(corridors))
    for (const person of [undefined, ...people])
      for (const method of ['GET', 'POST'] as const) {
        if (method === 'POST' && !pages[path]?.action) continue;
        const says = expected(access, { path, person, method }).status;
        const is = await statusOf(path, method, person);
        if (is !== says) wrong.push(`${method} ${path} as ${person?.name ?? 'nobody'}: ${is}, not ${says}`);
      }
  expect(wrong).toEqual([]);
}, 120_000);
