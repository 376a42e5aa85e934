import { ok } from '#app/platform/result.ts';

import type { Aborted, Audit, Cancelled, Closed, endedWith } from '../model.ts';
import { stands } from '../rules.ts';

/**
 * An application that ends takes its audit with it: what had not begun is cancelled, what was not reported yet is broken
 * off, and what was is closed. Stage 1 after its fieldwork knows no other end than being closed.
 */
export const endWithApplication = (audit: Audit) => end(audit, 'application_ended');

/**
 * With a certificate the same; one past its last day may still be restored by the recertification under way. Where another
 * took its place, its holder is certified still: what had begun, or was ordered on a cause, goes on to its end, and the
 * surveillance of the old cycle that had not begun is not held any more, nor the audit of a wider scope: its request goes on
 * with the new certificate, and its audit is ordered of that.
 */
export function endWithCertificate(audit: Audit, ended: 'withdrawn' | 'expired' | 'superseded') {
  if (ended === 'expired' && audit.type === 'recertification') return stands(audit);
  const outcome = end(audit, 'certificate_ended');
  if (ended !== 'superseded' || !outcome.ok) return outcome;
  const replaced = audit.type === 'surveillance' || audit.type === 'scope_extension';
  return replaced && outcome.value.state === 'cancelled' ? outcome : stands(audit);
}

function end(audit: Audit, reason: (typeof endedWith)[number]) {
  switch (audit.state) {
    case 'scheduled':
    case 'team_assigned':
    case 'planned':
    case 'notified':
    case 'postponed':
      return ok<Cancelled>({ ...audit, state: 'cancelled', cancelCause: reason });
    case 'fieldwork_done':
      return audit.type === 'stage1' ? ok(closedBy(audit)) : ok(brokenOff(audit, reason));
    case 'in_progress':
    case 'report_draft':
    case 'fact_check':
    case 'tech_review':
      return ok(brokenOff(audit, reason));
    case 'caps_open':
    case 'ready_for_decision':
      return ok(closedBy(audit));
    case 'report_final':
    case 'refused_by_auditee':
    case 'aborted':
    case 'closed':
    case 'failed':
    case 'cancelled':
      return stands(audit);
  }
}

const brokenOff = (
  audit: Omit<Aborted, 'state' | 'abortReason'>,
  abortReason: (typeof endedWith)[number],
): Aborted => ({ ...audit, state: 'aborted', abortReason });
const closedBy = (audit: Omit<Closed, 'state' | 'readiness'>): Closed => ({
  ...audit,
  ...{ state: 'closed', readiness: null },
});
