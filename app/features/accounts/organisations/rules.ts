import { addMonths, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { rolesOf, type OrganisationKind } from '../model.ts';

/** One of an organisation's people, in one of their roles. */
export type Member = {
  membershipId: string;
  accountId: string;
  email: string | null;
  role: string;
  owner: boolean;
};

/** Whoever works in one of these works in no other of them (separation of duties, domain 2.1). */
const apart: readonly string[] = ['scheme', 'audit_body', 'recruiter'];

/** `held` are the kinds of organisation a person works in already. */
export function join(held: readonly string[], kind: string) {
  const clash = apart.includes(kind) && held.some((other) => apart.includes(other) && other !== kind);
  return clash ? refuse('incompatible_roles') : ok(kind);
}

export const isOwner = (members: readonly Member[], accountId: string) =>
  members.some((member) => member.owner && member.accountId === accountId);

type Wanted = { kind: OrganisationKind; role: string };

export function invite(members: readonly Member[], { kind, role, email }: Wanted & { email: string }) {
  if (!rolesOf[kind].includes(role)) return refuse('role_does_not_fit');
  const there = members.some((member) => member.email === email && member.role === role);
  return there ? refuse('already_member') : ok(role);
}

type Asked = { membershipId: string; by: string };

/** Nobody changes their own rights: two people know of every change. */
function another(members: readonly Member[], { membershipId, by }: Asked) {
  const member = members.find((candidate) => candidate.membershipId === membershipId);
  if (!member) return refuse('not_found');
  return member.accountId === by ? refuse('not_yourself') : ok(member);
}

export function changeRole(members: readonly Member[], asked: Asked, { kind, role }: Wanted) {
  const found = another(members, asked);
  if (!found.ok) return found;
  if (!rolesOf[kind].includes(role)) return refuse('role_does_not_fit');
  const held = members.some((member) => member.accountId === found.value.accountId && member.role === role);
  return held ? refuse('already_has_role') : found;
}

export function remove(members: readonly Member[], asked: Asked) {
  const found = another(members, asked);
  if (!found.ok) return found;
  const left = members.filter(({ membershipId }) => membershipId !== asked.membershipId);
  return left.some(({ owner }) => owner) ? found : refuse('last_owner');
}

export function makeOwner(members: readonly Member[], membershipId: string) {
  const member = members.find((candidate) => candidate.membershipId === membershipId);
  if (!member) return refuse('not_found');
  return member.owner ? refuse('already_owner') : ok(member);
}

const othersOwn = (members: readonly Member[], accountId: string) =>
  members.some((member) => member.owner && member.accountId !== accountId);

/** Ownership is of a person: in all their roles here at once. */
export function giveUp(members: readonly Member[], accountId: string) {
  if (!isOwner(members, accountId)) return refuse('not_an_owner');
  return othersOwn(members, accountId) ? ok(accountId) : refuse('last_owner');
}

/** Whoever leaves, leaves in all their roles here; answers which. */
export function leave(members: readonly Member[], accountId: string) {
  const mine = members.filter((member) => member.accountId === accountId);
  if (mine.length === 0) return refuse('not_found');
  return othersOwn(members, accountId) ? ok(mine) : refuse('last_owner');
}

/** The scheme steps in only where nobody is left to invite anybody. */
export const reopen = (members: readonly Member[]) =>
  members.some(({ owner }) => owner) ? refuse('has_owner') : ok(members);

type Standing = { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

/** What an invitation is by now: it opens once, and not after it was taken back. */
export function open({ acceptedAt, revokedAt, expiresAt }: Standing, now: Date) {
  if (acceptedAt) return refuse('used_link');
  if (revokedAt) return refuse('revoked_link');
  return expiresAt <= now ? refuse('expired_link') : ok(expiresAt);
}

/** `auditedOn` are the last days of this person's audits of that recruiter. */
export function advise(auditedOn: readonly Day[], givenOn: Day, today: Day) {
  if (givenOn > today) return refuse('not_yet_given');
  return auditedOn.some((last) => givenOn < addMonths(last, 24)) ? refuse('audited_recently') : ok(givenOn);
}
