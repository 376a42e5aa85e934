import { expect, test } from 'vitest';

import { inBatches, oneByOne } from './round.ts';

const due = ['a', 'b', 'c', 'd', 'e'];
const list = (after: string) => Promise.resolve(due.filter((id) => id > after).slice(0, 2));

test('a round takes everything that is due once, batch after batch', async () => {
  const taken: string[] = [];
  await oneByOne(inBatches(list), (id) => Promise.resolve(taken.push(id)));
  expect(taken).toEqual(due);
});

test('what goes wrong with one is told when all others were taken', async () => {
  const taken: string[] = [];
  const take = (id: string) =>
    id === 'b' || id === 'd' ? Promise.reject(new Error(id)) : Promise.resolve(taken.push(id));
  await expect(oneByOne(inBatches(list), take)).rejects.toThrow('b');
  expect(taken).toEqual(['a', 'c', 'e']);
});
