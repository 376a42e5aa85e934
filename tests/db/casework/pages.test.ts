import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';

import { theDatabase } from '#app/platform/database/client.server.ts';
import * as answer from '#app/routes/casework/answer.tsx';
import * as ask from '#app/routes/casework/ask.tsx';
import * as one from '#app/routes/casework/case.tsx';
import * as file from '#app/routes/casework/file.ts';
import * as flags from '#app/routes/casework/flags.tsx';
import * as handOver from '#app/routes/casework/hand-over.tsx';
import * as link from '#app/routes/casework/link.tsx';
import * as note from '#app/routes/casework/note.tsx';
import * as queue from '#app/routes/casework/queue.tsx';
import * as recruiter from '#app/routes/casework/recruiter.tsx';
import * as request from '#app/routes/casework/requests/one.tsx';
import * as requests from '#app/routes/casework/requests/all.tsx';
import * as step from '#app/routes/casework/step.tsx';
import * as take from '#app/routes/casework/take.tsx';
import * as translate from '#app/routes/casework/translate.tsx';
import * as figures from '#app/routes/complaints/figures.tsx';
import * as told from '#app/routes/complaints/one.tsx';
import * as passed from '#app/routes/complaints/passed.tsx';
import { openSession } from '#tests/access/ground.ts';
import { addressOf, expected, type Person } from '#tests/access/judge.ts';
import { casework } from '#tests/access/matrix-casework.ts';
import { aWorld, type Names } from '#tests/access/world.ts';
import { copyOfTemplate } from '#tests/support/postgres.ts';

type Asked = { request: Request; params: Record<string, string>; context: Record<string, unknown> };
type Page = { loader: (asked: Asked) => Promise<unknown>; action?: (asked: Asked) => Promise<unknown> };

const pages: Record<string, Page> = {
  ...{ '/casework': queue, '/casework/requests': requests, '/casework/requests/:id': request },
  ...{ '/casework/:number': one, '/casework/:number/take': take, '/casework/:number/hand-over': handOver },
  ...{ '/casework/:number/ask': ask, '/casework/:number/answer': answer, '/casework/:number/note': note },
  ...{ '/casework/:number/translate/:entryId': translate, '/casework/:number/recruiter': recruiter },
  ...{
    '/casework/:number/link': link,
    '/casework/:number/flags': flags,
    '/files/complaints/:number/:file': file,
    '/casework/:number/step/:to': step,
  },
  ...{ '/complaints': passed, '/complaints/:id': told, '/scheme/complaints': figures },
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
  expect(Object.keys(pages).toSorted()).toEqual(Object.keys(casework).toSorted());
  const wrong: string[] = [];
  for (const [path, access] of Object.entries(casework))
    for (const person of [undefined, ...people])
      for (const method of ['GET', 'POST'] as const) {
        if (method === 'POST' && !pages[path]?.action) continue;
        const says = expected(access, { path, person, method }).status;
        const is = await statusOf(path, method, person);
        if (is !== says) wrong.push(`${method} ${path} as ${person?.name ?? 'nobody'}: ${is}, not ${says}`);
      }
  expect(wrong).toEqual([]);
}, 120_000);

test('each opening of a case by its page is written down, and a page of a case one has not is none', async () => {
  const mine = people.find(({ role }) => role === 'caseworker');
  const count = async () => {
    const row = await copy.db
      .selectFrom('complaint_reading')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return row.count;
  };
  const before = await count();
  expect(await statusOf('/casework/:number', 'GET', mine)).toBe(200);
  expect(await count()).toBe(before + 1);
  await copy.db.updateTable('complaint').set({ caseworker_id: null }).execute();
  expect(await statusOf('/casework/:number', 'GET', mine)).toBe(200);
  expect(await statusOf('/casework/:number/step/:to', 'GET', mine)).toBe(404);
  expect(await statusOf('/casework/:number/answer', 'POST', mine)).toBe(404);
  expect(await count()).toBe(before + 1);
});
