import { ok, refuse } from '#app/platform/result.ts';

import type { Audit } from '../../model.ts';
import { raise } from '../../fieldwork/rules.ts';
import { gradeUp } from '../rules.ts';
import type { Past } from './queries.server.ts';

/** While findings are raised, the team says of each closed finding of the audit before whether its correction lasted. */
export function judge(audit: Audit, past: Past, effective: boolean) {
  const may = raise(audit);
  if (!may.ok) return may;
  if (past.judged) return refuse('judged_already');
  if (past.state !== 'closed') return refuse('not_closed_before');
  return ok({ reopenedAs: effective ? null : gradeUp(past.grade) });
}
