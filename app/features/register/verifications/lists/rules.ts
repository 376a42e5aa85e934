import { ok, refuse } from '#app/platform/result.ts';

import type { Answer } from '../model.ts';
import { keptDays, mostWaiting, stalledMinutes, type ListState } from './model.ts';

type Times = { movedAt: Date | null; verificationId: string | null };

const minute = 60_000;

/** Where a list is on its way. */
export function stateOf({ movedAt, verificationId }: Times, now: Date): ListState {
  if (verificationId !== null) return 'checked';
  if (movedAt === null) return 'read';
  return now.getTime() - movedAt.getTime() > stalledMinutes * minute ? 'stalled' : 'checking';
}

/** Asked once, and again where nobody is at work on it. */
export function mayAsk(list: Times, now: Date) {
  const state = stateOf(list, now);
  if (state === 'checked') return refuse('list_checked');
  return state === 'checking' ? refuse('list_being_checked') : ok(state);
}

export const mayReadMore = (waiting: number) =>
  waiting < mostWaiting ? ok(waiting) : refuse('too_many_lists');

/** The day on which the page of a list goes. */
export const goneAt = (madeAt: Date) => new Date(madeAt.getTime() + keptDays * 24 * 60 * minute);

/** A person chooses one of the candidates there are, or says that it is none of them. */
export function mayChoose(answer: Answer | undefined, chosen: string | null) {
  if (answer?.outcome !== 'ambiguous') return refuse('nothing_to_choose');
  const offered = answer.candidates.some(({ registrationNumber }) => registrationNumber === chosen);
  return chosen === null || offered ? ok(chosen) : refuse('no_candidate');
}

/** Who is meant by a row: a match, or the candidate a person chose. */
export function meantBy(answer: Answer | null, choice: { registrationNumber: string | null } | null) {
  if (answer?.outcome === 'match') return answer;
  if (answer?.outcome !== 'ambiguous') return undefined;
  return answer.candidates.find(
    ({ registrationNumber }) => registrationNumber === choice?.registrationNumber,
  );
}
