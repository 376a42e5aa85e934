import { ok, refuse } from '#app/platform/result.ts';

import type { AwaitingCap, Finding, Issued } from '../model.ts';
import { laterBy, type Standstill } from '../resuming/rules.ts';
import { stands } from '../rules.ts';

/** The harm of a critical finding is stopped before its cause is planned away. */
export function contain(finding: Finding) {
  if (finding.state !== 'issued') return stands(finding);
  const { planDueOn, closeDueOn, containments } = finding;
  if (planDueOn === null || closeDueOn === null) return refuse('nothing_to_contain');
  return ok<AwaitingCap>({
    ...finding,
    ...{ planDueOn, closeDueOn, state: 'awaiting_cap', contained: true },
    ...{ containments: containments + 1, containmentAwaits: true },
  });
}

/** `from`: the day on which it was said to be stopped. */
type Answer = { round: number; outcome: 'contained' | 'not_contained' } & Standstill;

/**
 * Whether the audit team believes it, once for what was sent. What it does not believe is to be stopped again, and planned
 * after that, with the days that were left when it was sent; while the finding is disputed that waits for the answer to it.
 */
export function answerContainment(finding: Finding, { round, outcome, ...stood }: Answer) {
  if (!finding.containmentAwaits) return refuse('no_containment');
  if (round !== finding.containments) return refuse('another_round');
  switch (finding.state) {
    case 'awaiting_cap':
    case 'cap_submitted':
    case 'cap_returned':
    case 'cap_accepted':
    case 'evidence_submitted':
    case 'evidence_rejected': {
      const answered = { ...finding, containmentAwaits: false };
      if (outcome === 'contained') return ok<Finding>(answered);
      const { containDueOn, planDueOn } = finding;
      return ok<Issued>({
        ...{ ...answered, state: 'issued', contained: false },
        containDueOn: containDueOn && laterBy(stood, containDueOn),
        planDueOn: laterBy(stood, planDueOn),
      });
    }
    case 'disputed':
      return outcome === 'contained'
        ? ok<Finding>({ ...finding, containmentAwaits: false })
        : stands(finding);
    case 'raised':
    case 'issued':
    case 'verified':
    case 'closed':
    case 'withdrawn':
      return stands(finding);
  }
}
