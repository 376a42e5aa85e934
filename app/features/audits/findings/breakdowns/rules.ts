import { ok, refuse } from '#app/platform/result.ts';

import { raise } from '../../fieldwork/rules.ts';
import type { Audit } from '../../model.ts';

export type Minor = { id: string; auditId: string; name: string; indicatorCode: string; criterion: string };
/** What the team said of a criterion before: of which minors, and whether the major it raised still stands. */
export type Answer = { criterion: string; minors: readonly string[]; stands: boolean };
export type Suggestion = { criterion: string; minors: readonly Minor[]; answered: boolean };

type Known = {
  auditId: string;
  /** Of the audit and of the others of its cycle; withdrawn ones left out. */
  minors: readonly Minor[];
  answers: readonly Answer[];
  /** Criteria on which a minor of this audit was regraded up. */
  raised: readonly string[];
  /** So many slips on one criterion are a system that is missing (domain 2.5); the version's terms say how many. */
  minorsForMajor: number;
};

/**
 * Criteria with so many minors or more, at least one of them of this audit. Answered by a major that stands, by reasons
 * that spoke of all these minors, or by one of them graded up.
 */
export function suggestMajors({ auditId, minors, answers, raised, minorsForMajor }: Known): Suggestion[] {
  const criteria = [...new Set(minors.map(({ criterion }) => criterion))].sort();
  return criteria.flatMap((criterion) => {
    const on = minors.filter((minor) => minor.criterion === criterion);
    if (on.length < minorsForMajor || !on.some((minor) => minor.auditId === auditId)) return [];
    const covered = answers.some(
      (answer) =>
        answer.criterion === criterion && answer.stands && on.every(({ id }) => answer.minors.includes(id)),
    );
    return [{ criterion, minors: on, answered: covered || raised.includes(criterion) }];
  });
}

/** While findings are raised, and once for the minors there are. */
export function answerBreakdown(audit: Audit, suggestion: Suggestion | undefined) {
  const open = raise(audit);
  if (!open.ok) return open;
  return suggestion && !suggestion.answered ? ok(suggestion) : refuse('no_breakdown');
}

/** Why it is major, whatever its indicator names. */
export const addedUp = (criterion: string) =>
  `it is what the minor findings on criterion ${criterion} add up to.`;

/** The major is raised on an indicator of one of its minors. */
export const onIndicator = ({ minors }: Suggestion, code: string) =>
  minors.some(({ indicatorCode }) => indicatorCode === code) ? ok(code) : refuse('not_of_criterion');
