import { grades, type Grade } from '#app/features/scheme/model.ts';

import { asksReasons } from '../../../findings/grading/rules.ts';
import { harms } from '../../../remedy/model.ts';
import { limits, requirementsAway, type Entry, type FindingDraft, type RaisedWords } from '../model.ts';
import type { Raising } from '../model.ts';
import { isWaiting, strangeKey, unknownInterview } from '../queue.ts';

/** Findings among what waits: raised, changed and dropped here until they go to the server, as plain values. */

export const isRaising = (entry: Entry): entry is Entry<Raising> => entry.operation.kind === 'raise';

/** What went to the server may have arrived, whether or not its answer was heard. */
export const mayChange = (entry: Entry) => isWaiting(entry) && !entry.asked;

type Raised = { code: string; findingId: string; words: RaisedWords };
type Stamp = { id: string; seq: number; madeAt: string };

/**
 * A finding as its person saved it: at the end of the queue, or in the place where it waits already, under a number of its
 * own: what came under the old one is never taken for these words. Nothing where it was sent meanwhile.
 */
export function raisedOver(entries: readonly Entry[], { code, findingId, words }: Raised, stamp: Stamp) {
  const before = entries.filter(isRaising).findLast(({ operation }) => operation.findingId === findingId);
  if (before && !mayChange(before)) return undefined;
  const seq = before?.operation.seq ?? stamp.seq;
  const operation: Raising = { ...words, ...stamp, seq, kind: 'raise', code, findingId };
  return { entry: { operation, outcome: { state: 'waiting' } } satisfies Entry<Raising>, before };
}

/** Without the finding, and without a gap in the count; nothing where it was sent meanwhile. */
export function droppedFrom(entries: readonly Entry[], findingId: string) {
  const gone = entries
    .filter(isRaising)
    .find((entry) => entry.operation.findingId === findingId && mayChange(entry));
  if (!gone) return undefined;
  const { seq } = gone.operation;
  const left = entries
    .filter((entry) => entry !== gone)
    .map((entry): Entry => {
      const { operation } = entry;
      return operation.seq > seq ? { ...entry, operation: { ...operation, seq: operation.seq - 1 } } : entry;
    });
  return { gone, left };
}

type Known = {
  interviews: readonly string[] | undefined;
  defaultGrade: Grade | undefined;
  /** The answers that were taken along, by their places. */
  declared: readonly string[];
};

/** The same demands as the server's form makes, and the words to send where it makes none. */
export function wordsOf(draft: FindingDraft, { interviews, defaultGrade, declared }: Known) {
  const problem = missing(draft) ?? unreasoned(draft, defaultGrade) ?? tooLong(draft);
  if (problem) return { problem };
  const key = strangeKey(`${draft.statement}\n${draft.evidence}\n${reasonsIn(draft)}`, interviews);
  if (key)
    return {
      problem: {
        field: fieldWith(draft, key),
        message: unknownInterview(key),
      },
    };
  const grade = grades.find((one) => one === draft.grade);
  const requirementKind = requirementsAway.find((one) => one === draft.requirementKind);
  if (!grade || !requirementKind) return { problem: { field: 'grade', message: 'Choose a grade' } };
  const [statement, evidence] = [draft.statement.trim(), draft.evidence.trim()];
  const gradingReasons = reasonsIn(draft);
  const law = requirementKind === 'law';
  const [lawInstrument, lawPlace] = law ? [draft.lawInstrument.trim(), draft.lawPlace.trim()] : ['', ''];
  const declaration = requirementKind === 'declaration' ? draft.declaration : undefined;
  if (requirementKind === 'declaration' && !declared.some((place) => place === declaration))
    return { problem: { field: 'declaration', message: 'Choose the answer that was not kept' } };
  const harm = harms.find((one) => one === draft.harm);
  const said = { statement, evidence, lawInstrument, lawPlace, gradingReasons };
  return { words: { grade, requirementKind, ...said, harm, declaration } };
}

const reasonsIn = ({ gradingReasons = '' }: FindingDraft) => gradingReasons.trim();

const fieldWith = (draft: FindingDraft, key: string) => {
  if (draft.statement.includes(key)) return 'statement';
  return reasonsIn(draft).includes(key) ? 'gradingReasons' : 'findingEvidence';
};

export type FindingProblem = { field: string; message: string };

const least = 10;

function missing({ grade, requirementKind, ...said }: FindingDraft): FindingProblem | undefined {
  if (grade === '') return { field: 'grade', message: 'Choose a grade' };
  if (grade === 'observation' && said.harm !== '')
    return {
      field: 'harm',
      message: 'Workers were harmed: such a finding is no observation. Choose a graver grade',
    };
  if (requirementKind === 'law' && said.lawInstrument.trim() === '')
    return { field: 'lawInstrument', message: 'Name the law, rule or permit' };
  if (requirementKind === 'law' && said.lawPlace.trim() === '')
    return { field: 'lawPlace', message: 'Name the article, section or condition' };
  if (said.statement.trim().length < least)
    return { field: 'statement', message: 'State what does not conform, 10 characters at least' };
  if (said.evidence.trim().length < least)
    return { field: 'findingEvidence', message: 'Say what you saw or heard, 10 characters at least' };
  return undefined;
}

/** A lesser grade than the indicator names, or harm graded minor, has its reasons. */
function unreasoned(draft: FindingDraft, defaultGrade: Grade | undefined): FindingProblem | undefined {
  const [grade, harm] = [grades.find((one) => one === draft.grade), harms.find((one) => one === draft.harm)];
  const length = reasonsIn(draft).length;
  const asked = grade && asksReasons({ grade, defaultGrade: defaultGrade ?? grade, harm: harm ?? null });
  if (length >= least || (length === 0 && !asked)) return undefined;
  return { field: 'gradingReasons', message: 'Say why the grade is lower, 10 characters at least' };
}

function tooLong({
  statement,
  evidence,
  lawInstrument,
  lawPlace,
  gradingReasons = '',
}: FindingDraft): FindingProblem | undefined {
  const message = (most: string) => `This is too long: ${most} characters at most`;
  if (statement.length > limits.text) return { field: 'statement', message: message('10,000') };
  if (evidence.length > limits.text) return { field: 'findingEvidence', message: message('10,000') };
  if (gradingReasons.length > limits.text) return { field: 'gradingReasons', message: message('10,000') };
  if (lawInstrument.length > limits.line) return { field: 'lawInstrument', message: message('300') };
  if (lawPlace.length > limits.line) return { field: 'lawPlace', message: message('300') };
  return undefined;
}
