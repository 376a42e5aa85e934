import { ok, refuse } from '#app/platform/result.ts';

export const conditionStates = ['open', 'met', 'not_met'] as const;
export type ConditionState = (typeof conditionStates)[number];

type Settling = { outcome: Exclude<ConditionState, 'open'>; tied: boolean };

/** Whether a condition was met is said once, with what shows it, by somebody without a tie to the recruiter. */
export function settle(state: ConditionState, { outcome, tied }: Settling) {
  if (state !== 'open') return refuse('condition_settled');
  return tied ? refuse('tied_officer') : ok({ state: outcome });
}
