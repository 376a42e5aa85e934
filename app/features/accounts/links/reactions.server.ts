import type { Kysely } from 'kysely';

import { messageId, type Effect, type Means } from '#app/events/reaction.ts';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { alreadySignedUp } from '#emails/accounts/already-signed-up.tsx';
import { completeSignUp } from '#emails/accounts/complete-sign-up.tsx';
import { confirmAddress } from '#emails/accounts/confirm-address.tsx';
import { invitationSent } from '#emails/accounts/invitation-sent.tsx';
import { resetPassword } from '#emails/accounts/reset-password.tsx';
import type { Email } from '#emails/frame.tsx';

import { roleNames } from '../model.ts';
import { findLinkById, makeSecret } from './links.server.ts';
import { linkPages, type OneTimeLink } from './model.ts';

/** Mails the link that was asked for; nothing leaves where nobody is behind the address. */
export const mailLink = ({ db, mailer, origin }: Means): Effect<'link.requested'> => ({
  targets: (_db, { subject }) => Promise.resolve([subject]),
  async run(fact, linkId) {
    const link = await findLinkById(db, linkId);
    if (!link) return;
    const write = await letterFor(db, link, origin);
    if (!write) return;
    const secret = await makeSecret(db, linkId);
    const email = write(`${origin}${linkPages[link.purpose]}/${secret}`);
    await mailer.send({ to: link.email, messageId: messageId(fact, linkId, origin), ...email });
  },
});

type Letter = (address: string) => Email;

function letterFor(db: Kysely<Database>, link: OneTimeLink, origin: string): Promise<Letter | undefined> {
  switch (link.purpose) {
    case 'complete_sign_up':
      return signUpLetter(db, link, origin);
    case 'accept_invitation':
      return invitationLetter(db, link);
    case 'reset_password':
      return resetLetter(db, link);
    case 'confirm_old_address':
      return addressLetter(db, link, 'old');
    case 'confirm_new_address':
      return addressLetter(db, link, 'new');
  }
}

const accountWith = (db: Kysely<Database>, email: string) =>
  db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst();

/** Whoever has an account is told so in the mailbox, where nobody else reads it. */
async function signUpLetter(
  db: Kysely<Database>,
  { email, signUpId }: OneTimeLink,
  origin: string,
): Promise<Letter | undefined> {
  if (await accountWith(db, email)) return () => alreadySignedUp({ link: `${origin}/reset` });
  const signUp = await db
    .selectFrom('sign_up')
    .select('organisation_name as organisation')
    .where('id', '=', signUpId)
    .executeTakeFirst();
  return signUp && ((link) => completeSignUp({ ...signUp, link }));
}

async function resetLetter(db: Kysely<Database>, { email }: OneTimeLink): Promise<Letter | undefined> {
  return (await accountWith(db, email)) && ((link) => resetPassword({ link }));
}

async function invitationLetter(
  db: Kysely<Database>,
  { invitationId }: OneTimeLink,
): Promise<Letter | undefined> {
  const invitation = await db
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.id', 'invitation.organisation_id')
    .innerJoin('account', 'account.id', 'invitation.invited_by')
    .select(['organisation.name as organisation', 'account.name as inviter', 'invitation.role'])
    .select('invitation.expires_at as expiresAt')
    .where('invitation.id', '=', invitationId)
    .where('invitation.revoked_at', 'is', null)
    .where('invitation.accepted_at', 'is', null)
    .executeTakeFirst();
  if (!invitation) return undefined;
  const { organisation, inviter, role, expiresAt } = invitation;
  const untilDay = dayInWords(dayOf(expiresAt));
  return (link) => invitationSent({ organisation, inviter, role: roleNames[role] ?? role, untilDay, link });
}

async function addressLetter(
  db: Kysely<Database>,
  { addressChangeId }: OneTimeLink,
  end: 'old' | 'new',
): Promise<Letter | undefined> {
  const change = await db
    .selectFrom('address_change')
    .select('new_email as newEmail')
    .where('id', '=', addressChangeId)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  return change && ((link) => confirmAddress({ end, ...change, link }));
}
