import type { SignedIn } from '#app/platform/scope.ts';

import type { Finding } from '../model.ts';
import { mayGrade } from '../../policy.ts';
import type { At, Step } from '../../step.ts';
import { answerRegrade } from './rules.ts';

/** A second person answers; until then nobody proposes another grade. */
export function regradingSteps(finding: Finding, actor: SignedIn, at: At): Step[] {
  if (!mayGrade(actor, finding)) return [];
  if (['verified', 'closed', 'withdrawn'].includes(finding.state)) return [];
  const { proposal } = finding;
  if (!proposal) return [{ ...at('regrade', 'Propose another grade'), quiet: true }];
  // Whether a tie keeps somebody from it is asked when they answer.
  const given = { outcome: 'dismissed', answeredBy: actor.accountId, approved: true, tied: false } as const;
  return answerRegrade(finding, { to: proposal.to, ...given }).ok
    ? [at('regrade/answer', 'Answer the proposed grade')]
    : [];
}
