import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

/** Whatever lets programs or strangers into an organisation ends with its last person: nobody is left to watch it. */
export async function shutIfEmpty(
  trx: Transaction<Database>,
  { actor, now }: Pick<Scope<SignedIn>, 'actor' | 'now'>,
  organisationId: string,
) {
  const somebody = await trx
    .selectFrom('membership')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .limit(1)
    .executeTakeFirst();
  if (somebody) return;
  const about = { actor, now, subject: organisationId, related: [] };
  const keys = await trx
    .updateTable('api_key')
    .set({ revoked_at: now, revoked_by: actor.accountId })
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  for (const { id: keyId } of keys) await recordEvent(trx, about, 'api_key.revoked', { keyId });
  const invitations = await trx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('organisation_id', '=', organisationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning(['id', 'role'])
    .execute();
  for (const { id: invitationId, role } of invitations)
    await recordEvent(trx, about, 'invitation.revoked', { invitationId, role });
}
