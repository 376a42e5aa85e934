import { addDays, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Certificate } from '../model.ts';
import { transfer } from '../rules.ts';

export type Request = { id: string; state: string; dueOn: Day };

type Asking = {
  certificate: Certificate;
  open: Request | undefined;
  /** The body named is another than today's, and approved for the country and the sectors. */
  fits: boolean;
  /** Its people trained or advised the holder within two years. */
  advised: boolean;
};

/** Until when the new body reviews; a request that it let pass gives its place. */
export function ask({ certificate, open, fits, advised }: Asking, reviewDays: number, now: Date, today: Day) {
  const may = transfer(certificate, now, today);
  if (!may.ok) return may;
  if (open && open.dueOn >= today) return refuse('already_asked');
  if (!fits) return refuse('body_not_approved');
  return advised ? refuse('body_advised') : ok(addDays(today, reviewDays));
}

/** Somebody of the new body, as the one who may review. */
export type Reviewing = {
  request: Request;
  /** The scheme approved them as reviewer, today. */
  approved: boolean;
  /** By the records, or by what they declared here. */
  tied: boolean;
  declared: boolean;
};

export type Answering = Reviewing & {
  certificate: Certificate;
  fits: boolean;
  advised: boolean;
  /** A grave finding or an audit, told to the recruiter or not: which, the former body alone knows. */
  formerWork: boolean;
};

/** Once, before anything of the holder is read. */
export function declare({ request, declared }: Pick<Reviewing, 'request' | 'declared'>) {
  if (request.state !== 'requested') return refuse('already_answered');
  return declared ? refuse('already_declared') : ok(undefined);
}

export function decline({ request, approved, tied, declared }: Reviewing) {
  if (request.state !== 'requested') return refuse('already_answered');
  if (!approved) return refuse('reviewer_not_approved');
  if (tied) return refuse('tied');
  return declared ? ok(undefined) : refuse('declare_first');
}

/** The former body's papers are for the review alone: by whoever may answer, while there is something to answer. */
export function read(reviewing: Reviewing, today: Day) {
  const may = decline(reviewing);
  if (!may.ok) return may;
  return reviewing.request.dueOn < today ? refuse('review_over') : may;
}

/** What the old body left open is finished there first (IAF MD 2): only then does the certificate move. */
export function accept(answering: Answering, now: Date, today: Day) {
  const may = read(answering, today);
  if (!may.ok) return may;
  const { certificate, fits, advised, formerWork } = answering;
  if (!fits) return refuse('body_not_approved');
  if (advised) return refuse('body_advised');
  if (formerWork) return refuse('former_work_open');
  return transfer(certificate, now, today);
}
