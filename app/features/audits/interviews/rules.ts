import { ok, refuse } from '#app/platform/result.ts';

import { assess } from '../fieldwork/rules.ts';
import type { Audit } from '../model.ts';
import type { Failure, Identity, Interview } from './model.ts';

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

/** Whoever was not reached may still refuse; whoever was heard was heard. */
export function endInterview(audit: Audit, { outcome }: Standing, failure: Failure) {
  const open = assess(audit);
  if (!open.ok) return open;
  if (outcome === 'done') return refuse('interview_done');
  if (outcome === 'refused') return refuse('interview_refused');
  return ok({ outcome: failure });
}

const wordsIn = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []);
const digits = (text: string) => text.replace(/\D/g, '');

/** Whether notes hold a longer part of the worker's name, or the end of the telephone number. */
export function pointsAt({ notes, name, phone }: Words) {
  const said = wordsIn(notes);
  const named = [...wordsIn(name)].some((part) => part.length >= 4 && said.has(part));
  const called = digits(phone).slice(-7);
  return named || (called.length >= 6 && digits(notes.replace(/[^\d\n\p{L}]/gu, '')).includes(called));
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
