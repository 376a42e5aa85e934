import type { SignedIn } from '#app/platform/scope.ts';

import { effectivenessSteps } from './findings/effectiveness/steps.ts';
import { fieldworkSteps } from './fieldwork/steps.ts';
import { interviewSteps } from './interviews/steps.ts';
import type { Audit } from './model.ts';
import { abandonSteps, planningSteps } from './planning/steps.ts';
import { mayAnswer, mayAudit, mayLead, mayReview } from './policy.ts';
import { reportSteps } from './report/steps.ts';
import type { At, Step } from './step.ts';
import { teamSteps } from './team/steps.ts';

/** Each phase offers its own; an audit is in one phase at a time. `over`: its application was taken back or lapsed. */
export function stepsOf(audit: Audit, actor: SignedIn, over = false): Step[] {
  const at: At = (page, label) => ({ to: `/audits/${audit.id}/${page}`, label });
  const part = {
    accountId: actor.accountId,
    audits: mayAudit(actor, audit),
    leads: mayLead(actor, audit),
    reviews: mayReview(actor, audit),
    answers: mayAnswer(actor, audit),
    oversees: actor.kind === 'officer',
    over,
  };
  const phases = [
    ...[teamSteps, planningSteps, fieldworkSteps, reportSteps],
    ...[effectivenessSteps, interviewSteps, abandonSteps],
  ];
  return phases.flatMap((steps) => steps(audit, part, at));
}
