/** The browser's word for a device without space, from whichever part of it. */
export const isFull = (error: unknown) =>
  typeof error === 'object' && error !== null && Reflect.get(error, 'name') === 'QuotaExceededError';

/** Why the device did not write something down. */
export const storageStop = (error: unknown) => (isFull(error) ? ('full' as const) : ('unkept' as const));

type Keeping = { add: (file: File) => Promise<unknown>; problemOf: (file: File) => string | undefined };

/**
 * Each photo by itself: one that finds no space takes none of the others with it, and what is said names each, so that
 * nobody takes one twice or believes one kept that is not.
 */
export async function keepEach(files: readonly File[], { add, problemOf }: Keeping) {
  const said: string[] = [];
  for (const file of files) {
    const problem = problemOf(file);
    const failed = problem ? undefined : await add(file).then(() => undefined, storageStop);
    if (problem) said.push(`${file.name} ${problem}`);
    else if (failed === 'full')
      said.push(`${file.name} was NOT kept: this device is full. Free some space, then choose it again.`);
    else if (failed) said.push(`${file.name} was NOT kept. Open this page again, then choose it once more.`);
    else said.push(`${file.name} is kept.`);
  }
  return said;
}
