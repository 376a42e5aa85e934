import type { Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { authorisable, type Authorisation, type Details, type Partner } from './model.ts';

type Parent = Pick<Partner, 'id' | 'organisationId' | 'kind' | 'endedOn'>;

/** A sub-agent may work under a partner agency of the same network. */
export function placeUnder(
  { kind, parentId }: Pick<Details, 'kind' | 'parentId'>,
  self: { id?: string; organisationId: string },
  parent: Parent | undefined,
) {
  if (parentId === null) return ok(null);
  if (kind !== 'sub_agent') return refuse('only_sub_agents_have_one');
  if (!parent || parent.organisationId !== self.organisationId || parent.id === self.id)
    return refuse('no_such_agency');
  if (parent.kind !== 'partner_agency' || parent.endedOn !== null) return refuse('no_such_agency');
  return ok(parent.id);
}

/** `revision`: the one the person saw. What a partner is does not change; who it is and how to reach it may. */
export function change(
  partner: Partner,
  { details, revision }: { details: Details; revision: number },
  authorised: Authorisation | undefined,
) {
  if (partner.endedOn !== null) return refuse('already_ended');
  if (partner.revision !== revision) return refuse('saved_meanwhile');
  if (partner.kind !== details.kind) return refuse('kind_stands');
  if (authorised && authorised.phones.some((phone) => !details.phones.includes(phone)))
    return refuse('phone_authorised');
  return ok<Partner>({ ...partner, ...details, revision: revision + 1 });
}

/** Says that a partner may present itself as authorised, by some of its numbers, from today. */
export function authorise(
  partner: Partner,
  { phones, today }: { phones: readonly string[]; today: Day },
  authorised: Authorisation | undefined,
) {
  if (partner.endedOn !== null) return refuse('already_ended');
  if (!authorisable.includes(partner.kind)) return refuse('kind_not_authorised');
  if (phones.length === 0) return refuse('phone_missing');
  if (phones.some((phone) => !partner.phones.includes(phone))) return refuse('phone_not_on_record');
  const same = authorised?.phones.length === phones.length;
  if (same && phones.every((phone) => authorised.phones.includes(phone))) return refuse('already_authorised');
  return ok({ startedOn: today, phones: [...phones] });
}

export function endAuthorisation(authorised: Authorisation | undefined, today: Day) {
  return authorised ? ok({ ...authorised, endedOn: today }) : refuse('not_authorised');
}

/** `told`: an application was sent, or somebody relied on the partner: then it ends and stays on record. */
export function end(partner: Partner, { endedOn, today, told }: { endedOn: Day; today: Day; told: boolean }) {
  if (partner.endedOn !== null) return refuse('already_ended');
  if (endedOn > today) return refuse('end_in_future');
  if (partner.since !== null && endedOn < partner.since) return refuse('end_before_start');
  return ok(told ? ('ended' as const) : ('removed' as const));
}
