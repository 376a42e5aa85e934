import type { SignedIn } from '#app/platform/scope.ts';

import { mayAnswer, mayAudit, mayGrade, mayLead, mayReview } from '../policy.ts';
import { remedySteps } from '../remedy/steps.ts';
import type { At, Step } from '../step.ts';
import type { Finding } from './model.ts';
import { mayBeLeft } from './no-action/rules.ts';
import { withdraw } from './rules.ts';
import { regradingSteps } from './regrading/steps.ts';
import { awaitsAnswer } from './disputes/rules.ts';
import { recruitersTurn } from './clocks/rules.ts';

/** What this person can do next with a finding; the first is the one the page offers foremost. */
export function stepsOf(finding: Finding, actor: SignedIn): Step[] {
  const at: At = (page, label) => ({ to: `/findings/${finding.id}/${page}`, label });
  const steps = [containmentSteps, ownSteps, remedySteps, disputeSteps, clockSteps, regradingSteps];
  return steps.flatMap((offers) => offers(finding, actor, at));
}

/** Whoever raised the finding does not answer; whether the days of a dispute are over, its rule says. */
function disputeSteps(finding: Finding, actor: SignedIn, at: At): Step[] {
  const { state, contested, raisedBy } = finding;
  if (awaitsAnswer(finding) && mayGrade(actor, finding) && raisedBy !== actor.accountId)
    return [at('dispute/answer', 'Answer the dispute')];
  if (state === 'awaiting_cap' && !contested && mayAnswer(actor, finding))
    return [{ ...at('dispute', 'Dispute the finding'), quiet: true }];
  return [];
}

/** More time, once and before anything followed. */
function clockSteps(finding: Finding, actor: SignedIn, at: At): Step[] {
  const runs = recruitersTurn.some((turn) => turn === finding.state) && finding.grade !== 'observation';
  return runs && !finding.extended && !finding.escalated && mayGrade(actor, finding)
    ? [{ ...at('extend', 'Give more time'), quiet: true }]
    : [];
}

/** What is minor and harmed nobody may be left as it is, for a reason. */
const withoutAction = (finding: Finding, at: At): Step[] =>
  mayBeLeft(finding) ? [{ ...at('no-action', 'Say why nothing is planned'), quiet: true }] : [];

const acceptance = ({ noAction }: Finding, at: At) =>
  noAction ? at('accept-no-action', 'Accept the reason') : at('accept-plan', 'Accept the plan');

/** Before its plan is looked at, somebody of the team says whether they believe that the harm is stopped. */
const containmentSteps = (finding: Finding, actor: SignedIn, at: At): Step[] =>
  finding.containmentAwaits && mayAudit(actor, finding)
    ? [at('contain/answer', 'Answer whether the harm is stopped')]
    : [];

/** What its state asks for. */
function ownSteps(finding: Finding, actor: SignedIn, at: At): Step[] {
  const answers = mayAnswer(actor, finding);
  const audits = mayAudit(actor, finding);
  switch (finding.state) {
    case 'raised':
      return mayLead(actor, finding) && withdraw(finding).ok ? [at('withdraw', 'Withdraw the finding')] : [];
    case 'issued':
      return answers && finding.containDueOn !== null ? [at('contain', 'Say how the harm was stopped')] : [];
    case 'awaiting_cap':
      return answers ? [at('plan', 'Send the plan'), ...withoutAction(finding, at)] : [];
    case 'cap_returned':
      return answers ? [at('plan', 'Send a new plan'), ...withoutAction(finding, at)] : [];
    case 'cap_submitted':
      return audits ? [acceptance(finding, at), at('return-plan', 'Return it')] : [];
    case 'cap_accepted':
      return answers ? [at('evidence', 'Send evidence')] : [];
    case 'evidence_rejected':
      return answers ? [at('evidence', 'Send other evidence')] : [];
    case 'evidence_submitted':
      return audits ? [at('verify', 'Verify the evidence'), at('reject-evidence', 'Reject it')] : [];
    case 'verified':
      return mayReview(actor, finding) ? [at('close', 'Close the finding')] : [];
    case 'disputed':
    case 'closed':
    case 'withdrawn':
      return [];
  }
}
