/** The key an interview is named by in a text, in place of a worker's name. */
const key = /\bW-\d{2,3}\b/g;

/** The keys of interviews that a text names. */
export const keysIn = (text: string) => [...new Set(text.match(key) ?? [])];

/** A text carried into another audit names none of its workers: there the same keys are other people's. */
export const withoutKeys = (text: string) => text.replace(key, 'a worker heard then');

/** The same text, where an interview came under another key than it was written by. */
export const withKey = (text: string, from: string, to: string) =>
  text.replace(key, (named) => (named === from ? to : named));

const [firstAway, lastAway] = [100, 999];

/**
 * A key for a worker who is heard where nobody can be asked which are taken: of three digits, so that two auditors hardly
 * ever draw the same. `draw` gives a number below its own.
 */
export function keyAway(known: readonly string[], draw: (below: number) => number) {
  const free = Array.from({ length: lastAway - firstAway + 1 }, (_one, at) => `W-${firstAway + at}`).filter(
    (one) => !known.includes(one),
  );
  return free[draw(Math.max(free.length, 1))];
}
