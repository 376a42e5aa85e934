import { withKey } from '../../../interviews/keys.ts';
import type { Draft, FindingDraft, Operation, Result } from '../model.ts';

/** Where another auditor had the key of a worker, what was written here names the worker by the new one. */
export type Renamed = { from: string; to: string };

export function renamedBy(operation: Operation | undefined, result: Result): Renamed | undefined {
  if (operation?.kind !== 'interview' || result.outcome !== 'recorded') return undefined;
  const [from, to] = [operation.pseudonym, result.pseudonym];
  return from === to ? undefined : { from, to };
}

export function renamedIn(operation: Operation, renamed: Renamed): Operation {
  switch (operation.kind) {
    case 'interview':
      return operation;
    case 'assess':
      return { ...operation, ...wordsOf(operation, renamed) };
    case 'raise':
      return { ...operation, ...wordsOf(operation, renamed), ...statementOf(operation, renamed) };
  }
}

export const draftRenamed = <D extends Draft | FindingDraft>(draft: D, renamed: Renamed): D => ({
  ...draft,
  ...('statement' in draft ? statementOf(draft, renamed) : {}),
  ...('note' in draft
    ? wordsOf(draft, renamed)
    : { evidence: withKey(draft.evidence, renamed.from, renamed.to) }),
});

const wordsOf = (words: { note?: string; evidence: string }, { from, to }: Renamed) => ({
  ...(words.note === undefined ? {} : { note: withKey(words.note, from, to) }),
  evidence: withKey(words.evidence, from, to),
});

type Stated = { statement: string; gradingReasons?: string | undefined };
const statementOf = ({ statement, gradingReasons }: Stated, { from, to }: Renamed) => ({
  statement: withKey(statement, from, to),
  gradingReasons: gradingReasons && withKey(gradingReasons, from, to),
});
