import { addDays, dayInWords, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

export const conditionStates = ['open', 'met', 'not_met'] as const;
export type ConditionState = (typeof conditionStates)[number];

type Settling = { outcome: Exclude<ConditionState, 'open'>; tied: boolean };

/** Whether a condition was met is said once, with what shows it, by somebody without a tie to the recruiter. */
export function settle(state: ConditionState, { outcome, tied }: Settling) {
  if (state !== 'open') return refuse('condition_settled');
  return tied ? refuse('tied_officer') : ok({ state: outcome });
}

/** From so many days before its day on, whoever has to meet a condition is reminded of it. */
export const daysAhead = 14;

/** What is to be told of a condition today: the latest step alone, also after the clock stood still. */
export function noticeOn({ state, dueOn }: { state: ConditionState; dueOn: Day }, today: Day) {
  if (state !== 'open') return undefined;
  if (today > dueOn) return 'overdue' as const;
  return today >= addDays(dueOn, -daysAhead) ? ('soon' as const) : undefined;
}

/** What an officer writes who suspends because a condition was not met: a correction that came too late (domain 2.8 d). */
export const suspensionFor = ({ text, dueOn }: { text: string; dueOn: Day }) => ({
  reasonClass: 'late_corrective_action' as const,
  note: `A condition of the grant was not met by ${dayInWords(dueOn)}: ${text}`,
});
