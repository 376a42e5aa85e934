import { expect, test } from 'vitest';

import { inMemory, networkOf } from './limits.server.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['', ''],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('a limit in memory is full after its last point, for each key apart', async () => {
  const room = inMemory({ name: 'try', points: 2, seconds: 60 });
  expect(await room('a')).toMatchObject({ left: 1, full: false });
  expect(await room('a')).toMatchObject({ left: 0, full: false });
  const last = await room('a');
  expect(last.full).toBe(true);
  expect(last.seconds).toBeGreaterThan(0);
  expect(last.seconds).toBeLessThanOrEqual(60);
  expect(await room('b')).toMatchObject({ left: 1, full: false });
});
