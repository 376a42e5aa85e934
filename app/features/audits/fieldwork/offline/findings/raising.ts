import { grades } from '#app/features/scheme/model.ts';

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

/** The same demands as the server's form makes, and the words to send where it makes none. */
export function wordsOf(draft: FindingDraft, interviews: readonly string[] | undefined) {
  const problem = missing(draft) ?? tooLong(draft);
  if (problem) return { problem };
  const key = strangeKey(`${draft.statement}\n${draft.evidence}`, interviews);
  if (key)
    return {
      problem: {
        field: draft.statement.includes(key) ? 'statement' : 'findingEvidence',
        message: unknownInterview(key),
      },
    };
  const grade = grades.find((one) => one === draft.grade);
  const requirementKind = requirementsAway.find((one) => one === draft.requirementKind);
  if (!grade || !requirementKind) return { problem: { field: 'grade', message: 'Choose a grade' } };
  const [statement, evidence] = [draft.statement.trim(), draft.evidence.trim()];
  const law = requirementKind === 'law';
  const [lawInstrument, lawPlace] = law ? [draft.lawInstrument.trim(), draft.lawPlace.trim()] : ['', ''];
  const harm = harms.find((one) => one === draft.harm);
  return { words: { grade, requirementKind, statement, evidence, lawInstrument, lawPlace, harm } };
}
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

function tooLong({ statement, evidence, lawInstrument, lawPlace }: FindingDraft): FindingProblem | undefined {
  const message = (most: string) => `This is too long: ${most} characters at most`;
  if (statement.length > limits.text) return { field: 'statement', message: message('10,000') };
  if (evidence.length > limits.text) return { field: 'findingEvidence', message: message('10,000') };
  if (lawInstrument.length > limits.line) return { field: 'lawInstrument', message: message('300') };
  if (lawPlace.length > limits.line) return { field: 'lawPlace', message: message('300') };
  return undefined;
}
