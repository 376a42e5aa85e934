import type { Kysely, Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { findLink, requestLink, useLink } from '../../links/links.server.ts';
import { findAccountByEmail, findAddressChange, organisationsOf } from '../queries.server.ts';

type Asked = Pick<Scope, 'db' | 'actor' | 'now'>;

const purposes = ['confirm_old_address', 'confirm_new_address'] as const;

/**
 * Asks both mailboxes. An earlier change that still waits is given up. Nothing tells whether the new address has an
 * account: only who reads that mailbox gets so far as to be told.
 */
export function requestAddressChange({ db, actor, now }: Scope<SignedIn>, newEmail: string) {
  const wanted = newEmail.toLowerCase();
  return db.transaction().execute(async (trx): Promise<Result<{ addressChangeId: string }>> => {
    const account = await trx
      .selectFrom('account')
      .select('email')
      .where('id', '=', actor.accountId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (!account.email || account.email === wanted) return refuse('same_address');
    await cancelOpen(trx, actor.accountId, now);
    const { id: addressChangeId } = await trx
      .insertInto('address_change')
      .values({ account_id: actor.accountId, new_email: wanted, requested_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    const by = { actor, now };
    await requestLink(trx, by, { purpose: 'confirm_old_address', email: account.email, addressChangeId });
    await requestLink(trx, by, { purpose: 'confirm_new_address', email: wanted, addressChangeId });
    const about = { ...by, subject: actor.accountId, related: await organisationsOf(trx, actor.accountId) };
    await recordEvent(trx, about, 'account.address_change_requested', { addressChangeId });
    return ok({ addressChangeId });
  });
}

/** The change a link confirms, and at which end. */
export async function findWaitingChange({ db, now }: { db: Kysely<Database>; now: Date }, secret: string) {
  const link = await findLink(db, secret, { purposes, now });
  if (!link.ok) return link;
  const change = await findAddressChange(db, link.value.addressChangeId);
  if (!change) return refuse('unknown_link');
  const end = link.value.purpose === 'confirm_old_address' ? ('old' as const) : ('new' as const);
  return ok({
    newEmail: change.newEmail,
    end,
    otherEndWaits: !(end === 'old' ? change.newAt : change.oldAt),
  });
}

/** One end says yes; with both the address changes, there and then, unless somebody took it meanwhile. */
export const confirmAddress = (scope: Asked, secret: string) =>
  confirm(scope, secret).catch((error: unknown) => {
    // Somebody took the address in this very moment; asked again, the table says so.
    if (error instanceof Error && 'code' in error && error.code === '23505') return confirm(scope, secret);
    throw error;
  });

function confirm({ db, actor, now }: Asked, secret: string) {
  return db.transaction().execute(async (trx): Promise<Result<{ changed: boolean }>> => {
    const link = await useLink(trx, secret, { purposes, now });
    if (!link.ok) return link;
    const change = await lockChange(trx, link.value.addressChangeId);
    if (!change) return refuse('unknown_link');
    const end = link.value.purpose === 'confirm_old_address' ? 'confirmed_old_at' : 'confirmed_new_at';
    await trx.updateTable('address_change').set(end, now).where('id', '=', change.id).execute();
    const other = end === 'confirmed_old_at' ? change.newAt : change.oldAt;
    if (!other) return ok({ changed: false });
    return makeChange(trx, { actor, now }, change);
  });
}

type Change = { id: string; accountId: string; newEmail: string };

async function makeChange(trx: Transaction<Database>, by: Pick<Scope, 'actor' | 'now'>, change: Change) {
  const { id: addressChangeId, accountId, newEmail } = change;
  if (await findAccountByEmail(trx, newEmail)) {
    await cancelOpen(trx, accountId, by.now);
    return refuse('address_taken');
  }
  await trx.updateTable('account').set({ email: newEmail }).where('id', '=', accountId).execute();
  await trx
    .updateTable('address_change')
    .set({ done_at: by.now })
    .where('id', '=', addressChangeId)
    .execute();
  const related = await organisationsOf(trx, accountId);
  const about = { ...by, subject: accountId, related };
  await recordEvent(trx, about, 'account.address_changed', { addressChangeId });
  return ok({ changed: true });
}

/** The account first, as every command here locks it: two ends at once wait for one another and never in a ring. */
async function lockChange(trx: Transaction<Database>, id: string | null) {
  const change = await findAddressChange(trx, id);
  if (!change) return undefined;
  await trx.selectFrom('account').select('id').where('id', '=', change.accountId).forUpdate().execute();
  return findAddressChange(trx, id);
}

const cancelOpen = (trx: Transaction<Database>, accountId: string, now: Date) =>
  trx
    .updateTable('address_change')
    .set({ cancelled_at: now })
    .where('account_id', '=', accountId)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute();
