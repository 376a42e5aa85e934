import type { Grade } from '#app/features/scheme/model.ts';
import { dayInWords, untilInWords } from '#app/platform/calendar.ts';
import { StatusTag } from '#app/ui/status-tag.tsx';

import { findingStateNames, gradeNames, type FindingState } from '../model.ts';
import type { Clock } from '../rules.ts';

const grades = {
  critical: 'suspended',
  major: 'watch',
  minor: 'applicant',
  observation: 'neutral',
} as const satisfies Record<Grade, string>;

export const GradeTag = ({ grade }: { grade: Grade }) => (
  <StatusTag tone={grades[grade]}>{gradeNames[grade]}</StatusTag>
);

const states = {
  raised: 'neutral',
  issued: 'watch',
  disputed: 'applicant',
  awaiting_cap: 'watch',
  cap_submitted: 'applicant',
  cap_returned: 'watch',
  cap_accepted: 'applicant',
  evidence_submitted: 'applicant',
  evidence_rejected: 'watch',
  verified: 'applicant',
  closed: 'certified',
  withdrawn: 'withdrawn',
} as const satisfies Record<FindingState, string>;

/** An observation that is issued asks for nothing. */
export const FindingStateTag = ({ grade, state }: { grade: Grade; state: FindingState }) => (
  <StatusTag tone={grade === 'observation' && state === 'issued' ? 'neutral' : states[state]}>
    {findingStateNames[state]}
  </StatusTag>
);

const asked = {
  contain: 'Stop the harm by',
  plan: 'Plan due',
  close: 'To be closed by',
  answer: 'Answer due',
  remedy: 'Workers made whole by',
};

/** The running clock in words; late in colour, too. */
export function ClockText({ clock, today }: { clock: Clock; today: string }) {
  if (clock.due === null || clock.what === null) return 'nothing due';
  const words = `${asked[clock.what]} ${dayInWords(clock.due)}, ${untilInWords(clock.due, today)}`;
  return <span className={clock.overdue ? 'font-semibold text-stopped' : undefined}>{words}</span>;
}
