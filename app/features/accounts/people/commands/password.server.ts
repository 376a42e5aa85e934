import type { Kysely, Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { findLink, requestLink, useLink } from '../../links/links.server.ts';
import { hashPassword, passwordMatches } from '#app/platform/sealed/password.server.ts';
import type { ChangePasswordForm } from '../forms.ts';
import { findAccountByEmail, organisationsOf, ownWordsOf } from '../queries.server.ts';
import { judgePassword } from '../strength.server.ts';

type Asked = Pick<Scope, 'db' | 'actor' | 'now'>;

const purposes = ['reset_password'] as const;

/** The same row and the same work for every address; a mail leaves only where there is an account. */
export const requestReset = ({ db, actor, now }: Asked, email: string) =>
  db
    .transaction()
    .execute((trx) => requestLink(trx, { actor, now }, { purpose: 'reset_password', email }))
    .then(() => ok(undefined));

/** Whether the link of a reset still opens its page. */
export const findReset = ({ db, now }: Pick<Scope, 'db' | 'now'>, secret: string) =>
  findLink(db, secret, { purposes, now });

/**
 * A new password by a mailed link. Every session of the person ends, and every other link to do the same; second
 * factors stay, so that a mailbox alone never opens an account that has one.
 */
export async function resetPassword({ db, actor, now }: Asked, secret: string, password: string) {
  const link = await findReset({ db, now }, secret);
  if (!link.ok) return link;
  const { email } = link.value;
  const judged = await judgeFor(db, email, password);
  if (!judged.ok) return judged;
  const passwordHash = await hashPassword(password);
  return db.transaction().execute(async (trx): Promise<Result<{ accountId: string }>> => {
    const used = await useLink(trx, secret, { purposes, now });
    if (!used.ok) return used;
    const account = await findAccountByEmail(trx, email);
    if (!account) return refuse('unknown_link');
    await setPassword(trx, account.id, passwordHash);
    await trx.deleteFrom('session').where('account_id', '=', account.id).execute();
    await trx
      .updateTable('one_time_link')
      .set({ used_at: now })
      .where('email', '=', email)
      .where('purpose', '=', 'reset_password')
      .where('used_at', 'is', null)
      .execute();
    await tellOfChange(trx, { actor, now }, account.id, 'reset');
    return ok({ accountId: account.id });
  });
}

/** The old password and a new one; every other session of the person ends, `sessionId` names the one that stays. */
export async function changePassword(
  { db, actor, now }: Scope<SignedIn>,
  { oldPassword, password }: ChangePasswordForm,
  { email, sessionId }: { email: string; sessionId: string },
) {
  const account = await findAccountByEmail(db, email);
  if (account?.id !== actor.accountId) return refuse('wrong_password');
  if (!(await passwordMatches(account.passwordHash, oldPassword))) return refuse('wrong_password');
  const judged = await judgeFor(db, email, password);
  if (!judged.ok) return judged;
  const passwordHash = await hashPassword(password);
  return db.transaction().execute(async (trx) => {
    await setPassword(trx, actor.accountId, passwordHash);
    await trx
      .deleteFrom('session')
      .where('account_id', '=', actor.accountId)
      .where('public_id', '<>', sessionId)
      .execute();
    await tellOfChange(trx, { actor, now }, actor.accountId, 'own');
    return ok(undefined);
  });
}

/** What a weak password is told stands behind `weak_password:`; the page shows it beside the field. */
async function judgeFor(db: Kysely<Database>, email: string, password: string) {
  const judgement = judgePassword(password, await ownWordsOf(db, email));
  return judgement.ok ? ok(undefined) : refuse(`weak_password:${judgement.message}`);
}

/** Whoever held a place with the old password does not go on with it. */
async function setPassword(trx: Transaction<Database>, accountId: string, passwordHash: string) {
  await trx
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('id', '=', accountId)
    .where('closed_at', 'is', null)
    .execute();
  await trx.deleteFrom('pending_sign_in').where('account_id', '=', accountId).execute();
}

async function tellOfChange(
  trx: Transaction<Database>,
  { actor, now }: Pick<Scope, 'actor' | 'now'>,
  accountId: string,
  by: 'reset' | 'own',
) {
  const related = await organisationsOf(trx, accountId);
  await recordEvent(trx, { actor, now, subject: accountId, related }, 'account.password_changed', { by });
}
