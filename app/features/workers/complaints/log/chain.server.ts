import { createHash, randomBytes } from 'node:crypto';

import { addDays, type Day } from '#app/platform/calendar.ts';

/** Leaves stand in groups of so many: how many of a day are complaints is read from no log. */
const groupOf = 8;

/** What stands before the first day. */
export const nothingBefore = Buffer.alloc(32);

/**
 * The leaves of a day as they are published: among drawn ones, which look like any, up to the next full group, and in the
 * order of their value. What came first, and how many came, is not to be seen.
 */
export function hidden(leaves: readonly Buffer[], draw = () => randomBytes(32)) {
  const size = Math.max(1, Math.ceil(leaves.length / groupOf)) * groupOf;
  const drawn = Array.from({ length: size - leaves.length }, draw);
  return [...leaves, ...drawn].sort((one, other) => Buffer.compare(one, other));
}

/** The head of a day: all days up to it, and nothing else, have it. */
export const headOf = ({
  previous,
  day,
  leaves,
}: {
  previous: Buffer;
  day: Day;
  leaves: readonly Buffer[];
}) =>
  createHash('sha256')
    .update(Buffer.concat([previous, Buffer.from(day), ...leaves]))
    .digest();

/** The days that are over and not published: from the day after the last, or from where the log begins. */
export function daysToPublish(today: Day, { last, first }: { last?: Day; first?: Day }) {
  const yesterday = addDays(today, -1);
  const from = last ? addDays(last, 1) : first && first < yesterday ? first : yesterday;
  const days: Day[] = [];
  for (let day = from; day <= yesterday; day = addDays(day, 1)) days.push(day);
  return days;
}
