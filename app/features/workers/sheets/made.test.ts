import { expect, test } from 'vitest';

import { sheetsMade } from './made.server.ts';

/** Draws what it is told to, when it is told to. */
function aDrawer() {
  const drawn: ((outcome: Buffer | Error) => void)[] = [];
  const draw = () =>
    new Promise<Buffer>((resolve, reject) => {
      drawn.push((outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)));
    });
  return { drawn, draw };
}
const [one, two] = [Buffer.from('one'), Buffer.from('two')];

test('a sheet is drawn once, until something changes', async () => {
  const { drawn, draw } = aDrawer();
  const make = sheetsMade({ kept: 5, drawing: 2 });
  const [first, second] = [make('ne/NP.pdf', 7, draw), make('ne/NP.pdf', 7, draw)];
  drawn[0]?.(one);
  expect([await first, await second, await make('ne/NP.pdf', 7, draw)]).toEqual([one, one, one]);
  expect(drawn).toHaveLength(1);
  const changed = make('ne/NP.pdf', 8, draw);
  drawn[1]?.(two);
  expect(await changed).toBe(two);
  expect(await make('ne/NP.pdf', 8, draw)).toBe(two);
});

test('where nobody tells of changes it is for those who asked while it was drawn', async () => {
  const { drawn, draw } = aDrawer();
  const make = sheetsMade({ kept: 5, drawing: 2 });
  const both = Promise.all([make('a', undefined, draw), make('a', undefined, draw)]);
  drawn[0]?.(one);
  expect(await both).toEqual([one, one]);
  const later = make('a', undefined, draw);
  expect(drawn).toHaveLength(2);
  drawn[1]?.(two);
  expect(await later).toBe(two);
});

test('no more are drawn at once than there is room for, and a fault gives its place back', async () => {
  const { drawn, draw } = aDrawer();
  const make = sheetsMade({ kept: 5, drawing: 2 });
  const [first, second] = [make('a', 1, draw), make('b', 1, draw)];
  expect(await make('c', 1, draw)).toBeUndefined();
  drawn[0]?.(new Error('no letters'));
  await expect(first).rejects.toThrow('no letters');
  const again = make('a', 1, draw);
  drawn[1]?.(one);
  drawn[2]?.(two);
  expect([await second, await again]).toEqual([one, two]);
});

test('the oldest goes where there are too many', async () => {
  const make = sheetsMade({ kept: 2, drawing: 9 });
  const drawing = () => Promise.resolve(one);
  for (const name of ['a', 'b', 'c']) await make(name, 1, drawing);
  let asked = 0;
  const counting = () => Promise.resolve(Buffer.from(String((asked += 1))));
  await make('c', 1, counting);
  expect(asked).toBe(0);
  await make('a', 1, counting);
  expect(asked).toBe(1);
});
