/** Ids of what is due in their order, those behind `after` alone; none when there are no more. */
type List = (after: string) => Promise<string[]>;

const first = '00000000-0000-0000-0000-000000000000';

/** Everything that is due, a batch at a time: the next begins behind the last, whatever became of it. */
export async function* inBatches(list: List) {
  for (let ids = await list(first); ids.length > 0; ids = await list(ids.at(-1) ?? first)) yield* ids;
}

/** What goes wrong with one does not stop those behind it; the first that did is told at the end. */
export async function oneByOne<T>(
  items: Iterable<T> | AsyncIterable<T>,
  take: (item: T) => Promise<unknown>,
) {
  const wrong: unknown[] = [];
  for await (const item of items) await take(item).catch((error: unknown) => wrong.push(error));
  if (wrong.length > 0) throw wrong[0];
}
