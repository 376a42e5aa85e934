import { expect, test } from 'vitest';

import { StorageUnavailable } from '#app/platform/files/stored.server.ts';

import { headersOf, orNotSaved } from './saving.server.ts';

const fails = (error: unknown) =>
  orNotSaved(() => {
    throw error;
  });

test('a database or a store that is away is told as that, never as a success', async () => {
  const refused = { ok: false, refusal: 'not_saved' };
  expect(await fails(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))).toEqual(refused);
  expect(await fails(Object.assign(new Error('shutting down'), { code: '57P01' }))).toEqual(refused);
  expect(await fails(new StorageUnavailable('away'))).toEqual(refused);
});

test('a line too long is told as that, and what nobody foresaw stays a fault', async () => {
  expect(await fails(new Response('Busy', { status: 503 }))).toEqual({ ok: false, refusal: 'busy' });
  await expect(fails(new TypeError('a mistake'))).rejects.toThrow('a mistake');
  expect(await orNotSaved(() => Promise.resolve('kept'))).toBe('kept');
});

test('nothing stays behind in a cache', () => {
  expect(headersOf({ 'Clear-Site-Data': '"cache"' })).toEqual({
    ...{ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin', 'Clear-Site-Data': '"cache"' },
  });
});
