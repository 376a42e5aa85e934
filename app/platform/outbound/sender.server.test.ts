import { createServer, type RequestListener } from 'node:http';

import { afterEach, describe, expect, test } from 'vitest';

import { guardedFetch } from './guarded-fetch.server.ts';
import type { Resolve } from './guarded-call.server.ts';
import { senderTo } from './sender.server.ts';

const message = { headers: { 'content-type': 'application/json' }, body: '{"type":"test"}' };
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function receiver(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Answers with the next of its lists each time it is asked. */
function resolverOf(...answers: string[][]) {
  const asked: string[] = [];
  const resolve: Resolve = (hostname, answer) => {
    const addresses = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(hostname);
    answer(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { asked, resolve };
}

describe('what is sent outside', () => {
  test('goes to the address that was judged: a name that changes after the check is not asked again', async () => {
    // 192.0.2.0/24 and its like are refused, so a loopback that is allowed stands in for the public address.
    let heard = 0;
    const port = await receiver((_request, response) => {
      heard += 1;
      response.end('ok');
    });
    const { asked, resolve } = resolverOf(['127.0.0.1'], ['10.0.0.1']);
    const send = senderTo({ allowLoopback: true, resolve });
    expect(await send(`http://localhost:${port}/`, message)).toEqual({ status: 200, text: 'ok' });
    expect(asked).toEqual(['localhost']);
    expect(await send(`http://localhost:${port}/`, message)).toEqual({
      status: null,
      problem: 'forbidden_address',
    });
    expect({ heard, asked: asked.length }).toEqual({ heard: 1, asked: 2 });
  });

  test.each([
    ['public first, private second', ['8.8.8.8', '10.0.0.1']],
    ['loopback', ['127.0.0.1']],
    ['metadata of a cloud', ['169.254.169.254']],
    ['shared addresses of carriers', ['100.64.1.1']],
    ['unique local', ['fd00::1']],
    ['link-local', ['fe80::1']],
    ['IPv4 inside IPv6', ['::ffff:10.0.0.1']],
    ['multicast', ['224.0.0.251']],
  ])('goes nowhere when the name leads to %s', async (_what, addresses) => {
    const { asked, resolve } = resolverOf(addresses);
    const send = senderTo({ allowLoopback: false, resolve });
    expect(await send('https://hooks.himal.example/', message)).toEqual({
      status: null,
      problem: 'forbidden_address',
    });
    expect(asked).toEqual(['hooks.himal.example']);
    const fetched = guardedFetch({ allowLoopback: false, resolve });
    await expect(fetched('https://hooks.himal.example/', { method: 'GET', headers: {} })).rejects.toThrow(
      'private network',
    );
  });

  test.each([
    'http://hooks.himal.example/',
    'https://10.0.0.1/',
    'https://[fd00::1]/',
    'http://127.0.0.1:9/',
  ])('goes to no %s, without asking for its name', async (address) => {
    const { asked, resolve } = resolverOf(['8.8.8.8']);
    const send = senderTo({ allowLoopback: false, resolve });
    expect(await send(address, message)).toEqual({ status: null, problem: 'forbidden_address' });
    expect(asked).toEqual([]);
  });

  test('follows no redirect', async () => {
    let heard = 0;
    const port = await receiver((_request, response) => {
      heard += 1;
      response.writeHead(302, { Location: '/elsewhere' }).end();
    });
    const send = senderTo({ allowLoopback: true });
    expect(await send(`http://127.0.0.1:${port}/`, message)).toMatchObject({ status: 302 });
    expect(heard).toBe(1);
  });

  test('reaches a private address where whoever runs the house wrote it into its settings', async () => {
    const port = await receiver((_request, response) => void response.end('taken'));
    const [ours, anybodys] = [
      senderTo({ allowLoopback: false, own: true }),
      senderTo({ allowLoopback: false }),
    ];
    expect(await ours(`http://127.0.0.1:${port}/`, message)).toEqual({ status: 200, text: 'taken' });
    expect(await ours(`http://localhost:${port}/`, message)).toEqual({ status: 200, text: 'taken' });
    expect(await anybodys(`http://127.0.0.1:${port}/`, message)).toMatchObject({
      problem: 'forbidden_address',
    });
  });

  test('is done with 64 kB of an answer without end', async () => {
    const port = await receiver((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write('a'.repeat(16_384)));
      };
      response.on('drain', more);
      more();
    });
    const answer = await senderTo({ allowLoopback: true })(`http://127.0.0.1:${port}/`, message);
    expect(answer).toEqual({ status: 200, text: 'a'.repeat(64 * 1024) });
  });

  test.each<[string, RequestListener]>([
    ['never answers', () => undefined],
    ['begins and does not end', (_request, response) => void response.write('…')],
    ['hangs up', (request) => void request.socket.destroy()],
  ])('waits no longer than it may for whoever %s', async (_who, answer) => {
    const port = await receiver(answer);
    const send = senderTo({ allowLoopback: true, seconds: 0.2 });
    expect(await send(`http://127.0.0.1:${port}/`, message)).toEqual({ status: null, problem: 'unanswered' });
  });
});
