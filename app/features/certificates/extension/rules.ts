import type { Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Certificate } from '../model.ts';
import type { Covered } from '../scope/rules.ts';
import type { ScopeRequest } from './model.ts';

const parts = ['corridors', 'sectors', 'offices'] as const;

/** Only what counts can cover more: a suspension is lifted first. */
function mayGrow(certificate: Certificate, today: Day) {
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
  if (open) return refuse('already_asked');
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

type Answering = {
  certificate: Certificate;
  covered: Covered;
  request: ScopeRequest;
  /** The officer is tied to the holder: somebody else answers. */
  tied: boolean;
  /** The audit body is approved for the country and every sector of the wider scope. */
  bodyApproved: boolean;
};

/** The scope as it will be, in the order it grew. */
export function extend({ certificate, covered, request, tied, bodyApproved }: Answering, today: Day) {
  const open = answerable(request, tied);
  if (!open.ok) return open;
  const may = mayGrow(certificate, today);
  if (!may.ok) return may;
  if (!bodyApproved) return refuse('body_not_approved');
  const next = widened(covered, request.added);
  // What was asked for may have come into the scope by another way.
  return parts.every((part) => next[part].length === covered[part].length) ? refuse('nothing_new') : ok(next);
}

/** Refused also when the certificate has ended meanwhile: whoever asked gets an answer. */
export const refuseExtension = ({ request, tied }: Pick<Answering, 'request' | 'tied'>) =>
  answerable(request, tied);

function answerable({ state }: ScopeRequest, tied: boolean) {
  if (state !== 'requested') return refuse('already_answered');
  return tied ? refuse('tied') : ok(undefined);
}

export const widened = (covered: Covered, added: Covered): Covered => ({
  corridors: [...new Set([...covered.corridors, ...added.corridors])],
  sectors: [...new Set([...covered.sectors, ...added.sectors])],
  offices: [...new Set([...covered.offices, ...added.offices])],
});
