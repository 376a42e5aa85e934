import { daysBetween, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { warningSteps, type Approval, type ApprovalStanding, type WarningStep } from './model.ts';

export function standingOn(approval: Pick<Approval, 'validFrom' | 'validUntil' | 'endedOn'>, today: Day) {
  const { validFrom, validUntil, endedOn } = approval;
  const standing = (value: ApprovalStanding) => value;
  if (endedOn !== null && endedOn <= today) return standing('ended');
  if (validUntil < today) return standing('expired');
  if (validFrom > today) return standing('to_come');
  return standing(warningOn(validUntil, today) === undefined ? 'in_force' : 'ending');
}

/** The nearest warning of an end that is due on a day; none while it is far away or past. */
export function warningOn(validUntil: Day, today: Day): WarningStep | undefined {
  const left = daysBetween(today, validUntil);
  return left < 0 ? undefined : warningSteps.find((step) => left <= step);
}

/** Whether approvals together cover a country and all of its sectors on a day; the database asks the same: `body_is_approved`. */
export function covers(
  approvals: readonly Approval[],
  { country, sectors }: { country: string; sectors: readonly string[] },
  day: Day,
) {
  const inForce = approvals.filter(
    (approval) =>
      approval.countries.includes(country) && ['in_force', 'ending'].includes(standingOn(approval, day)),
  );
  return inForce.length > 0 && sectors.every((code) => inForce.some((each) => each.sectors.includes(code)));
}

export function grant({ validFrom, validUntil }: { validFrom: Day; validUntil: Day }, today: Day) {
  if (validUntil < today) return refuse('approval_past');
  return ok({ validFrom, validUntil });
}

/** Ended from this moment: nobody engages the body any more, audits that are under way go on. */
export function end(approval: Pick<Approval, 'validFrom' | 'validUntil' | 'endedOn'>, today: Day) {
  if (approval.endedOn !== null) return refuse('approval_ended');
  return approval.validUntil < today ? refuse('approval_expired') : ok({ ...approval, endedOn: today });
}
