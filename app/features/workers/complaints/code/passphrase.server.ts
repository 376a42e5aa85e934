import { randomInt } from 'node:crypto';

import { plainDigits } from '#app/platform/names/phone.ts';
import { keyFor } from '#app/platform/secrets.server.ts';

const digits = 16;

/**
 * The sixteen digits of a complaint, drawn from the key file for its id: a first step that is sent once more, because its
 * answer was lost on the way, is answered with the same ones. What the database keeps of them is an argon2id hash.
 */
export function passphraseFor(complaintId: string) {
  const key = keyFor(`passphrase of complaint ${complaintId}`);
  if (!key) throw new Error('no key to draw from');
  const number = BigInt(`0x${Buffer.from(key.bytes).toString('hex')}`) % 10n ** BigInt(digits);
  return number.toString().padStart(digits, '0');
}

/** As somebody types it, in the digits of any script; empty where it cannot be one. */
export function passphraseIn(typed: string) {
  const said = plainDigits(typed).replace(/\D/g, '');
  return said.length === digits ? said : '';
}

/** A case number: eight digits nobody can guess the order of. */
export const drawNumber = () => {
  const said = String(randomInt(100_000_000)).padStart(8, '0');
  return `${said.slice(0, 4)}-${said.slice(4)}`;
};

/** As somebody types it; empty where it cannot be one. */
export function numberIn(typed: string) {
  const said = plainDigits(typed).replace(/\D/g, '');
  return said.length === 8 ? `${said.slice(0, 4)}-${said.slice(4)}` : '';
}
