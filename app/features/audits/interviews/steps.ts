import type { Audit, AuditState } from '../model.ts';
import type { At, Part, Step } from '../step.ts';

const before: readonly AuditState[] = [
  ...(['scheduled', 'team_assigned', 'planned', 'notified', 'postponed'] as const),
  ...(['refused_by_auditee', 'cancelled'] as const),
];

export const hasBegun = ({ state }: Pick<Audit, 'state'>) => !before.includes(state);

/** From the day fieldwork began, for the team alone. */
export const interviewSteps = (audit: Audit, { audits }: Part, at: At): Step[] =>
  audits && hasBegun(audit) ? [{ ...at('interviews', 'Worker interviews'), quiet: true }] : [];
