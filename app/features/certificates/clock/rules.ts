import { addDays, addMonths, dayOf, type Day } from '#app/platform/calendar.ts';
import { refuse } from '#app/platform/result.ts';

import { isUnheld, type Certificate, type Suspended } from '../model.ts';
import * as rules from '../rules.ts';

/** `suspension`: for the levy; `licence`: for a licence that ran out; `surveillance`: for one that was not held. */
export type ClockChange = 'expiry' | 'withdrawal' | 'suspension' | 'licence' | 'surveillance';

/** Nothing changes by clock without a word before it. */
export const stepsOf = (announceDays: readonly number[]) =>
  announceDays.length > 0 ? [...announceDays] : [7];

type Announced = { change: Exclude<ClockChange, 'expiry'>; actsOn: Day };

/** What the clock does by itself, and only as it was announced. */
export function byClock(certificate: Certificate, announced: Announced, now: Date, today: Day) {
  if (announced.actsOn > today) return refuse('not_yet');
  if (certificate.validUntil < today) return refuse('expired');
  if (announced.change === 'suspension') return rules.suspend(certificate, 'levy_unpaid', now);
  if (announced.change === 'licence') return rules.suspend(certificate, 'licence_lost', now);
  if (announced.change === 'surveillance') return rules.suspend(certificate, 'surveillance_not_held', now);
  if (isUnheld(certificate)) return refuse('not_due');
  return certificate.status === 'suspended'
    ? rules.withdraw(certificate, 'suspension_unresolved', now)
    : refuse('not_suspended');
}

/** The next thing that time alone brings, also before anybody was told of it; nothing of what is final. */
export function comingOf(certificate: Certificate, suspensionMonths: number, today: Day) {
  const { status, validUntil } = certificate;
  if (status === 'withdrawn' || status === 'superseded' || status === 'transferred') return undefined;
  if (validUntil < today) return undefined;
  const runs = status === 'suspended' && !isUnheld(certificate);
  const unresolved = runs ? unresolvedOn(certificate, suspensionMonths) : validUntil;
  return unresolved < validUntil
    ? { change: 'withdrawal' as const, on: unresolved }
    : { change: 'expiry' as const, on: validUntil };
}

type Licensed = { endsOn: Day | null; actsOn: Day | null; validUntil: Day };

/** When a licence that runs out suspends, once that is near enough to be announced: never before it was told in time. */
export function licenceComing(
  { endsOn, actsOn, validUntil }: Licensed,
  steps: readonly number[],
  today: Day,
) {
  if (endsOn === null) return undefined;
  const due = addDays(endsOn, 1);
  if (due > addDays(today, Math.max(...steps)) || due > validUntil) return undefined;
  const soonest = addDays(today, Math.min(...steps));
  return { endsOn, on: actsOn ?? (due > soonest ? due : soonest) };
}

/** The day a suspension has to be resolved by; of one that no clock ends, the day an officer has decided by. */
export const unresolvedOn = ({ since }: Pick<Suspended, 'since'>, months: number) =>
  addMonths(dayOf(since), months);
