import { createHash, randomBytes } from 'node:crypto';

const prefix = 'fr_live_';

/** 256 random bits need no slow hash: nobody guesses them, and a look-up must be quick. */
export const hashOfKey = (key: string) => createHash('sha256').update(key).digest('hex');

/** The prefix lets people, and programs that look for leaked secrets, see what it is. */
export function newKey() {
  const key = prefix + randomBytes(32).toString('base64url');
  return { key, hash: hashOfKey(key), hint: key.slice(-4) };
}

export const looksLikeKey = (text: string) => /^fr_live_[A-Za-z0-9_-]{43}$/.test(text);
