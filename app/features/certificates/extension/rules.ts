import type { Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { mayRestore } from '../cycle/rules.ts';
import type { Certificate } from '../model.ts';
import type { Covered } from '../scope/rules.ts';
import type { ScopeRequest } from './model.ts';

const parts = ['corridors', 'sectors', 'offices'] as const;

/** Only what counts can cover more: a suspension is lifted first. */
export function mayGrow(certificate: Certificate, today: Day) {
  switch (certificate.status) {
    case 'active':
    case 'active_under_watch':
      return certificate.validUntil < today ? refuse('expired') : ok(undefined);
    case 'suspended':
    case 'withdrawn':
    case 'superseded':
    case 'transferred':
      return refuse(certificate.status);
  }
}

type Standing = { certificate: Certificate; covered: Covered; open: boolean };

/** What is new of what was asked for; one request at a time. */
export function ask({ certificate, covered, open }: Standing, asked: Covered, today: Day) {
  const may = mayGrow(certificate, today);
  if (!may.ok) return may;
  return open ? refuse('already_asked') : newOf(covered, asked);
}

function newOf(covered: Covered, asked: Covered) {
  const fresh = (part: keyof Covered) => [
    ...new Set(asked[part].filter((one) => !covered[part].includes(one))),
  ];
  const added: Covered = {
    corridors: fresh('corridors'),
    sectors: fresh('sectors'),
    offices: fresh('offices'),
  };
  return parts.every((part) => added[part].length === 0) ? refuse('nothing_new') : ok(added);
}

type Outliving = {
  certificate: Certificate;
  request: ScopeRequest;
  /** The certificate in its place, where one stands. */
  next: Standing | undefined;
  /** Its audit has begun. */
  begun: boolean;
  /** What was ordered can be ordered again: its day is still to come, and whoever ordered it still may. */
  orderable: boolean;
  restorationMonths: number;
};
type Followed =
  | { state: 'ended'; answer: string }
  | {
      state: 'carried';
      answer: string;
      certificate: Certificate;
      as: 'requested' | 'audit_needed';
      added: Covered;
    };

/**
 * What becomes of a request whose certificate gave its place or ended. It goes on with the one in its place: with the
 * audit it takes, or where that has begun or its day has passed, to an officer once more. Else it ends, and says why; but
 * not while what expired may come back.
 */
export function outlive({ certificate, request, next, ...given }: Outliving, today: Day) {
  const { begun, orderable } = given;
  const { state } = request;
  if (state !== 'requested' && state !== 'audit_needed') return refuse('already_answered');
  if (!hasEnded(certificate, today)) return refuse('certificate_stands');
  const ended = (answer: string) => ok<Followed>({ state: 'ended', answer });
  if (!next && mayRestore(certificate, given, today).ok) return refuse('may_be_restored');
  if (!next || hasEnded(next.certificate, today))
    return ended(`Certificate ${certificate.number} ended before this was answered.`);
  const { number } = next.certificate;
  if (next.open) return ended(`The same agency has asked anew under certificate ${number}.`);
  const added = newOf(next.covered, request.added);
  if (!added.ok) return ended(`Certificate ${number}, which took its place, covers this already.`);
  return ok<Followed>({
    state: 'carried',
    answer: `It goes on with certificate ${number}, which took the place of this one.`,
    certificate: next.certificate,
    as: state === 'audit_needed' && orderable && !begun ? 'audit_needed' : 'requested',
    added: added.value,
  });
}

function hasEnded({ status, validUntil }: Certificate, today: Day) {
  switch (status) {
    case 'active':
    case 'active_under_watch':
    case 'suspended':
      return validUntil < today;
    case 'withdrawn':
    case 'superseded':
    case 'transferred':
      return true;
  }
}

type Answering = {
  certificate: Certificate;
  covered: Covered;
  request: ScopeRequest;
  /** The officer is tied to the holder: somebody else answers. */
  tied: boolean;
  /** The audit body is approved for the country and every sector of the wider scope. */
  bodyApproved: boolean;
  /** What the holder has to answer first: a grave finding, a licence of the wider scope that was taken away. */
  bar: 'holder_has_grave_finding' | 'licence_lost' | null;
};

/** The scope as it will be, in the order it grew: by an officer, where no audit is needed. */
export function extend(answering: Answering, today: Day) {
  const { request, tied } = answering;
  const open = answerable(request, tied);
  if (!open.ok) return open;
  return request.state === 'requested' ? grown(answering, today) : refuse('panel_extends');
}

/** An officer found that the wider scope has to be seen on site: the panel answers after the audit. */
export function needAudit({ certificate, request, tied, bodyApproved }: Answering, dueOn: Day, today: Day) {
  const open = answerable(request, tied);
  if (!open.ok) return open;
  if (request.state !== 'requested') return refuse('audit_ordered');
  const may = mayGrow(certificate, today);
  if (!may.ok) return may;
  if (!bodyApproved) return refuse('body_not_approved');
  if (dueOn < today) return refuse('day_passed');
  return dueOn > certificate.validUntil ? refuse('after_certificate') : ok(dueOn);
}

type Audited = Omit<Answering, 'tied'>;

/** The same by the panel, after its audit. */
export const extendAudited = (audited: Audited, today: Day) =>
  audited.request.state === 'audit_needed' ? grown(audited, today) : refuse('already_answered');

function grown({ certificate, covered, request, bodyApproved, bar }: Audited, today: Day) {
  const may = mayGrow(certificate, today);
  if (!may.ok) return may;
  if (!bodyApproved) return refuse('body_not_approved');
  if (bar !== null) return refuse(bar);
  const next = widened(covered, request.added);
  // What was asked for may have come into the scope by another way.
  return parts.every((part) => next[part].length === covered[part].length) ? refuse('nothing_new') : ok(next);
}

type Refusing = Pick<Answering, 'request' | 'tied'> & { withPanel: boolean };

/** Refused also when the certificate has ended meanwhile: whoever asked gets an answer, from the panel where it has it. */
export function refuseExtension({ request, tied, withPanel }: Refusing) {
  const open = answerable(request, tied);
  if (!open.ok) return open;
  return withPanel ? refuse('with_the_panel') : ok(undefined);
}

function answerable({ state }: ScopeRequest, tied: boolean) {
  if (state !== 'requested' && state !== 'audit_needed') return refuse('already_answered');
  return tied ? refuse('tied') : ok(undefined);
}

export const widened = (covered: Covered, added: Covered): Covered => ({
  corridors: [...new Set([...covered.corridors, ...added.corridors])],
  sectors: [...new Set([...covered.sectors, ...added.sectors])],
  offices: [...new Set([...covered.offices, ...added.offices])],
});
