import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

const most = 5;
const days = 30;

/**
 * What a mailbox was sent a link for and still waits: a sign-up, an invitation, a change of address, a new password.
 * One of each thing, the newest first, and few: nobody is flooded by asking.
 */
export async function listWaitingLinks(db: Kysely<Database>, email: string, now: Date) {
  const since = new Date(now.getTime() - days * 86_400_000);
  const rows = await db
    .selectFrom('one_time_link as link')
    .leftJoin('sign_up', 'sign_up.id', 'link.sign_up_id')
    .leftJoin('invitation', 'invitation.id', 'link.invitation_id')
    .leftJoin('address_change as change', 'change.id', 'link.address_change_id')
    .select(['link.purpose', 'link.sign_up_id as signUpId'])
    .select(['link.invitation_id as invitationId', 'link.address_change_id as addressChangeId'])
    .select(({ fn }) => fn.max('link.created_at').as('asked'))
    .where('link.email', '=', email)
    .where('link.used_at', 'is', null)
    .where('link.created_at', '>', since)
    .where('sign_up.completed_at', 'is', null)
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.revoked_at', 'is', null)
    .where(({ or, eb }) => or([eb('link.invitation_id', 'is', null), eb('invitation.expires_at', '>', now)]))
    .where('change.done_at', 'is', null)
    .where('change.cancelled_at', 'is', null)
    .groupBy(['link.purpose', 'link.sign_up_id', 'link.invitation_id', 'link.address_change_id'])
    .orderBy('asked', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ purpose, signUpId, invitationId, addressChangeId }) => ({
    purpose,
    signUpId,
    invitationId,
    addressChangeId,
  }));
}
