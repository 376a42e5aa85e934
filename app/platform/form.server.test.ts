import { expect, test } from 'vitest';
import { z } from 'zod';

import { problemWith, readForm } from './form.server.ts';

const schema = z.object({
  reason: z.string({ message: 'Say why' }).min(10, 'Say why in 10 characters'),
  password: z.string(),
});

const post = (body: URLSearchParams | string, headers = {}) =>
  new Request('http://127.0.0.1/', { method: 'POST', body, headers });

test('a form that fits is a value', async () => {
  const read = await readForm(post(new URLSearchParams({ reason: 'long enough', password: 'x' })), schema);
  expect(read).toMatchObject({ ok: true, value: { reason: 'long enough', password: 'x' } });
  expect(JSON.stringify(read.reply)).toContain('long enough');
});

test('what a form does not ask for is not read', async () => {
  const sent = new URLSearchParams({
    reason: 'long enough',
    password: 'x',
    role: 'officer',
    ownerSince: '1',
  });
  const read = await readForm(post(sent), schema);
  expect(read.ok && read.value).toEqual({ reason: 'long enough', password: 'x' });
});

test('one that does not fit comes back with its message and its answers, but never with a password', async () => {
  const read = await readForm(post(new URLSearchParams({ reason: 'short', password: 'secret' })), schema);
  expect(read).toMatchObject({
    ok: false,
    reply: { status: 'error', error: { reason: ['Say why in 10 characters'] } },
  });
  expect(JSON.stringify(read)).toContain('short');
  expect(JSON.stringify(read)).not.toContain('secret');
});

test('what no schema can see is told beside its field, with the answers kept and the password gone', async () => {
  const { reply } = await readForm(
    post(new URLSearchParams({ reason: 'long enough', password: 'secret' })),
    schema,
  );
  const told = problemWith(reply, 'password', 'Too easy');
  expect(told).toMatchObject({
    status: 'error',
    error: { password: ['Too easy'] },
    initialValue: { reason: 'long enough' },
  });
  expect(JSON.stringify(told)).not.toContain('secret');
});

test('an empty form names what is missing', async () => {
  expect(await readForm(post(new URLSearchParams()), schema)).toMatchObject({
    reply: { error: { reason: ['Say why'] } },
  });
});

test.each([
  ['something that is no form', post('{}', { 'Content-Type': 'application/json' }), 415],
  [
    'a form larger than a form',
    post('a=b', { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': '600000' }),
    413,
  ],
  [
    'half a multipart form',
    post('--x\r\nContent', { 'Content-Type': 'multipart/form-data; boundary=x' }),
    400,
  ],
  ['a place far beyond any list', post(new URLSearchParams({ 'offices[4000000000].town': 'x' })), 400],
  ['a button that is none', post(new URLSearchParams({ __intent__: 'launch' })), 400],
  [
    'a button that reaches beyond any list',
    post(
      new URLSearchParams({ __intent__: '{"type":"update","payload":{"name":"a[9000000]","value":"x"}}' }),
    ),
    400,
  ],
])('%s is refused', async (_what, request, status) => {
  await expect(readForm(request, schema)).rejects.toMatchObject({ status });
});
