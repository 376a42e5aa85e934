import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';

import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';

import { putClip, removeClip } from '#app/features/workers/clips/commands.server.ts';
import { spokenAnswers } from '#app/features/workers/clips/model.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { loader as frame } from '#app/routes/frames/worker.tsx';
import { loader as check } from '#app/routes/public/check.tsx';
import {
  countSpoken,
  findSpoken,
  listSpoken,
  renewClips,
  scriptOf,
  spokenOn,
} from '#app/routes/workers/clips.server.ts';
import { loader as play } from '#app/routes/workers/clips/play.ts';
import { mp3 } from '#tests/support/audio.ts';
import { done } from '#tests/support/factories/audits.ts';
import { keepers } from '#tests/support/factories/help.ts';
import { copyOfTemplate } from '#tests/support/postgres.ts';
import { aFolderStore, type Store } from '#tests/support/stores.ts';

/** Pages ask the process's own database and store, which for this file are one copy and one folder. */
let copy: Awaited<ReturnType<typeof copyOfTemplate>>;
let store: Store;
let officer: Awaited<ReturnType<typeof keepers>>['officer'];

beforeAll(async () => {
  copy = await copyOfTemplate(inject('serverUrl'));
  store = await aFolderStore();
  process.env['DATABASE_URL'] = copy.url;
  process.env['STORAGE_URL'] = store.url;
  officer = (await keepers(copy.db)).officer;
});
afterAll(async () => {
  await theDatabase().db.destroy();
  await copy.drop();
  await store.close();
});

const sound = mp3();
async function recorded(answer: (typeof spokenAnswers)[number], hash = scriptOf('ne', answer).hash) {
  const written = await theStorage().write(Readable.from([sound]));
  const file = { ...written, filename: 'clip.mp3', mediaType: 'audio/mpeg', quarantined: false };
  done(await putClip(officer, { language: 'ne', answer, hash }, hash, file));
  await renewClips();
}

const asked = (answer: string, lang = 'ne', headers: HeadersInit = {}) =>
  play({
    request: new Request(`https://scheme.example/${lang}/clips/${answer}`, { headers }),
    ...{ params: { lang, answer }, context: {} },
  });
const spoken = z.object({ href: z.string(), bytes: z.number() }).nullable();
const page = z.looseObject({ data: z.looseObject({ spoken }) });
const checked = async (query: string) => {
  const request = new Request(`https://scheme.example/ne/check${query}`);
  return page.parse(await check({ request, params: { lang: 'ne' }, context: {} })).data.spoken;
};
const later = () =>
  frame({ request: new Request('https://scheme.example/ne/check'), params: { lang: 'ne' }, context: {} });

test('an answer is heard once it is recorded, from the page that gives it, and no longer than it stands', async () => {
  expect([await checked('?q=Nobody'), await later()]).toEqual([null, { later: null }]);
  await expect(asked('unknown')).rejects.toMatchObject({ status: 404 });
  await recorded('unknown');
  await recorded('later');
  const href = '/ne/clips/unknown';
  expect(await checked('?q=Nobody')).toEqual({ href, bytes: sound.length });
  expect([await checked(''), await later()]).toEqual([
    ...[null, { later: { href: '/ne/clips/later', bytes: sound.length } }],
  ]);
  expect(spokenOn('ur', 'unknown')).toBeNull();
  const whole = await asked('unknown');
  expect([whole.status, Buffer.from(await whole.arrayBuffer()).equals(sound)]).toEqual([200, true]);
  expect(Object.fromEntries(whole.headers)).toEqual({
    ...{ 'content-type': 'audio/mpeg', 'content-length': String(sound.length), 'accept-ranges': 'bytes' },
    ...{ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' },
  });
  done(await removeClip(officer, { language: 'ne', answer: 'unknown' }));
  await renewClips();
  expect(await checked('?q=Nobody')).toBeNull();
  await expect(asked('unknown')).rejects.toMatchObject({ status: 404 });
});

test('a part is played where a player asks for one', async () => {
  await recorded('several');
  const part = async (Range: string) => {
    const answer = await asked('several', 'ne', { Range });
    return {
      status: answer.status,
      said: answer.headers.get('Content-Range'),
      body: await answer.arrayBuffer(),
    };
  };
  const size = sound.length;
  const middle = await part('bytes=417-420');
  expect([middle.status, middle.said]).toEqual([206, `bytes 417-420/${size}`]);
  expect([...new Uint8Array(middle.body)]).toEqual([...sound.subarray(417, 421)]);
  expect(await part('bytes=-4')).toMatchObject({
    status: 206,
    said: `bytes ${size - 4}-${size - 1}/${size}`,
  });
  expect(await part(`bytes=${size}-`)).toMatchObject({ status: 416, said: `bytes */${size}` });
});

test('what no answer or language is called is nowhere', async () => {
  for (const [answer, lang] of [
    ['active', 'ne'],
    ['several', 'xx'],
    ['several', 'NE'],
    ['toString', 'ne'],
  ] as const)
    await expect(asked(answer, lang)).rejects.toMatchObject({ status: 404 });
});

test('a recording of another text is hidden, and staff see it', async () => {
  await recorded('withdrawn', 'f'.repeat(32));
  expect(spokenOn('ne', 'withdrawn')).toBeNull();
  await expect(asked('withdrawn')).rejects.toMatchObject({ status: 404 });
  const rows = await listSpoken(copy, 'ne');
  expect(Object.fromEntries(rows.map(({ answer, standing }) => [answer, standing]))).toMatchObject({
    ...{ later: 'heard', several: 'heard', withdrawn: 'stale', unknown: 'missing', certified: 'missing' },
  });
  expect((await countSpoken(copy))['ne']).toEqual({ heard: 2, stale: 1 });
  expect(await findSpoken(copy, 'ne', 'withdrawn')).toMatchObject({ standing: 'stale', there: true });
  expect(await findSpoken(copy, 'ne', 'active')).toBeUndefined();
  const hashes = spokenAnswers.map((answer) => scriptOf('ne', answer).hash);
  expect(new Set(hashes).size).toBe(spokenAnswers.length);
});

test('while the database is away, what was heard last is played on', async () => {
  await theDatabase().db.destroy();
  await renewClips();
  expect(spokenOn('ne', 'later')).not.toBeNull();
  const heard = await asked('later');
  expect((await buffer(Readable.from([Buffer.from(await heard.arrayBuffer())]))).length).toBe(sound.length);
  // And where the store is away as well, a player shows that it cannot play.
  for (const file of await store.files()) await theStorage().remove(file.split('/').at(-1) ?? '');
  expect((await asked('later')).status).toBe(503);
});
