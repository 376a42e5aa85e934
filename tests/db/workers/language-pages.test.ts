import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';

import { theDatabase } from '#app/platform/database/client.server.ts';
import { isReviewed } from '#app/routes/workers/catalogue.server.ts';
import { scriptOf, spokenOn } from '#app/routes/workers/clips.server.ts';
import { action as record, loader as recordings } from '#app/routes/workers/clips/one.tsx';
import { action as remove } from '#app/routes/workers/clips/remove.tsx';
import { loader as languages } from '#app/routes/workers/languages/all.tsx';
import { action as judge, loader as wording } from '#app/routes/workers/languages/one.tsx';
import { openSession } from '#tests/access/ground.ts';
import { mp3 } from '#tests/support/audio.ts';
import { keepers } from '#tests/support/factories/help.ts';
import { copyOfTemplate } from '#tests/support/postgres.ts';
import { aFolderStore, type Store } from '#tests/support/stores.ts';

/** Pages ask the process's own database and store, which for this file are one copy and one folder. */
let copy: Awaited<ReturnType<typeof copyOfTemplate>>;
let store: Store;
const cookies = { officer: '', caseworker: '', nobody: '' };

beforeAll(async () => {
  copy = await copyOfTemplate(inject('serverUrl'));
  store = await aFolderStore();
  Object.assign(process.env, {
    DATABASE_URL: copy.url,
    STORAGE_URL: store.url,
    ORIGIN: 'http://127.0.0.1:3000',
  });
  const { officer, caseworker } = await keepers(copy.db);
  const cookieOf = async ({ accountId }: { accountId: string }, role: 'officer' | 'caseworker') =>
    `fairroute_session=${await openSession(copy.db, { accountId, role })}`;
  cookies.officer = await cookieOf(officer.actor, 'officer');
  cookies.caseworker = await cookieOf(caseworker.actor, 'caseworker');
});
afterAll(async () => {
  await theDatabase().db.destroy();
  await copy.drop();
  await store.close();
});

type Page = (asked: LoaderFunctionArgs) => Promise<unknown>;
type Asked = { by?: keyof typeof cookies; body?: BodyInit; params?: Record<string, string>; query?: string };

/** What a page answers: its status, where it leads, what it says. */
async function asked(page: Page, { by = 'officer', body, params = { lang: 'ne' }, query = '' }: Asked = {}) {
  const headers = { Cookie: cookies[by] };
  const sent = body === undefined ? { headers } : { method: 'POST', body, headers };
  const request = new Request(`http://127.0.0.1:3000/scheme/languages${query}`, sent);
  const answer: unknown = await page({ request, params, context: {} }).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') };
  const said = z
    .looseObject({ data: z.unknown(), init: z.object({ status: z.number() }).nullable() })
    .safeParse(answer);
  return said.success
    ? { status: said.data.init?.status ?? 200, said: said.data.data }
    : { status: 200, said: answer };
}

const listed = z.looseObject({
  lines: z.array(z.looseObject({ key: z.string(), hash: z.string(), state: z.string() })),
});
const linesOf = async (query = '') => listed.parse((await asked(wording, { query })).said).lines;

test('somebody reads the texts of a language, approves what they ticked, and takes one back', async () => {
  const [first, second] = await linesOf();
  const said = [first, second].map((line) => `${line?.key}:${line?.hash}`);
  const form = (more: Record<string, string>) => {
    const body = new URLSearchParams(more);
    for (const value of said) body.append('said', value);
    return body;
  };
  const unsaid = await asked(judge, { body: form({ step: 'approve' }) });
  expect(unsaid).toMatchObject({ status: 400, said: { reply: { error: { basis: expect.anything() } } } });
  expect((await asked(judge, { body: new URLSearchParams() })).status).toBe(400);
  const approval = form({ step: 'approve', basis: 'native_reader' });
  expect(await asked(judge, { by: 'caseworker', body: approval, query: '?page=2' })).toEqual({
    ...{ status: 302, to: '/scheme/languages/ne?page=2' },
  });
  expect((await linesOf('?state=approved')).map(({ key }) => key)).toEqual([first?.key, second?.key]);
  expect(await asked(judge, { body: approval })).toMatchObject({
    ...{ status: 409, said: { refusal: 'nothing_changes' } },
  });
  const mistake = new URLSearchParams({ step: 'take_back', said: said[0] ?? '' });
  expect((await asked(judge, { body: mistake })).status).toBe(302);
  expect((await linesOf('?state=approved')).map(({ key }) => key)).toEqual([second?.key]);
  expect(isReviewed('check', 'ne')).toBe(false);
});

test('a recording is sent from its page, heard, replaced and removed', async () => {
  const params = { lang: 'ne', answer: 'unknown' };
  const form = (content: Buffer) => {
    const body = new FormData();
    body.append('text', scriptOf('ne', 'unknown').hash);
    body.append('file', new Blob([new Uint8Array(content)]), 'clip.mp3');
    return body;
  };
  const to = '/scheme/languages/ne/clips/unknown';
  expect(await asked(record, { params, body: form(Buffer.from('<html>')) })).toMatchObject({
    ...{ status: 400, said: { refusal: 'file_type_refused' } },
  });
  expect(await asked(record, { params, body: form(mp3(12)) })).toEqual({ status: 302, to });
  expect(spokenOn('ne', 'unknown')).toMatchObject({ href: '/ne/clips/unknown' });
  expect(await asked(record, { params, body: form(mp3(12)) })).toMatchObject({ status: 409 });
  expect(await asked(record, { by: 'caseworker', params, body: form(mp3(13)) })).toEqual({ status: 302, to });
  const page = (await asked(recordings, { params })).said;
  expect(page).toMatchObject({
    ...{ spoken: { standing: 'heard', there: true } },
    recordings: [{ endedAt: null }, { endedBecause: 'replaced' }],
  });
  expect(await asked(remove, { params, body: new URLSearchParams() })).toEqual({ status: 302, to });
  expect(spokenOn('ne', 'unknown')).toBeNull();
  expect((await asked(remove, { params, body: new URLSearchParams() })).status).toBe(409);
});

test('each page is for the scheme alone, and knows its languages and answers', async () => {
  for (const page of [languages, wording, recordings])
    expect((await asked(page, { by: 'nobody' })).to).toMatch(/^\/sign-in\?next=/);
  expect((await asked(languages, { by: 'caseworker' })).status).toBe(200);
  for (const lang of ['en', 'xx'])
    expect((await asked(judge, { params: { lang }, body: new URLSearchParams() })).status).toBe(404);
  expect((await asked(recordings, { params: { lang: 'ne', answer: 'active' } })).status).toBe(404);
  expect((await asked(recordings, { params: { lang: 'en', answer: 'later' } })).status).toBe(200);
});
