import {
  completeSelfAssessment,
  scoreIndicators,
  startSelfAssessment,
} from '#app/features/self-assessment/commands.server.ts';
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

/** Begins a blank attempt and answers every indicator. */
export async function aScoredAttempt(scope: Scope<Recruiter>, answerOf: (code: string) => Answer) {
  const attempt = String(done(await startSelfAssessment(scope, { from: 'blank' })).attempt);
  const codes = await scope.db.selectFrom('indicator').select('code').execute();
  const indicators = codes.map(({ code }) => ({
    code,
    revision: 0,
    seen: unanswered,
    answer: answerOf(code),
  }));
  done(await scoreIndicators(scope, attempt, { indicators }));
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
