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

test('a few are in hand at once, no more, and the round ends with the last of them', async () => {
  const taken: string[] = [];
  let [inHand, most] = [0, 0];
  const take = async (id: string) => {
    most = Math.max(most, (inHand += 1));
    // The first takes longest: those behind it do not wait for it.
    await new Promise((resolve) => setTimeout(resolve, id === 'a' ? 50 : 5));
    inHand -= 1;
    taken.push(id);
  };
  await oneByOne(inBatches(list), take, 3);
  expect([most, taken.at(-1)]).toEqual([3, 'a']);
  expect([...taken].sort()).toEqual(due);
});

test('where the list itself fails, what is in hand is finished first', async () => {
  const taken: string[] = [];
  const broken = (after: string) =>
    after < 'b' ? Promise.resolve(['a', 'b']) : Promise.reject(new Error('no list'));
  const take = async (id: string) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    taken.push(id);
  };
  await expect(oneByOne(inBatches(broken), take, 4)).rejects.toThrow('no list');
  expect(taken).toEqual(['a', 'b']);
});
