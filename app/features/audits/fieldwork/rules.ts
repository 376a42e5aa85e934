import { ok, refuse } from '#app/platform/result.ts';

import type { Audit, Closed, FieldworkDone, Readiness } from '../model.ts';
import { stands } from '../rules.ts';

/** Assessments are made during fieldwork and stand afterwards. */
export const assess = (audit: Audit) => (audit.state === 'in_progress' ? ok(audit) : stands(audit));

/** Findings may still be raised after fieldwork, until the report is sent, and again when it is returned. */
export const raise = (audit: Audit) =>
  audit.state === 'in_progress' || audit.state === 'fieldwork_done' ? ok(audit) : stands(audit);

/** `open`: indicators without an assessment, or marked to come back to. Stage 1 needs none. */
export function closeFieldwork(audit: Audit, open: number) {
  if (audit.state !== 'in_progress') return stands(audit);
  if (audit.type === 'stage2' && open > 0) return refuse('indicators_open');
  return ok<FieldworkDone>({ ...audit, state: 'fieldwork_done' });
}

export function recordReadiness(audit: Audit, readiness: Readiness) {
  if (audit.type !== 'stage1') return refuse('not_stage1');
  if (audit.state !== 'fieldwork_done') return stands(audit);
  return ok<Closed>({ ...audit, state: 'closed', readiness });
}
