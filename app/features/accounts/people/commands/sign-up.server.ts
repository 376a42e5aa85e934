import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { addAccount, addMembership, foundOrganisation } from '../../commands.server.ts';
import { findLink, requestLink, useLink } from '../../links/links.server.ts';
import { hashPassword, passwordMatches } from '#app/platform/sealed/password.server.ts';
import type { SignUpForm } from '../forms.ts';
import { findSignUp } from '../queries.server.ts';
import { judgePassword } from '../strength.server.ts';

type Asked = Pick<Scope, 'db' | 'actor' | 'now'>;
type Kind = 'recruiter' | 'company';

/**
 * Keeps the sign-up until its mailbox is proven. The same rows whether the address has an account or not: the mail
 * alone tells, to whoever reads that mailbox.
 */
export async function requestSignUp({ db, actor, now }: Asked, kind: Kind, form: SignUpForm) {
  const judgement = judgePassword(form.password, [form.name, form.email, form.organisation]);
  if (!judgement.ok) return refuse(`weak_password:${judgement.message}`);
  const passwordHash = await hashPassword(form.password);
  const email = form.email.toLowerCase();
  return db.transaction().execute(async (trx) => {
    const { id: signUpId } = await trx
      .insertInto('sign_up')
      .values({
        email,
        name: form.name,
        password_hash: passwordHash,
        organisation_kind: kind,
        organisation_name: form.organisation,
        country: form.country,
        created_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await requestLink(trx, { actor, now }, { purpose: 'complete_sign_up', email, signUpId });
    return ok({ signUpId });
  });
}

const purposes = ['complete_sign_up'] as const;

/** The sign-up a link completes, as its page shows it. */
export async function findWaitingSignUp({ db, now }: Pick<Scope, 'db' | 'now'>, secret: string) {
  const link = await findLink(db, secret, { purposes, now });
  if (!link.ok) return link;
  const signUp = await findSignUp(db, link.value.signUpId);
  return signUp && !signUp.completedAt ? ok(signUp) : refuse('unknown_link');
}

/**
 * The link shows whose mailbox it is, the password who signed up: neither alone opens an account. Of two at once, one
 * opens it and the other finds the link used.
 */
export async function completeSignUp({ db, now }: Asked, secret: string, password: string) {
  const waiting = await findWaitingSignUp({ db, now }, secret);
  if (!waiting.ok) return waiting;
  if (!(await passwordMatches(waiting.value.passwordHash, password))) return refuse('wrong_password');
  return db.transaction().execute(async (trx) => {
    const link = await useLink(trx, secret, { purposes, now });
    return link.ok ? openAccount(trx, now, waiting.value) : link;
  });
}

type Waiting = NonNullable<Awaited<ReturnType<typeof findSignUp>>>;

async function openAccount(trx: Transaction<Database>, now: Date, signUp: Waiting) {
  const scope = { db: trx, now };
  const { name, email, passwordHash, country } = signUp;
  const kind = signUp.kind === 'company' ? 'company' : 'recruiter';
  // Another sign-up with the same mailbox came first.
  const accountId = await addAccount(scope, { name, email, passwordHash });
  if (!accountId) return refuse('address_taken');
  const organisationId = await foundOrganisation(scope, { kind, name: signUp.organisation, country });
  await addMembership(scope, { accountId, organisationId, kind, role: kind });
  await trx.updateTable('sign_up').set({ completed_at: now }).where('id', '=', signUp.id).execute();
  const actor: SignedIn = { kind, accountId, organisationId };
  const about = { actor, now, subject: accountId, related: [organisationId] };
  await recordEvent(trx, about, 'account.opened', {});
  return ok({ accountId, organisationId, kind });
}
