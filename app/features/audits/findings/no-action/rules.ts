import { ok, refuse } from '#app/platform/result.ts';

import type { Closed, CapSubmitted, Finding } from '../model.ts';
import { stands } from '../rules.ts';

/** Only what is minor and harmed nobody may be left as it is. */
export const mayBeLeft = ({ grade, harm }: Pick<Finding, 'grade' | 'harm'>) =>
  grade === 'minor' && harm === null;

const needsAction = ({ harm }: Finding) => refuse(harm === null ? 'grade_needs_action' : 'harm_needs_action');

/** The recruiter says why nothing is planned: a plan like any other, which is accepted or comes back. */
export function planNoAction(finding: Finding) {
  if (finding.state !== 'awaiting_cap' && finding.state !== 'cap_returned') return stands(finding);
  if (!mayBeLeft(finding)) return needsAction(finding);
  return ok<CapSubmitted>({ ...finding, state: 'cap_submitted', plans: finding.plans + 1, noAction: true });
}

/** Where the reason holds, nothing is left to show: accepting it verifies the finding, and a minor one closes with that. */
export function acceptNoAction(finding: Finding, round: number) {
  if (finding.state !== 'cap_submitted') return stands(finding);
  if (round !== finding.plans) return refuse('another_round');
  if (!finding.noAction) return refuse('action_planned');
  if (finding.proposal) return refuse('regrade_open');
  if (!mayBeLeft(finding)) return needsAction(finding);
  return ok<Closed>({ ...finding, state: 'closed' });
}
