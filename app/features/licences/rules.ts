import { daysBetween, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import {
  warningSteps,
  type Action,
  type Licence,
  type RevocationReason,
  type Shown,
  type SuspensionReason,
} from './model.ts';

/** A licence after a step, and what the step was. */
export type Step = { licence: Licence; action: Action };

const took = (licence: Licence, action: Action, change: Partial<Licence>) =>
  ok<Step>({ action, licence: { ...licence, ...change } });

/** Confirms what was declared: the licence, or else its renewal. */
export function confirm(licence: Licence, today: Day) {
  if (licence.standing === 'revoked') return refuse('already_revoked');
  if (licence.standing === 'declared') {
    return licence.validUntil < today
      ? refuse('licence_ended')
      : took(licence, 'confirmed', { standing: 'confirmed' });
  }
  if (licence.renewalUntil === null) return refuse('nothing_to_confirm');
  if (licence.renewalUntil < today) return refuse('licence_ended');
  return took(licence, 'renewal_confirmed', { validUntil: licence.renewalUntil, renewalUntil: null });
}

export function suspend(licence: Licence, reasonClass: SuspensionReason, today: Day) {
  switch (licence.standing) {
    case 'declared':
      return refuse('not_confirmed');
    case 'suspended':
      return refuse('already_suspended');
    case 'revoked':
      return refuse('already_revoked');
    case 'confirmed':
      return licence.validUntil < today
        ? refuse('licence_ended')
        : took(licence, 'suspended', { standing: 'suspended', reasonClass });
  }
}

export function reinstate(licence: Licence) {
  if (licence.standing === 'revoked') return refuse('already_revoked');
  if (licence.standing !== 'suspended') return refuse('not_suspended');
  return took(licence, 'reinstated', { standing: 'confirmed', reasonClass: null });
}

/** For good, whatever stood before: a declared one too, when it turns out never to have been issued. */
export function revoke(licence: Licence, reasonClass: RevocationReason) {
  if (licence.standing === 'revoked') return refuse('already_revoked');
  return took(licence, 'revoked', { standing: 'revoked', reasonClass, renewalUntil: null });
}

/** A renewal of a confirmed licence waits for its confirmation; until then the old last day holds. */
export function renew(licence: Licence, until: Day, today: Day) {
  if (licence.standing === 'revoked') return refuse('already_revoked');
  if (until < today) return refuse('licence_ended');
  if (until <= licence.validUntil || until === licence.renewalUntil) return refuse('renewal_not_later');
  return took(
    licence,
    'renewal_declared',
    licence.standing === 'declared' ? { validUntil: until } : { renewalUntil: until },
  );
}

/** What a licence counts as on a day. */
export function shownOn({ standing, validUntil }: Pick<Licence, 'standing' | 'validUntil'>, day: Day): Shown {
  return standing !== 'revoked' && validUntil < day ? 'expired' : standing;
}

/** The warning that applies on a day: 90, 30 or 7 days ahead, 0 when it has ended, none when all is well. */
export function warningOn(validUntil: Day, today: Day): 90 | 30 | 7 | 0 | undefined {
  if (validUntil < today) return 0;
  const left = daysBetween(today, validUntil);
  return warningSteps.find((step) => left <= step);
}
