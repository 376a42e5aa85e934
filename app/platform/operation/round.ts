/** Ids of what is due in their order, those behind `after` alone; none when there are no more. */
type List = (after: string) => Promise<string[]>;

const first = '00000000-0000-0000-0000-000000000000';

/** Everything that is due, a batch at a time: the next begins behind the last, whatever became of it. */
export async function* inBatches(list: List) {
  for (let ids = await list(first); ids.length > 0; ids = await list(ids.at(-1) ?? first)) yield* ids;
}

/** So many records at once, of those that are many on one night: more would take the connections of those who read pages. */
export const aFew = 4;

/**
 * What goes wrong with one does not stop those behind it; the first that did is told at the end. `atOnce`: so many are in
 * hand together, where each is a transaction of its own and waits for the database most of its time.
 */
export async function oneByOne<T>(
  items: Iterable<T> | AsyncIterable<T>,
  take: (item: T) => Promise<unknown>,
  atOnce = 1,
) {
  const wrong: unknown[] = [];
  const inHand = new Set<Promise<unknown>>();
  try {
    for await (const item of items) {
      const taking = take(item)
        .catch((error: unknown) => wrong.push(error))
        .finally(() => inHand.delete(taking));
      inHand.add(taking);
      if (inHand.size >= atOnce) await Promise.race(inHand);
    }
  } finally {
    await Promise.all(inHand);
  }
  if (wrong.length > 0) throw wrong[0];
}
