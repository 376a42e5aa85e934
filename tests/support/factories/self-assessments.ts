import {
  completeSelfAssessment,
  scoreCriterion,
  startSelfAssessment,
} from '#app/features/self-assessment/commands.server.ts';
import { findProgress, findCriterion } from '#app/features/self-assessment/criterion.server.ts';
import type { StartForm } from '#app/features/self-assessment/forms.ts';
import { unanswered, type Answer, type Maturity } from '#app/features/self-assessment/model.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';

import { done } from './audits.ts';

export const everywhere = (maturity: Maturity): Answer => ({
  ...unanswered,
  scores: {
    policies: maturity,
    communication: maturity,
    skills: maturity,
    monitoring: maturity,
    improvement: maturity,
  },
});

/** Begins an attempt and answers one criterion of it after the other. */
export async function aScoredAttempt(
  scope: Scope<Recruiter>,
  answerOf: (code: string) => Answer,
  from: StartForm['from'] = 'blank',
) {
  const attempt = String(done(await startSelfAssessment(scope, { from })).attempt);
  const { parts } = existing(await findProgress(scope, attempt));
  for (const { code } of parts) {
    const { indicators } = existing(await findCriterion(scope, attempt, code));
    const sent = indicators.map((each) => ({
      code: each.code,
      revision: each.revision,
      seen: each.answer,
      answer: answerOf(each.code),
    }));
    done(await scoreCriterion(scope, attempt, code, { indicators: sent }));
  }
  return attempt;
}

export async function aCompletedAttempt(scope: Scope<Recruiter>, maturity: Maturity) {
  const attempt = await aScoredAttempt(scope, () => everywhere(maturity));
  done(await completeSelfAssessment(scope, attempt));
  return attempt;
}

export function existing<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The test’s own beginning is not there.');
  return value;
}
