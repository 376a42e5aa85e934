import { expect, test } from 'vitest';

import { allowsLoopback, mayAsk, mayReach } from './addresses.server.ts';
import { guardedFetch } from './guarded-fetch.server.ts';

test.each([
  '127.0.0.1',
  '127.9.9.9',
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::a9fe:a9fe',
  'fe80::1',
  'fd00:ec2::254',
  'ff02::1',
  '2002:7f00:1::',
  '2001:0:7f00:1::',
  '2001:db8::1',
  'localhost',
  '',
])('nothing we ask stands at %s', (address) => {
  expect(mayReach(address, false)).toBe(false);
});

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::200e'])(
  'what we ask may stand at %s',
  (address) => {
    expect(mayReach(address, false)).toBe(true);
  },
);

test('loopback is reached only where the house is on loopback, and nothing else private even then', () => {
  for (const address of ['127.0.0.1', '::1']) expect(mayReach(address, true)).toBe(true);
  for (const address of ['10.0.0.1', '169.254.169.254', 'fe80::1'])
    expect(mayReach(address, true)).toBe(false);
});

test.each([
  ['http://127.0.0.1:3000', true],
  ['http://[::1]:3000', true],
  ['http://localhost:3000', true],
  ['https://127.0.0.1', false],
  ['https://fairroute.example', false],
  ['http://fairroute.example', false],
])('a house at %s is on loopback: %s', (origin, is) => {
  expect(allowsLoopback(origin)).toBe(is);
});

test.each([
  ['https://login.himal.example', true, true],
  ['https://8.8.8.8', true, true],
  ['http://login.himal.example', false, false],
  ['http://127.0.0.1:9', false, true],
  ['http://localhost:9', false, true],
  ['http://localhost.evil.example', false, false],
  ['https://127.0.0.1', false, true],
  ['https://2130706433', false, true],
  ['https://0x7f.1', false, true],
  ['https://[::ffff:127.0.0.1]', false, true],
  ['https://169.254.169.254', false, false],
  ['https://user:word@login.himal.example', false, false],
  ['javascript:alert(1)', false, false],
  ['file:///etc/passwd', false, false],
])('%s is asked: %s; from loopback: %s', (address, asked, fromLoopback) => {
  expect(mayAsk(new URL(address), false)).toBe(asked);
  expect(mayAsk(new URL(address), true)).toBe(fromLoopback);
});

test('a name that leads to this machine is refused when it is resolved', async () => {
  const call = guardedFetch({ allowLoopback: false })('https://localhost:1/', { method: 'GET', headers: {} });
  await expect(call).rejects.toThrow('private network');
});
