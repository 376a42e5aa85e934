import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';

import { mayRecertify, mayRestore } from '../cycle/rules.ts';
import { mayGrow } from '../extension/rules.ts';
import type { Certificate } from '../model.ts';
import { isLiftedByPanel, lift } from '../rules.ts';
import type { Condition, Laid, Matter, MatterKind, VoteChoice } from './model.ts';

/** How somebody of the panel stands to a matter: `bar` names what keeps them from it, `voted` on this very package. */
export type Member = { bar: string | null; declared: boolean; voted: boolean };

/** Whether the panel still has it. */
export function isBefore({ state, kind, applicationState }: Matter) {
  if (state === 'dropped') return refuse('matter_dropped');
  if (state === 'decided') return refuse('not_decision_pending');
  if (kind === 'initial' && applicationState !== 'decision_pending') return refuse('not_decision_pending');
  if (kind === 'abandoned_audit' && applicationState !== 'in_audit') return refuse('not_decision_pending');
  return ok({ kind });
}

type Asked = Pick<Matter, 'kind' | 'certificate' | 'months'>;

/** Whether what is asked can still be done: certificates go on living while a matter waits. */
export function isAsked({ kind, certificate, months }: Asked, now: Date): Result<unknown> {
  if (certificate === null) return ok({ kind });
  const today = dayOf(now);
  switch (kind) {
    case 'initial':
    case 'abandoned_audit':
      return ok({ kind });
    case 'recertification':
      return mayRecertify(certificate, months, today);
    case 'restoration':
      return mayRestore(certificate, months, today);
    case 'scope_extension':
      return mayGrow(certificate, today);
    case 'lift':
      return lift(certificate, now, today);
  }
}

const endings = [
  ...['withdrawn', 'superseded', 'transferred', 'expired', 'too_late', 'not_suspended', 'ended_suspended'],
];

/** A refusal that no later day takes back: what was asked has lost its object. */
export const isOver = (refusal: string) => endings.includes(refusal);

/**
 * What comes before the panel again where an appeal overturned its refusal: what was asked, also where something else has
 * to come first, or the restoration of a certificate that has expired meanwhile; refused where nothing is left to grant.
 */
export function askAgain(asked: Asked, now: Date): Result<MatterKind> {
  const still = isAsked(asked, now);
  if (still.ok || !isOver(still.refusal)) return ok(asked.kind);
  const restoring = asked.kind === 'recertification' && isAsked({ ...asked, kind: 'restoration' }, now).ok;
  return restoring ? ok('restoration') : still;
}

type Abandoned = { state: string; certificateId: string | null };
type Following = { applicationState: string; open: boolean; tied: boolean; ended: boolean };

/**
 * An officer puts an audit that was refused or broken off before the panel. `ended`: it ended with its application, and
 * nothing is left to say. Of a certificate's audit the facts themselves suspend it.
 */
export function putAbandoned({ state, certificateId }: Abandoned, following: Following) {
  const { applicationState, open, tied, ended } = following;
  if ((state !== 'aborted' && state !== 'refused_by_auditee') || ended) return refuse('not_abandoned');
  if (certificateId !== null) return refuse('audit_of_certificate');
  if (applicationState !== 'in_audit') return refuse('application_not_in_audit');
  if (open) return refuse('already_open');
  return tied ? refuse('tied') : ok(undefined);
}

type Review = { open: boolean; tied: boolean; grave: boolean };

/** An officer puts a suspension before the panel once everything grave is closed. */
export function putForLift(certificate: Certificate, { open, tied, grave }: Review, now: Date) {
  const liftable = lift(certificate, now, dayOf(now));
  if (!liftable.ok) return liftable;
  if (!isLiftedByPanel(certificate)) return refuse('officer_lifts');
  if (open) return refuse('already_open');
  if (tied) return refuse('tied');
  return grave ? refuse('grave_findings') : ok(undefined);
}

