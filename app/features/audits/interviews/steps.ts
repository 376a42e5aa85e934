import type { Audit, AuditState } from '../model.ts';
import type { At, Part, Step } from '../step.ts';

const before: readonly AuditState[] = [
  ...(['scheduled', 'team_assigned', 'planned', 'notified', 'postponed'] as const),
  ...(['refused_by_auditee', 'cancelled'] as const),
];

/** From the day fieldwork began, for the team alone. */
export const interviewSteps = ({ state }: Audit, { audits }: Part, at: At): Step[] =>
  audits && !before.includes(state) ? [{ ...at('interviews', 'Worker interviews'), quiet: true }] : [];
