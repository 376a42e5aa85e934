import type { Grade } from '#app/features/scheme/model.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Audit } from '../../model.ts';
import { raise } from '../../fieldwork/rules.ts';
import { withoutKeys } from '../../interviews/keys.ts';
import type { Finding } from '../model.ts';
import { gradeUp } from '../rules.ts';

/** A finding of an earlier audit, and what this one's team said of it. */
type Past = Pick<Finding, 'grade' | 'state'> & { judged: { effective: boolean; note: string } | null };

/** While findings are raised, the team says of each closed finding of earlier audits whether its correction lasted. */
export function judge(audit: Audit, past: Past, effective: boolean) {
  const may = raise(audit);
  if (!may.ok) return may;
  if (past.judged) return refuse('judged_already');
  if (past.state !== 'closed') return refuse('not_closed_before');
  return ok({ reopenedAs: effective ? null : gradeUp(past.grade) });
}

/** Why it has the grade it has, whatever its indicator names. */
export const graded = ({ name, grade }: { name: string; grade: Grade }) =>
  `it is one grade above ${name}, which was ${grade} and did not stay corrected.`;

/** What did not last, in the words of its own audit and with its number there; this audit's evidence stands beside it. */
export const again = ({ name, statement }: { name: string; statement: string }) =>
  `Again, as in ${name}: ${withoutKeys(statement)}`;
