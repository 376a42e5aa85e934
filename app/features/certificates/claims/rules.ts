import type { Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Certificate } from '../model.ts';
import type { ClaimState } from './model.ts';

/** Only what is in force is claimed in public. */
export function claim(certificate: Certificate, today: Day) {
  switch (certificate.status) {
    case 'active':
    case 'active_under_watch':
      return certificate.validUntil < today ? refuse('expired') : ok({ claimed: true });
    case 'suspended':
    case 'withdrawn':
    case 'superseded':
    case 'transferred':
      return refuse(certificate.status);
  }
}

type Answering = { state: ClaimState; tied: boolean };

export function answerClaim(
  { state, tied }: Answering,
  certificate: Certificate,
  outcome: 'registered' | 'refused',
  today: Day,
) {
  if (state !== 'requested') return refuse('already_answered');
  if (tied) return refuse('tied');
  return outcome === 'refused' ? ok({ claimed: false }) : claim(certificate, today);
}

/** Only what was granted is taken back; what ended with its certificate stays as it ended. */
export function withdrawClaim({ state, tied }: Answering) {
  if (state === 'ended') return refuse('use_ended');
  if (state !== 'registered') return refuse('use_not_granted');
  return tied ? refuse('tied') : ok({ claimed: false });
}
