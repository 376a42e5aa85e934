import { availableParallelism } from 'node:os';

import { hash, verify } from '@node-rs/argon2';

/** OWASP's argon2id setting: 19 MiB, 2 passes, 1 lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Hashing runs on the four threads that files and names also wait for, each a whole core for a while. One core and one
 * thread stay free, so that whoever only looks something up does not wait for those who sign in; these wait in line.
 */
let free = Math.max(1, Math.min(3, availableParallelism() - 1));
const line: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free -= 1;
  else await new Promise<void>((turn) => line.push(turn));
  try {
    return await work();
  } finally {
    const next = line.shift();
    if (next) next();
    else free += 1;
  }
}

export const hashPassword = (password: string) => inTurn(() => hash(password, options));

/** Made once from random bytes: an unknown address then costs as long as a known one. */
const decoy = hash(crypto.randomUUID(), options);

export const passwordMatches = async (hashed: string | null | undefined, password: string) => {
  const against = hashed ?? (await decoy);
  return (await inTurn(() => verify(against, password))) && typeof hashed === 'string';
};
