import { addDays, type Day } from '#app/platform/calendar.ts';

import type { Certificate } from '../../model.ts';

/** Where a finding waits for its recruiter. */
export const turns = ['issued', 'awaiting_cap', 'cap_returned', 'cap_accepted', 'evidence_rejected'] as const;

/** What for, as far as it is the correction. */
const answers = {
  issued: 'containment',
  awaiting_cap: 'plan',
  cap_returned: 'new_plan',
  cap_accepted: 'evidence',
  evidence_rejected: 'new_evidence',
} as const satisfies Record<(typeof turns)[number], string>;
export type Owed = (typeof answers)[keyof typeof answers] | 'repayment';

/** Where workers wait for their money it is that, whatever was sent of the correction. */
export const owedOf = ({ clock, state }: { clock: string; state: string }): Owed | undefined => {
  const turn = turns.find((known) => known === state);
  return clock === 'remedy' ? 'repayment' : turn && answers[turn];
};

/** A grave finding that waits for the holder; `actsOn`: the day that was announced last, null before. */
export type Late = {
  grade: 'major' | 'critical';
  owed: Owed;
  dueOn: Day;
  actsOn: Day | null;
  extended: boolean;
};

/** What is suspended already is withdrawn for a critical finding, and stays suspended for this one as well for a major. */
export function changeFor({ status }: { status: string }, { grade }: Pick<Late, 'grade'>) {
  if (status !== 'suspended') return 'suspension' as const;
  return grade === 'critical' ? ('withdrawal' as const) : ('suspension_goes_on' as const);
}

/** What a finding brings if nothing is done: the day after it was due, and never before the last word ran its days. */
export function comingOfLate(certificate: Certificate, late: Late, lastStep: number, today: Day) {
  const { owed, dueOn, actsOn, extended } = late;
  const [after, told] = [addDays(dueOn, 1), addDays(today, lastStep)];
  return {
    change: changeFor(certificate, late),
    owed,
    dueOn,
    on: actsOn ?? (after > told ? after : told),
    // The day of a remedy is never moved.
    extendable: !extended && owed !== 'repayment',
  };
}
