import { ok, refuse } from '#app/platform/result.ts';

export const conditionStates = ['open', 'met', 'not_met'] as const;
export type ConditionState = (typeof conditionStates)[number];

/** Whether a condition was met is said once, with what shows it; one that was not met is for the scheme to act on. */
export const settle = (state: ConditionState, outcome: Exclude<ConditionState, 'open'>) =>
  state === 'open' ? ok({ state: outcome }) : refuse('condition_settled');
