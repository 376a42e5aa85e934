import { addMonths, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { warningOn } from '../approvals/rules.ts';
import {
  roleFor,
  witnessedYears,
  type AuditorApproval,
  type AuditorStanding,
  type BodyRole,
  type Level,
  type WitnessOutcome,
} from './model.ts';

/** The database asks the same of a day: `auditor_is_approved`. */
export function standingOn(approval: AuditorApproval, today: Day) {
  const { outcome, validFrom, validUntil, endedOn, suspensions } = approval;
  const standing = (value: AuditorStanding) => value;
  if (outcome === null) return standing('asked');
  if (outcome === 'refused' || validFrom === null || validUntil === null) return standing('refused');
  if (endedOn !== null && endedOn <= today) return standing('ended');
  if (validUntil < today) return standing('expired');
  if (suspensions.some(({ from, until }) => from <= today && (until === null || until > today)))
    return standing('suspended');
  if (validFrom > today) return standing('to_come');
  return standing(warningOn(validUntil, today) === undefined ? 'in_force' : 'ending');
}

/** Whether one of these lets somebody work at this level on a day: whoever may lead may also follow; reviewing is a work of its own. */
export const mayWork = (approvals: readonly AuditorApproval[], level: Level, day: Day) =>
  approvals.some(
    (approval) =>
      (approval.level === level || (level === 'auditor' && approval.level === 'lead_auditor')) &&
      ['in_force', 'ending'].includes(standingOn(approval, day)),
  );

type Standing = { leads: boolean; reviews: boolean };

/** Without somebody who leads a body plans no audit; without a reviewer none of its reports becomes final. */
export const missingAt = (people: readonly Standing[]) => [
  ...(people.some(({ leads }) => leads) ? [] : (['lead_auditor'] as const)),
  ...(people.some(({ reviews }) => reviews) ? [] : (['reviewer'] as const)),
];

type Witnessed = { witnessedOn: Day; outcome: WitnessOutcome };

/** Somebody watched them audit, and was satisfied, in the years before; the database asks the same. */
export const isWitnessed = (audits: readonly Witnessed[], today: Day) =>
  audits.some(
    ({ witnessedOn, outcome }) =>
      outcome === 'satisfactory' &&
      witnessedOn <= today &&
      witnessedOn > addMonths(today, -12 * witnessedYears),
  );

type Asking = { earlier: readonly Pick<AuditorApproval, 'level' | 'outcome'>[]; roles: readonly BodyRole[] };

/** Reviewers are approved as reviewers, auditors as auditors: whoever is both is asked for twice. */
export function ask({ earlier, roles }: Asking, level: Level) {
  if (!roles.includes(roleFor[level])) return refuse('not_their_role');
  const asked = earlier.some((approval) => approval.level === level && approval.outcome === null);
  return asked ? refuse('already_asked') : ok(level);
}

type Granting = { validFrom: Day; validUntil: Day; today: Day };

export function grant(
  approval: Pick<AuditorApproval, 'level' | 'outcome'>,
  witnessed: readonly Witnessed[],
  { validFrom, validUntil, today }: Granting,
) {
  if (approval.outcome !== null) return refuse('request_answered');
  if (validUntil < today) return refuse('approval_past');
  if (approval.level === 'lead_auditor' && !isWitnessed(witnessed, today)) return refuse('not_witnessed');
  return ok({ validFrom, validUntil });
}

export const refuseRequest = ({ outcome }: Pick<AuditorApproval, 'outcome'>) =>
  outcome === null ? ok({ outcome: 'refused' as const }) : refuse('request_answered');

/** What can still be used can be suspended, and ended for good. */
export function suspend(approval: AuditorApproval, today: Day) {
  switch (standingOn(approval, today)) {
    case 'to_come':
    case 'in_force':
    case 'ending':
      return ok(approval);
    case 'suspended':
      return refuse('already_suspended');
    case 'asked':
    case 'refused':
    case 'expired':
    case 'ended':
      return refuse('approval_not_in_force');
  }
}

export const lift = (approval: AuditorApproval, today: Day) =>
  standingOn(approval, today) === 'suspended' && approval.suspensions.some(({ until }) => until === null)
    ? ok(approval)
    : refuse('not_suspended');

export function end(approval: AuditorApproval, today: Day) {
  const standing = standingOn(approval, today);
  if (standing === 'ended' || approval.endedOn !== null) return refuse('approval_ended');
  return ['asked', 'refused', 'expired'].includes(standing) ? refuse('approval_not_in_force') : ok(approval);
}

/** Nobody assesses themselves (ISO/IEC 17021-1, 7.2): a colleague, or the scheme, records it. */
export const recordOf = (accountId: string, by: string) =>
  accountId === by ? refuse('own_record') : ok(accountId);

/** Seen at work at an audit of this house in which they took part, or elsewhere; never on a day to come. */
export function witness(
  { accountId, by, witnessedOn, today }: { accountId: string; by: string; witnessedOn: Day; today: Day },
  audit: { startedOn: Day | null } | undefined,
) {
  if (accountId === by) return refuse('own_record');
  if (witnessedOn > today) return refuse('witnessed_in_future');
  if (audit && (audit.startedOn === null || audit.startedOn > witnessedOn)) return refuse('before_the_audit');
  return ok(witnessedOn);
}

export const withdraw = (record: { accountId: string; withdrawn: boolean }, by: string) => {
  if (record.accountId === by) return refuse('own_record');
  return record.withdrawn ? refuse('already_withdrawn') : ok(record);
};
