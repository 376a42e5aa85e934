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
};

/** Until when the new body reviews; a request that it let pass gives its place. */
export function ask({ certificate, open, fits }: Asking, reviewDays: number, now: Date, today: Day) {
  const may = transfer(certificate, now, today);
  if (!may.ok) return may;
  if (open && open.dueOn >= today) return refuse('already_asked');
  return fits ? ok(addDays(today, reviewDays)) : refuse('body_not_approved');
}

export type Answering = {
  certificate: Certificate;
  request: Request;
  tied: boolean;
  fits: boolean;
  /** A grave finding or an audit, told to the recruiter or not: which, the former body alone knows. */
  formerWork: boolean;
};

/** What the old body left open is finished there first (IAF MD 2): only then does the certificate move. */
export function accept(answering: Answering, now: Date, today: Day) {
  const open = decline(answering);
  if (!open.ok) return open;
  const { certificate, request, fits, formerWork } = answering;
  if (request.dueOn < today) return refuse('review_over');
  if (!fits) return refuse('body_not_approved');
  if (formerWork) return refuse('former_work_open');
  return transfer(certificate, now, today);
}

export function decline({ request, tied }: Pick<Answering, 'request' | 'tied'>) {
  if (request.state !== 'requested') return refuse('already_answered');
  return tied ? refuse('tied') : ok(undefined);
}
