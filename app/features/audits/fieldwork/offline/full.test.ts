import { expect, test } from 'vitest';

import { isFull, keepEach, storageStop } from './full.ts';

const quota = new DOMException('No space', 'QuotaExceededError');
const photo = (name: string) => new File([new Uint8Array(8)], name, { type: 'image/jpeg' });

test('a full device is known by the browser’s word for it', () => {
  expect(isFull(quota)).toBe(true);
  expect(isFull(new DOMException('Closed', 'InvalidStateError'))).toBe(false);
  expect(isFull('QuotaExceededError')).toBe(false);
  expect([storageStop(quota), storageStop(new Error('Closed'))]).toEqual(['full', 'unkept']);
});

test('each photo that finds no space is named, and takes none of the others with it', async () => {
  const kept: string[] = [];
  const said = await keepEach(['one.jpg', 'large.jpg', 'two.jpg', 'three.jpg'].map(photo), {
    add: ({ name }) => (name === 'two.jpg' ? Promise.reject(quota) : Promise.resolve(kept.push(name))),
    problemOf: ({ name }) => (name === 'large.jpg' ? 'is larger than 10 MB and was not kept.' : undefined),
  });
  expect(kept).toEqual(['one.jpg', 'three.jpg']);
  expect(said).toEqual([
    'one.jpg is kept.',
    'large.jpg is larger than 10 MB and was not kept.',
    'two.jpg was NOT kept: this device is full. Free some space, then choose it again.',
    'three.jpg is kept.',
  ]);
});

test('a store that is closed is another matter than a full one', async () => {
  const add = () => Promise.reject(new Error('Closed'));
  const [said] = await keepEach([photo('one.jpg')], { add, problemOf: () => undefined });
  expect(said).toContain('Open this page again');
});
