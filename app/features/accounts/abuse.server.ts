import { createHash } from 'node:crypto';

import {
  count,
  forgive,
  giveBack,
  networkOf,
  type CounterStore,
  type Limit,
} from '#app/platform/limits.server.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { theRequest } from '#app/platform/request.server.ts';

/**
 * Many honest people sit behind one address (a carrier, a training room), and one account is attacked from many. So an
 * account is guarded closely from an address that failed on it, loosely from all others, and an address only against
 * floods. Wrong tries count, right ones do not (OWASP ASVS 5.0, 6.3.1).
 */
const limits = {
  accountFromAddress: { name: 'account-address', points: 5, seconds: 15 * 60 },
  account: { name: 'account', points: 50, seconds: 60 * 60 },
  address: { name: 'address', points: 300, seconds: 15 * 60 },
  mailTo: { name: 'mail-to', points: 5, seconds: 60 * 60 },
  signOn: { name: 'sign-on', points: 120, seconds: 15 * 60 },
  outward: { name: 'outward', points: 30, seconds: 15 * 60 },
  mailFrom: { name: 'mail-from', points: 60, seconds: 60 * 60 },
  wrongKey: { name: 'wrong-key', points: 30, seconds: 15 * 60 },
} satisfies Record<string, Limit>;

/** Counters hold no address of a person: they are read by whoever reads the table. */
const named = (...parts: string[]) =>
  createHash('sha256').update(parts.join('\0')).digest('base64url').slice(0, 32);

function signInCounters(typed: string) {
  const account = typed.toLowerCase();
  const network = networkOf(theRequest().address);
  return {
    here: { limit: limits.accountFromAddress, key: named(account, network) },
    anywhere: { limit: limits.account, key: named(account) },
    from: { limit: limits.address, key: named(network) },
  };
}

/**
 * `account` is what was typed, or the account's id for a second factor. Seconds to wait, 0 when the try may go on. The
 * try is counted before it is judged, or a hundred at once would all be judged before the first was counted; and one
 * that is refused here does not count against the account elsewhere, or anybody could lock anybody out.
 */
export async function mayTry(account: string) {
  const { pool } = theDatabase();
  const { here, anywhere, from } = signInCounters(account);
  const wait = await count(pool, [from, here]);
  return wait > 0 ? wait : count(pool, [anywhere]);
}

export async function trySucceeded(account: string) {
  const { here, anywhere, from } = signInCounters(account);
  await Promise.all([forgive(theDatabase().pool, [here]), giveBack(theDatabase().pool, [anywhere, from])]);
}

/** Mails asked for by a visitor: to one mailbox, and from one address. Seconds to wait, 0 when it may be sent. */
export const mayMail = (email: string) =>
  count(theDatabase().pool, [
    { limit: limits.mailTo, key: named(email.toLowerCase()) },
    { limit: limits.mailFrom, key: named(networkOf(theRequest().address)) },
  ]);

/** A key that is none. Seconds to wait, 0 while there is room; whoever has a right one from there is not hindered. */
export const wrongKey = (pool: CounterStore, address: string) =>
  count(pool, [{ limit: limits.wrongKey, key: named(networkOf(address)) }]);

/** Ways to an organisation's provider, each of which asks it something. Seconds to wait, 0 when it may go on. */
export const maySignOn = () =>
  count(theDatabase().pool, [{ limit: limits.signOn, key: named(networkOf(theRequest().address)) }]);

/** Look-ups in the outside world on behalf of an organisation. Seconds to wait, 0 when it may go on. */
export const mayLookOutside = (organisationId: string) =>
  count(theDatabase().pool, [{ limit: limits.outward, key: named(organisationId) }]);
