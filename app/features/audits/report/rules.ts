import { ok, refuse } from '#app/platform/result.ts';

import { settled, type Standing } from '../findings/rules.ts';
import type { Audit, CapsOpen, FieldworkDone, ReadyForDecision, TechReview } from '../model.ts';
import { isOnTeam, stands } from '../rules.ts';

export function submitReport(audit: Audit, summary: string, reportedBy: string, reportedAt: Date) {
  if (audit.type !== 'stage2') return refuse('not_stage2');
  if (audit.state !== 'fieldwork_done') return stands(audit);
  return ok<TechReview>({ ...audit, state: 'tech_review', summary, reportedBy, reportedAt });
}

/** `findings` as they stand once issued. Nobody reviews what they helped to find. */
export function approve(audit: Audit, reviewedBy: string, findings: readonly Standing[]) {
  if (audit.state !== 'tech_review') return stands(audit);
  if (isOnTeam(audit, reviewedBy)) return refuse('reviewer_on_team');
  const state = settled(findings) ? 'ready_for_decision' : 'caps_open';
  return ok<CapsOpen | ReadyForDecision>({ ...audit, state, reviewedBy });
}

export function returnReport(audit: Audit, reviewer: string) {
  if (audit.state !== 'tech_review') return stands(audit);
  if (isOnTeam(audit, reviewer)) return refuse('reviewer_on_team');
  return ok<FieldworkDone>({ ...audit, state: 'fieldwork_done' });
}
