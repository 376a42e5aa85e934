import { hash, verify } from '@node-rs/argon2';

/** OWASP's argon2id setting: 19 MiB, 2 passes, 1 lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string) => hash(password, options);

/** Made once from random bytes: an unknown address then costs as long as a known one. */
const decoy = hash(crypto.randomUUID(), options);

export const passwordMatches = async (hashed: string | null | undefined, password: string) =>
  (await verify(hashed ?? (await decoy), password)) && typeof hashed === 'string';
