import { addDays } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { assess } from '../fieldwork/rules.ts';
import type { Audit, AuditState } from '../model.ts';
import { keysIn } from './keys.ts';
import type { Failure, Identity, Interview } from './model.ts';
import { pointsAt } from './pointing.ts';
import type { Offered } from './strata.ts';

type Standing = Pick<Interview, 'outcome'>;
type Words = Identity & { notes: string };

/** Workers are heard during fieldwork; what they said stands afterwards. */
export const recordInterview = (audit: Audit) => assess(audit);

/** Somebody who refused is left alone. Names have no place in the notes, which outlive the identity. */
export function writeInterview(audit: Audit, { outcome }: Standing, words: Words) {
  const open = assess(audit);
  if (!open.ok) return open;
  if (outcome === 'refused') return refuse('interview_refused');
  if (pointsAt(words)) return refuse('notes_name_worker');
  return ok({ outcome: 'done' as const });
}

type Told = { outcome: 'done'; notes: string } | { outcome: Failure };

/** Both at once, of a worker who was spoken with where there was no network. */
export function hearInterview(audit: Audit, told: Told & Identity) {
  const begun = recordInterview(audit);
  if (!begun.ok) return begun;
  const worker = { outcome: 'open' as const };
  return told.outcome === 'done'
    ? writeInterview(audit, worker, told)
    : endInterview(audit, worker, told.outcome);
}

/** Whoever was not reached may still refuse; whoever was heard was heard. */
export function endInterview(audit: Audit, { outcome }: Standing, failure: Failure) {
  const open = assess(audit);
  if (!open.ok) return open;
  if (outcome === 'done') return refuse('interview_done');
  if (outcome === 'refused') return refuse('interview_refused');
  return ok({ outcome: failure });
}

const shortKeys = 99;
const allKeys = 999;

/** A key nobody has yet, drawn among all that are free: its number tells nothing. `draw` gives a number below its own. */
export function pseudonymBeside(taken: readonly string[], draw: (below: number) => number) {
  const most = taken.length < shortKeys ? shortKeys : allKeys;
  const used = new Set(taken);
  const free = Array.from({ length: most }, (_, at) => `W-${String(at + 1).padStart(2, '0')}`).filter(
    (key) => !used.has(key),
  );
  const key = free[draw(Math.max(free.length, 1))];
  return key === undefined ? refuse('interviews_full') : ok(key);
}

const over: readonly AuditState[] = [
  ...(['report_final', 'caps_open', 'ready_for_decision'] as const),
  ...(['closed', 'failed', 'aborted'] as const),
];

/** Who the workers were is forgotten some days after the report is final, or the audit ended without one. */
export function destroyIdentities({ state }: Audit, { endedOn, days, today }: Term) {
  const due = over.includes(state) && endedOn !== null && addDays(endedOn, days) <= today;
  return due ? ok('destroyed' as const) : refuse('identities_needed');
}

/** What came too late to be recorded knows who somebody was as well: it is forgotten so many days after it came. */
export const forgetKept = (arrivedOn: string, { days, today }: Omit<Term, 'endedOn'>) =>
  addDays(arrivedOn, days) <= today ? ok('destroyed' as const) : refuse('identities_needed');

type Term = { endedOn: string | null; days: number; today: string };

type Counted = { target: number; heard: number; aloneTarget: number; alone: number };
type Asked = Counted & { short: readonly unknown[]; groups?: readonly unknown[] };

/** Fewer were heard than the sample asks for: in all, without the recruiter's help, on a corridor, or of another group. */
export const isShort = ({ target, heard, aloneTarget, alone, short, groups = [] }: Asked) =>
  heard < target || alone < aloneTarget || short.length + groups.length > 0;

type Said = { employer?: number | undefined; subAgent?: number | undefined };

/** An interview names an employer and a sub-agent among those that are offered, or none. */
export const placeAmong = (offered: Offered, { employer, subAgent }: Said) =>
  isAmong(offered.employer, employer) && isAmong(offered.sub_agent, subAgent)
    ? ok({ employer: employer ?? null, sub_agent: subAgent ?? null })
    : refuse('no_such_group');

const isAmong = (groups: Offered['employer'], said: number | undefined) =>
  said === undefined || groups.some(({ value }) => value === said);

/** A text that leads to interviews leads to those of its own audit. */
export const citeInterviews = (text: string, known: readonly string[]) =>
  keysIn(text).every((key) => known.includes(key)) ? ok(text) : refuse('unknown_interview');
