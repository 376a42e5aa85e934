import { randomInt } from 'node:crypto';

import { hashPassword, passwordMatches } from '#app/platform/sealed/password.server.ts';
import { codesInAll } from './model.ts';
import { plainCode } from './rules.ts';

/** Crockford's: no letter that is read as a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const letters = (count: number) =>
  Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)] ?? '0').join('');

/** Ten codes of fifty bits, as they are printed: "7Q2KX-94MZP". */
export const newCodes = () => Array.from({ length: codesInAll }, () => `${letters(5)}-${letters(5)}`);

export const hashCode = (code: string) => hashPassword(plainCode(code));

/** The hash that a typed code belongs to. One after the other: a sign-in of one person shall not fill every thread. */
export async function matchingHash(hashes: readonly string[], typed: string) {
  const code = plainCode(typed);
  for (const hash of hashes) if (await passwordMatches(hash, code)) return hash;
  return undefined;
}
