import { ok, refuse } from '#app/platform/result.ts';

import { settled, type Standing } from './findings/rules.ts';
import type { Audit, Cancelled, CapsOpen, Closed, ReadyForDecision } from './model.ts';

/** Tells what the audit is by now: whoever acted on an older page learns what changed. */
export const stands = ({ state }: Audit) => refuse(`audit_is_${state}`);

/** A grant is possible once nothing grave is open and every minor has its accepted plan (domain 2.5). */
export function settle(audit: Audit, findings: readonly Standing[]) {
  if (audit.state !== 'caps_open') return stands(audit);
  if (!settled(findings)) return refuse('findings_open');
  return ok<ReadyForDecision>({ ...audit, state: 'ready_for_decision' });
}

/**
 * What became grave after the audit of a certificate was ready is corrected first (domain 2.8 b); what the panel has before
 * it, the panel answers.
 */
export function reopen(audit: Audit, findings: readonly Standing[], beforePanel: boolean) {
  if (audit.state !== 'ready_for_decision') return stands(audit);
  if (audit.certificateId === null || beforePanel) return refuse('before_panel');
  if (settled(findings)) return refuse('findings_settled');
  return ok<CapsOpen>({ ...audit, state: 'caps_open' });
}

/** `ends`: nothing grave of it is open, or the panel has decided, or nothing is to be decided any more. */
export function close(audit: Audit, ends: boolean) {
  if (audit.state !== 'ready_for_decision') return stands(audit);
  if (!ends) return refuse('findings_open');
  return ok<Closed>({ ...audit, state: 'closed', readiness: null });
}

/** Its body cancels it, and says why. */
export function cancel(audit: Audit, reason: string) {
  if (reason.trim() === '') return refuse('reason_needed');
  switch (audit.state) {
    case 'scheduled':
    case 'team_assigned':
    case 'planned':
    case 'notified':
    case 'postponed':
      return ok<Cancelled>({ ...audit, state: 'cancelled', cancelCause: 'body' });
    case 'refused_by_auditee':
    case 'in_progress':
    case 'aborted':
    case 'fieldwork_done':
    case 'report_draft':
    case 'fact_check':
    case 'tech_review':
    case 'report_final':
    case 'caps_open':
    case 'ready_for_decision':
    case 'closed':
    case 'failed':
    case 'cancelled':
      return stands(audit);
  }
}

export const isOnTeam = ({ team }: Audit, accountId: string) =>
  team.some((member) => member.accountId === accountId);
