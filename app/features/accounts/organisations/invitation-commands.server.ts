import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { requestLink, useLink } from '../links/links.server.ts';
import { linkHours } from '../links/model.ts';
import { hashPassword } from '#app/platform/sealed/password.server.ts';
import { violated } from './constraints.server.ts';
import type { InviteForm, JoinForm } from './forms.ts';
import { mayManagePeople } from './policy.ts';
import {
  findInvitee,
  lockOrganisation,
  openInvitation,
  type Invitation,
  type Place,
} from './queries.server.ts';
import * as rules from './rules.ts';

/** The row, its link and the fact together; `members` and role were looked at before. */
export async function layInvitation(
  trx: Transaction<Database>,
  { actor, now }: Pick<Scope<SignedIn>, 'actor' | 'now'>,
  { id: organisationId, kind }: Pick<Place, 'id' | 'kind'>,
  { email, role, asOwner }: InviteForm,
) {
  const { id } = await trx
    .insertInto('invitation')
    .values({
      organisation_id: organisationId,
      organisation_kind: kind,
      role,
      as_owner: asOwner,
      email,
      invited_by: actor.accountId,
      created_at: now,
      expires_at: new Date(now.getTime() + linkHours.accept_invitation * 3_600_000),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await requestLink(trx, { actor, now }, { purpose: 'accept_invitation', email, invitationId: id });
  const about = { actor, now, subject: organisationId, related: [organisationId] };
  await recordEvent(trx, about, 'invitation.sent', { invitationId: id, role });
  return id;
}

/** True when the same person was asked already and has not answered. */
export const isAsked = (trx: Transaction<Database>, organisationId: string, wanted: InviteForm, now: Date) =>
  trx
    .selectFrom('invitation')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('email', '=', wanted.email)
    .where('role', '=', wanted.role)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();

export function invite({ db, actor, now }: Scope<SignedIn>, form: InviteForm) {
  return db.transaction().execute(async (trx) => {
    const place = await lockOrganisation(trx, actor.organisationId);
    if (!place || !mayManagePeople(actor, place.id)) return refuse('forbidden');
    if (!rules.isOwner(place.members, actor.accountId)) return refuse('forbidden');
    const outcome = rules.invite(place.members, { kind: place.kind, ...form });
    if (!outcome.ok) return outcome;
    if (await isAsked(trx, place.id, form, now)) return refuse('already_invited');
    return ok({ id: await layInvitation(trx, { actor, now }, place, form) });
  });
}

export function revokeInvitation({ db, actor, now }: Scope<SignedIn>, invitationId: string) {
  return db.transaction().execute(async (trx) => {
    const place = await lockOrganisation(trx, actor.organisationId);
    if (!place || !mayManagePeople(actor, place.id)) return refuse('forbidden');
    if (!rules.isOwner(place.members, actor.accountId)) return refuse('forbidden');
    const invitation = await trx
      .selectFrom('invitation')
      .select(['id', 'role', 'accepted_at', 'revoked_at'])
      .where(isId('id', invitationId))
      .where('organisation_id', '=', place.id)
      .forUpdate()
      .executeTakeFirst();
    if (!invitation) return refuse('not_found');
    const { id, role, accepted_at, revoked_at } = invitation;
    if (accepted_at || revoked_at) return refuse('already_answered');
    await trx.updateTable('invitation').set({ revoked_at: now }).where('id', '=', id).execute();
    const about = { actor, now, subject: place.id, related: [place.id] };
    await recordEvent(trx, about, 'invitation.revoked', { invitationId: id, role });
    return ok({ id });
  });
}

type Asking = Pick<Scope, 'db' | 'now'>;

/** Whoever has an account joins with it: the one that proves itself by the invited address, and no other. */
export function acceptInvitation({ db, now }: Asking, secret: string, accountId: string) {
  const joining = db.transaction().execute(async (trx) => {
    const invitation = await openInvitation(trx, secret, { now, lock: true });
    if (!invitation.ok) return invitation;
    const invitee = await findInvitee(trx, invitation.value.email, { lock: true });
    if (invitee?.accountId !== accountId) return refuse('another_address');
    const { organisationId, kind, role } = invitation.value;
    const here = invitee.places.filter((place) => place.organisationId === organisationId);
    if (here.some((place) => place.role === role)) return refuse('already_member');
    const outcome = rules.join(
      invitee.places.map((place) => place.kind),
      kind,
    );
    if (!outcome.ok) return outcome;
    const link = await useLink(trx, secret, { purposes: ['accept_invitation'], now });
    return link.ok ? ok(await addMember(trx, now, invitation.value, accountId)) : link;
  });
  return joining.catch((error: unknown) => {
    if (violated(error, 'membership_scheme_does_not_audit')) return refuse('incompatible_roles');
    throw error;
  });
}

/** What a password is worth, with the words its person would use first. */
export type Judge = (password: string, words: string[]) => Promise<Judged> | Judged;
type Judged = { ok: true } | { ok: false; message: string };

/** Whoever has no account gets one: the link proves the address. */
export async function joinAsNew({ db, now }: Asking, secret: string, form: JoinForm, judge: Judge) {
  const asked = await openInvitation(db, secret, { now });
  if (!asked.ok) return asked;
  const { email, organisation } = asked.value;
  const judged = await judge(form.password, [form.name, email, organisation]);
  if (!judged.ok) return refuse(`weak_password:${judged.message}`);
  const passwordHash = await hashPassword(form.password);
  const joining = db.transaction().execute(async (trx) => {
    const invitation = await openInvitation(trx, secret, { now, lock: true });
    if (!invitation.ok) return invitation;
    if (await findInvitee(trx, email)) return refuse('address_taken');
    const link = await useLink(trx, secret, { purposes: ['accept_invitation'], now });
    if (!link.ok) return link;
    const { id } = await trx
      .insertInto('account')
      .values({ email, name: form.name, password_hash: passwordHash, created_at: now, verified_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { organisationId, role } = invitation.value;
    const actor = { kind: role, accountId: id, organisationId };
    const about = { actor, now, subject: id, related: [organisationId] };
    await recordEvent(trx, about, 'account.opened', {});
    return ok(await addMember(trx, now, invitation.value, id));
  });
  return joining.catch((error: unknown) => {
    if (violated(error, 'account_email_key')) return refuse('address_taken');
    throw error;
  });
}

async function addMember(trx: Transaction<Database>, now: Date, invitation: Invitation, accountId: string) {
  const { id: invitationId, organisationId, kind, role, asOwner } = invitation;
  const { id: membershipId } = await trx
    .insertInto('membership')
    .values({
      account_id: accountId,
      organisation_id: organisationId,
      organisation_kind: kind,
      role,
      created_at: now,
      owner_since: asOwner ? now : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('invitation')
    .set({ accepted_at: now, accepted_by: accountId })
    .where('id', '=', invitationId)
    .execute();
  const about = {
    actor: { kind: role, accountId, organisationId },
    now,
    subject: accountId,
    related: [organisationId],
  };
  await recordEvent(trx, about, 'invitation.accepted', { invitationId, role });
  await recordEvent(trx, about, 'membership.added', { role });
  if (asOwner) await recordEvent(trx, about, 'membership.ownership_given', {});
  return { membershipId, accountId };
}
