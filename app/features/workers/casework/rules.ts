import { ok, refuse, type Result } from '#app/platform/result.ts';

import type { ComplaintState, ConsentParty, IssueCode } from '../complaints/model.ts';
import { isOver, steps } from '../complaints/rules.ts';
import {
  deskSteps,
  smallestGroup,
  type Addressee,
  type DeskStep,
  type Outcome,
  type Standing,
} from './model.ts';

/** Whether somebody was harmed, as far as it could be found out. */
export const isHarm = (outcome: Outcome | null) =>
  outcome === 'substantiated' || outcome === 'partly_substantiated';

type StepRefusal = 'not_now' | 'theirs_to_say' | 'no_harm_found' | 'remedy_first' | 'wait_for_worker';

/** A step from the desk: of those there are, the ones that neither the worker nor a clock takes. */
export function takeStep(
  { state, dueAt, outcome }: Standing,
  to: DeskStep,
  now: Date,
): Result<DeskStep, StepRefusal> {
  if (!steps[state].includes(to)) return refuse('not_now');
  if (state === 'remedy_delivered' && to === 'remedy_agreed') return refuse('theirs_to_say');
  if (state === 'monitored') return refuse('theirs_to_say');
  if (state === 'finding' && to === 'remedy_agreed' && !isHarm(outcome)) return refuse('no_harm_found');
  if (state === 'finding' && to === 'closed' && isHarm(outcome)) return refuse('remedy_first');
  // Whether it came is the worker's to say, as long as the clock gives them.
  if (state === 'remedy_delivered' && to === 'closed' && (dueAt === null || dueAt > now))
    return refuse('wait_for_worker');
  return ok(to);
}

/** The steps open now, the one that leads on first. */
export const stepsFrom = (standing: Standing, now: Date): DeskStep[] =>
  deskSteps.filter((to) => takeStep(standing, to, now).ok);

/** Takes a case nobody has, or whose caseworker has left. */
export function takeOn({
  held,
  isOver: over,
}: {
  held: 'by_nobody' | 'by_you' | 'by_another';
  isOver: boolean;
}): Result<true, 'yours_already' | 'somebody_elses' | 'over'> {
  if (over) return refuse('over');
  if (held === 'by_nobody') return ok(true);
  return refuse(held === 'by_you' ? 'yours_already' : 'somebody_elses');
}

/** Hands one's own case to a colleague who has no tie to whom it is about. */
export function handOver(by: {
  holder: boolean;
  self: boolean;
  tied: boolean;
}): Result<true, 'not_yours' | 'yourself' | 'tied'> {
  if (!by.holder) return refuse('not_yours');
  if (by.self) return refuse('yourself');
  return by.tied ? refuse('tied') : ok(true);
}

/** Asks to open somebody else's case; one that nobody has is taken on instead. */
export function askToOpen(on: {
  open: boolean;
  held: boolean;
  asked: boolean;
}): Result<true, 'open_already' | 'nobodys' | 'asked_already'> {
  if (on.open) return refuse('open_already');
  if (!on.held) return refuse('nobodys');
  return on.asked ? refuse('asked_already') : ok(true);
}

/** For how long somebody is let in. */
export const openHours = 24;

/** Answers whether somebody may open a case: a second person, once. */
export function answerAsked(
  { askedBy, answered }: { askedBy: string; answered: boolean },
  by: string,
): Result<true, 'your_own' | 'answered_already'> {
  if (askedBy === by) return refuse('your_own');
  return answered ? refuse('answered_already') : ok(true);
}

/** Names the recruiter a case is about; once somebody was told of it, it is no longer changed. */
export function nameRecruiter(on: {
  over: boolean;
  told: boolean;
  tied: boolean;
}): Result<true, 'over' | 'told_already' | 'tied'> {
  if (on.over) return refuse('over');
  if (on.told) return refuse('told_already');
  return on.tied ? refuse('tied') : ok(true);
}

/** Says again who is in danger: at any time, as long as somebody works on a case or watches over it. */
export const flag = (state: ComplaintState): Result<true, 'over'> =>
  isOver(state) && state !== 'monitored' ? refuse('over') : ok(true);

type Passed = { to: Addressee; byNecessity: boolean };
type Ground = { danger: boolean; child: boolean; named: boolean; consents: readonly ConsentParty[] };

/** Whether a case may be passed on: with consent; without it to an authority alone, where a life or a child is in danger. */
export function passOn(
  { to, byNecessity }: Passed,
  { danger, child, named, consents }: Ground,
): Result<Passed, 'no_consent' | 'no_necessity' | 'not_named'> {
  if (byNecessity && (to !== 'authority' || !(danger || child))) return refuse('no_necessity');
  if (to === 'scheme' || byNecessity) return ok({ to, byNecessity });
  if ((to === 'recruiter' || to === 'audit_body') && !named) return refuse('not_named');
  return consents.includes(to) ? ok({ to, byNecessity }) : refuse('no_consent');
}

const severeIssues: readonly IssueCode[] = ['confinement', 'violence_or_harassment', 'documents_withheld'];

/** What a case is taken for until somebody has looked: freedom, body, papers, a child, danger. */
export const isSevere = (told: { issues: readonly IssueCode[]; danger: boolean; child: boolean }) =>
  told.danger || told.child || told.issues.some((issue) => severeIssues.includes(issue));

/** A caseworker may think it graver without a word, and lighter with reasons. */
export const judgeSeverity = (
  taken: boolean,
  { severe, whyLighter }: { severe: boolean; whyLighter: string },
): Result<boolean, 'why_lighter'> =>
  taken && !severe && whyLighter.length < leastReasons ? refuse('why_lighter') : ok(severe);

/** Characters that say why. */
export const leastReasons = 10;

/** An appeal is decided by somebody who decided nothing that it may be against. */
export const answerAppeal = (deciders: readonly string[], by: string): Result<true, 'decided_by_you'> =>
  deciders.includes(by) ? refuse('decided_by_you') : ok(true);

/** Cases that belong together are two, and both open to whoever links them. */
export function link(on: { same: boolean; linked: boolean }): Result<true, 'itself' | 'linked_already'> {
  if (on.same) return refuse('itself');
  return on.linked ? refuse('linked_already') : ok(true);
}

/** Answers what one was told, while anything can still come of it. */
export const respond = (on: { over: boolean; answers: number }): Result<true, 'over' | 'full'> => {
  if (on.over) return refuse('over');
  return on.answers >= mostResponses ? refuse('full') : ok(true);
};
const mostResponses = 50;

export { isOver };

type Group<K> = { of: K; count: number };

/**
 * Numbers as they may be shown: none of fewer than five people, and none that could be reckoned from what is shown beside it,
 * as long as what is hidden together is fewer than five.
 */
export function groupsShown<K>(groups: readonly Group<K>[], least = smallestGroup) {
  const shown = groups.filter(({ count }) => count >= least).sort((a, b) => b.count - a.count);
  let rest = groups.filter(({ count }) => count < least).reduce((sum, { count }) => sum + count, 0);
  while (rest > 0 && rest < least) {
    const next = shown.pop();
    if (!next) return { shown: [], rest: null };
    rest += next.count;
  }
  return { shown, rest: rest === 0 ? null : rest };
}
