import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { RoleForm } from './forms.ts';
import { mayManagePeople } from './policy.ts';
import { lockOrganisation, type Place } from './queries.server.ts';
import * as rules from './rules.ts';

type Changing<T> = (trx: Transaction<Database>, place: Place) => Promise<T>;

/** What owners do to others: with the organisation's row held, and the right asked again of the rows as they are now. */
const asOwner = <T>({ db, actor }: Scope<SignedIn>, change: Changing<T>) =>
  db.transaction().execute(async (trx) => {
    const place = await lockOrganisation(trx, actor.organisationId);
    if (!place || !mayManagePeople(actor, place.id)) return refuse('forbidden');
    return rules.isOwner(place.members, actor.accountId) ? change(trx, place) : refuse('forbidden');
  });

const about = ({ actor, now }: Scope<SignedIn>, accountId: string) => ({
  actor,
  now,
  subject: accountId,
  related: [actor.organisationId],
});

/** Ends the sessions in that role: nobody goes on with rights that are no longer theirs. */
export function changeRole(scope: Scope<SignedIn>, membershipId: string, { role }: RoleForm) {
  return asOwner(scope, async (trx, { kind, members }) => {
    const asked = { membershipId, by: scope.actor.accountId };
    const outcome = rules.changeRole(members, asked, { kind, role });
    if (!outcome.ok) return outcome;
    const { accountId, role: from } = outcome.value;
    await trx.updateTable('membership').set({ role }).where('id', '=', membershipId).execute();
    await trx.deleteFrom('session').where('membership_id', '=', membershipId).execute();
    await recordEvent(trx, about(scope, accountId), 'membership.role_changed', { from, to: role });
    return ok({ membershipId });
  });
}

/** Their sessions in that role go with it. */
export function removeMember(scope: Scope<SignedIn>, membershipId: string) {
  return asOwner(scope, async (trx, { members }) => {
    const outcome = rules.remove(members, { membershipId, by: scope.actor.accountId });
    if (!outcome.ok) return outcome;
    const { accountId, role } = outcome.value;
    await trx.deleteFrom('membership').where('id', '=', membershipId).execute();
    await recordEvent(trx, about(scope, accountId), 'membership.removed', { role });
    return ok({ membershipId });
  });
}

export function giveOwnership(scope: Scope<SignedIn>, membershipId: string) {
  return asOwner(scope, async (trx, { members }) => {
    const outcome = rules.makeOwner(members, membershipId);
    if (!outcome.ok) return outcome;
    const { accountId } = outcome.value;
    await trx
      .updateTable('membership')
      .set({ owner_since: scope.now })
      .where('id', '=', membershipId)
      .execute();
    await recordEvent(trx, about(scope, accountId), 'membership.ownership_given', {});
    return ok({ membershipId });
  });
}

export function giveUpOwnership(scope: Scope<SignedIn>) {
  return asOwner(scope, async (trx, { id, members }) => {
    const { accountId } = scope.actor;
    const outcome = rules.giveUp(members, accountId);
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('membership')
      .set({ owner_since: null })
      .where('organisation_id', '=', id)
      .where('account_id', '=', accountId)
      .execute();
    await recordEvent(trx, about(scope, accountId), 'membership.ownership_given_up', {});
    return ok({ accountId });
  });
}

/** In all roles there; their sessions in them go too. */
export function leaveOrganisation(
  scope: Scope<SignedIn>,
): Promise<Result<{ left: number }, 'not_found' | 'last_owner'>> {
  const { db, actor } = scope;
  return db.transaction().execute(async (trx) => {
    const place = await lockOrganisation(trx, actor.organisationId);
    const outcome = rules.leave(place?.members ?? [], actor.accountId);
    if (!outcome.ok) return outcome;
    for (const { membershipId, role } of outcome.value) {
      await trx.deleteFrom('membership').where('id', '=', membershipId).execute();
      await recordEvent(trx, about(scope, actor.accountId), 'membership.left', { role });
    }
    return ok({ left: outcome.value.length });
  });
}
