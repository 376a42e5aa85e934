import { grades, type Grade } from '#app/features/scheme/model.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Audit, AuditType, Closed, FieldworkDone, Readiness } from '../model.ts';
import { stands } from '../rules.ts';
import { raisingStates, type Current, type Earlier, type Wording } from './model.ts';

/** Assessments are made during fieldwork and stand afterwards. */
export const assess = (audit: Audit) => (audit.state === 'in_progress' ? ok(audit) : stands(audit));

export const raise = (audit: Audit) => (raisingStates.includes(audit.state) ? ok(audit) : stands(audit));

/** Stage 1 names its concerns for stage 2, and raises what cannot wait alone. */
export const gradesRaised = ({ type }: Pick<Audit, 'type'>): readonly Grade[] =>
  type === 'stage1' ? ['critical'] : grades;

export function raiseGraded(audit: Audit, grade: Grade) {
  const may = raise(audit);
  if (!may.ok) return may;
  return gradesRaised(audit).includes(grade) ? ok(audit) : refuse('only_critical_in_stage1');
}

/**
 * `open`: indicators without an assessment, or marked to come back to; `unheard`: workers without an outcome; `unjudged`:
 * closed findings and observations of earlier audits, of which nobody said whether they lasted or what became of them; `concerns`: those of stage 1
 * that stage 2 did not look at; `misuses`: those of the certificate that are no finding yet; `unfound`: indicators that do not
 * conform, without a finding that stands.
 */
export type Left = Record<
  'conflicts' | 'open' | 'unheard' | 'unjudged' | 'concerns' | 'misuses' | 'unfound',
  number
>;

/** Whoever grants three years looks at every indicator. */
const answersAll: readonly AuditType[] = ['stage2', 'recertification'];

/** Stage 1 looks at no correction, and names concerns where others raise findings. */
export const leftToDo = ({ type }: Pick<Audit, 'type'>, left: Left): Left => ({
  ...left,
  open: answersAll.includes(type) ? left.open : 0,
  unfound: type === 'stage1' ? 0 : left.unfound,
  unjudged: type === 'stage1' ? 0 : left.unjudged,
});

/** As many letters as reasons need at least. */
const leastReasons = 20;

/** `short`: fewer workers were heard than the sample asks for. Then it is said why. */
type Heard = { short: boolean; reasons: string };

/** `unseen`: principles a surveillance looked at nothing of. */
type Covered = { unseen: number; coverage: string };

export function closeFieldwork(audit: Audit, left: Left, sample: Heard & Covered) {
  if (audit.state !== 'in_progress') return stands(audit);
  const { conflicts, open, unheard, unjudged, concerns, misuses, unfound } = leftToDo(audit, left);
  if (conflicts > 0) return refuse('conflicts_open');
  if (open > 0) return refuse('indicators_open');
  if (unfound > 0) return refuse('findings_missing');
  if (unheard > 0) return refuse('interviews_open');
  if (unjudged > 0) return refuse('effectiveness_open');
  if (concerns > 0) return refuse('concerns_open');
  if (misuses > 0) return refuse('misuses_open');
  if (sample.short && sample.reasons.length < leastReasons) return refuse('sample_short');
  if (sample.unseen > 0 && sample.coverage.length < leastReasons) return refuse('principles_unseen');
  return ok<FieldworkDone>({ ...audit, state: 'fieldwork_done' });
}

/** `critical`: a critical finding of the audit is open. */
export function recordReadiness(audit: Audit, readiness: Readiness, critical: boolean) {
  if (audit.type !== 'stage1') return refuse('not_stage1');
  if (audit.state !== 'fieldwork_done') return stands(audit);
  if (readiness === 'ready' && critical) return refuse('critical_finding_open');
  return ok<Closed>({ ...audit, state: 'closed', readiness });
}

/** What says why: an answer that accuses or excuses needs a note. */
export const needsNote = ({ conformity, note }: Pick<Wording, 'conformity' | 'note'>) =>
  note === '' && (conformity === 'does_not_conform' || conformity === 'not_applicable');

/** As long as the page takes it: what is longer could not be worked on there. */
const mostText = 10_000;

const same = (a: Wording, b: Wording) =>
  a.conformity === b.conformity && a.note === b.note && a.evidence === b.evidence;

type Edit = Wording & { base: number };
/** `cites`: the interviews it names are all of this audit. */
type Met = { exists: boolean; cites: boolean; current: Current | undefined; earlier: Earlier | undefined };
type Verdict =
  | { outcome: 'applied'; revision: number; writes: boolean }
  | { outcome: 'conflict'; revision: number }
  | { outcome: 'refused'; refusal: string };

/**
 * What becomes of an edit made while away. It goes over the revision its author saw and no other, or over the same
 * device's own last one if nobody wrote since; what differs from somebody else's wording stands beside it.
 */
export function receive(audit: Audit, edit: Edit, { exists, cites, current, earlier }: Met): Verdict {
  const open = assess(audit);
  if (!open.ok) return { outcome: 'refused', refusal: open.refusal };
  if (!exists) return { outcome: 'refused', refusal: 'no_such_indicator' };
  if (needsNote(edit)) return { outcome: 'refused', refusal: 'note_missing' };
  if (edit.note.length > mostText || edit.evidence.length > mostText)
    return { outcome: 'refused', refusal: 'text_too_long' };
  if (!cites) return { outcome: 'refused', refusal: 'unknown_interview' };
  if (!current) return { outcome: 'applied', revision: 1, writes: true };
  const { revision } = current;
  if (same(edit, current)) return { outcome: 'applied', revision, writes: false };
  // Its author did not see what the edit before this one met.
  if (earlier?.open) return { outcome: 'conflict', revision };
  const ownLast = earlier?.outcome === 'applied' && earlier.revision === revision;
  return edit.base === revision || ownLast
    ? { outcome: 'applied', revision: revision + 1, writes: true }
    : { outcome: 'conflict', revision };
}

/** Edits that are new here, by the device's own count; `next` is the one expected first. A clock orders nothing. */
export function inOrder<O extends { seq: number }>(fresh: readonly O[], next: number) {
  const ordered = fresh.toSorted((a, b) => a.seq - b.seq);
  return ordered.every(({ seq }, place) => seq === next + place) ? ok(ordered) : refuse('out_of_order');
}

type Chosen = { choice: string; seen: string } & Wording;
type Compared = { current: Current; conflicts: readonly ({ id: string } & Wording)[] };

/** What a person compared: that it is still all there is, they are asked to show. */
export const seenOf = ({ current, conflicts }: Compared) =>
  [current.revision, ...conflicts.map(({ id }) => id)].join(' ');

/** One of the wordings holds, or a new one made of them. Every other stays readable beside it. */
export function resolve(audit: Audit, compared: Compared, { choice, seen, ...words }: Chosen) {
  const open = assess(audit);
  if (!open.ok) return open;
  if (compared.conflicts.length === 0) return refuse('no_conflict');
  if (seen !== seenOf(compared)) return refuse('conflict_changed');
  const { conformity, note, evidence } =
    choice === 'new' ? words : (compared.conflicts.find(({ id }) => id === choice) ?? compared.current);
  return ok({ revision: compared.current.revision + 1, conformity, note, evidence });
}