/** Before anything of the package is read; a declared conflict stays, and an earlier part in it needs no declaring. */
export function declare(matter: Matter, { bar, declared }: Member, conflicted: boolean) {
  const before = isBefore(matter);
  if (!before.ok) return before;
  if (bar !== null) return refuse(bar);
  return declared && !conflicted ? refuse('already_declared') : ok({ conflicted });
}

/** Whoever had a part in it, or has not declared, does not read what lies before the panel. */
export function read({ bar, declared }: Member) {
  if (bar !== null) return refuse(bar);
  return declared ? ok({ declared }) : refuse('declare_first');
}

/** Votes of others are read by whoever cast its own, and by all of the panel once nothing is left to vote on. */
export const readsVotes = ({ state }: Pick<Matter, 'state'>, { voted }: Pick<Member, 'voted'>) =>
  voted || state !== 'open';

export const isClosed = ({ meeting }: Pick<Matter, 'meeting'>, now: Date) =>
  meeting !== null && (meeting.closedAt !== null || meeting.closesAt < now);

type Ballot = { vote: VoteChoice; package: string; points: readonly { findingId: string }[] };
type Casting = { matter: Matter; member: Member; laid: Laid };

/** One vote each, by people who had no part in it, while the panel has the matter and its meeting lasts. */
export function mayVote(matter: Matter, member: Member, now: Date) {
  const before = isBefore(matter);
  if (!before.ok) return before;
  const reader = read(member);
  if (!reader.ok) return reader;
  const asked = isAsked(matter, now);
  if (!asked.ok) return asked;
  if (isClosed(matter, now)) return refuse('meeting_closed');
  return member.voted ? refuse('already_voted') : ok({ declared: true });
}

/** On the package as the member read it, with a word on all that is open in it. */
export function castVote({ matter, member, laid }: Casting, ballot: Ballot, now: Date) {
  const allowed = mayVote(matter, member, now);
  if (!allowed.ok) return allowed;
  if (ballot.package !== laid.package) return refuse('package_changed');
  if (ballot.vote !== 'refuse' && (ballot.vote === 'return') !== (matter.kind === 'abandoned_audit'))
    return refuse('vote_does_not_fit');
  if (ballot.vote !== 'refuse' && ballot.vote !== 'return' && laid.open.some(({ blocks }) => blocks))
    return refuse('grave_findings_open');
  if (ballot.vote !== 'refuse' && laid.bar !== null) return refuse(laid.bar);
  if (laid.open.some(({ id }) => ballot.points.every(({ findingId }) => findingId !== id)))
    return refuse('points_without_reasons');
  return ok({ vote: ballot.vote });
}

export type Counted = { vote: VoteChoice; conditions: readonly Condition[] };
export type Outcome =
  | { state: 'waiting'; missing: number }
  | { state: 'tied' }
  | { state: 'decided'; outcome: 'granted'; conditions: Condition[] }
  | { state: 'decided'; outcome: 'refused' | 'returned' };

/** The majority once enough have voted. Even votes decide nothing: the matter stays open for another member's vote. */
export function outcomeOf(votes: readonly Counted[], quorum: number): Outcome {
  if (votes.length < quorum) return { state: 'waiting', missing: quorum - votes.length };
  const refusing = votes.filter(({ vote }) => vote === 'refuse').length;
  const granting = votes.length - refusing;
  if (granting === refusing) return { state: 'tied' };
  if (refusing > granting) return { state: 'decided', outcome: 'refused' };
  if (votes.some(({ vote }) => vote === 'return')) return { state: 'decided', outcome: 'returned' };
  return { state: 'decided', outcome: 'granted', conditions: union(votes) };
}

/** Every condition anybody set; one that two set is due on the earlier day. */
function union(votes: readonly Counted[]) {
  const all = new Map<string, Condition>();
  for (const condition of votes.flatMap(({ conditions }) => conditions)) {
    const text = condition.text.trim();
    const known = all.get(text);
    if (!known || condition.dueOn < known.dueOn) all.set(text, { ...condition, text });
  }
  return [...all.values()];
}
