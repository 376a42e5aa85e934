import { untilInWords, type Day } from '#app/platform/calendar.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';

import type { Action, Residual, State, Step } from './model.ts';

/** What may follow on what. */
const following: Record<State, readonly State[]> = {
  planned: ['under_way'],
  under_way: ['done'],
  done: ['effective', 'not_effective'],
  effective: [],
  not_effective: ['under_way'],
};

export const nextStates = (state: State) => following[state];

type Judged = { to: State; residual: Residual | undefined };

/** One step on. Who says whether it worked says how high the risk is now. */
export function move({ state }: Pick<Action, 'state'>, { to, residual }: Judged) {
  if (!following[state].includes(to)) return refuse('not_the_next_step');
  const judges = to === 'effective' || to === 'not_effective';
  if (judges && !residual) return refuse('say_the_risk');
  return ok({ residual: judges ? (residual ?? null) : null });
}

/** Owner and day change until it is verified that it worked. */
export const change = ({ state }: Pick<Action, 'state'>) =>
  state === 'effective' ? refuse('verified_already') : ok({});

type Said = { risk: number | undefined; why: string | undefined };

/**
 * The residual risk before or after: the last score where there is one, unless somebody judges otherwise and says why.
 * Undefined where nobody says anything and nothing was scored.
 */
export function residualOf(score: number | undefined, { risk, why }: Said): Result<Residual | undefined> {
  if (risk === undefined) return ok(score === undefined ? undefined : { risk: score, from: 'score' });
  if (risk === score && why === undefined) return ok({ risk, from: 'score' });
  return why === undefined ? refuse('say_why_the_risk') : ok({ risk, from: 'entered', why });
}

/** Open until somebody verified that it worked. */
export const isOpen = (state: State) => state !== 'effective';

/** Work that is past its day: what is done waits for somebody to verify it and is not late. */
export const isOverdue = ({ state, dueOn }: Pick<Action, 'state' | 'dueOn'>, today: Day) =>
  state !== 'effective' && state !== 'done' && dueOn < today;

/** "overdue: 2 days late", "due in 24 days", or nothing for what is done. */
export function dueInWords(action: Pick<Action, 'state' | 'dueOn'>, today: Day) {
  if (action.state === 'effective' || action.state === 'done') return undefined;
  const until = untilInWords(action.dueOn, today);
  return isOverdue(action, today) ? `overdue: ${until}` : `due ${until}`;
}

/** The risk when it was planned, and when it was last looked at. */
export function effectOf(steps: readonly Step[]) {
  const before = steps.find(({ kind }) => kind === 'planned')?.residual ?? null;
  const after = steps.findLast(({ kind }) => kind === 'effective' || kind === 'not_effective');
  return { before, after: after?.residual ?? null };
}

const oneDigit = (risk: number) => String(Math.round(risk * 10) / 10);

/** "The residual risk went from 62 to 41 of 100." */
export function effectInWords(steps: readonly Step[]) {
  const { before, after } = effectOf(steps);
  if (!after)
    return before
      ? `The residual risk was ${oneDigit(before.risk)} of 100 when this was planned. What it does to it is said when it is verified.`
      : 'Nobody said how high the residual risk was when this was planned.';
  const now = oneDigit(after.risk);
  if (!before) return `The residual risk is ${now} of 100 now. Nobody said how high it was before.`;
  const was = oneDigit(before.risk);
  if (was === now) return `The residual risk stayed at ${now} of 100.`;
  return `The residual risk ${after.risk < before.risk ? 'went down' : 'went up'} from ${was} to ${now} of 100.`;
}
