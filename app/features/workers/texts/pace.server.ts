import { createHmac, randomBytes } from 'node:crypto';

import { inMemory } from '#app/platform/limits.server.ts';

/**
 * Each answer costs, and a machine that answers answers would never end. One sender has 40 an hour, enough for a phone that a
 * whole house shares; all together 600 a minute. Counted in this process's memory under a key nobody knows: of a number nothing
 * is kept that leads back to it.
 */
const [perSender, overall] = [
  inMemory({ name: 'texts_of_one', points: 40, seconds: 3600 }),
  inMemory({ name: 'texts', points: 600, seconds: 60 }),
];

const key = randomBytes(32);
const unnamed = (sender: string) => createHmac('sha256', key).update(sender).digest('base64url');

/** Whether one more is answered. What is over the limit of its sender takes nothing from others. */
export async function mayAnswer(sender: string): Promise<boolean> {
  if ((await perSender(unnamed(sender))).full) return false;
  return !(await overall('all')).full;
}
