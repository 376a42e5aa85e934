import type { SignedIn } from '#app/platform/scope.ts';

import type { Audit } from './model.ts';
import { mayAudit, mayLead, mayReview } from './policy.ts';

/** What a person can do next with a record; the first is the one the page offers foremost. */
export type Step = { to: string; label: string };

export function stepsOf(audit: Audit, actor: SignedIn): Step[] {
  const at = (page: string, label: string): Step => ({ to: `/audits/${audit.id}/${page}`, label });
  if (mayReview(actor, audit)) {
    if (audit.state !== 'tech_review') return [];
    return [at('review', 'Approve the report'), at('return', 'Return it')];
  }
  if (!mayAudit(actor, audit)) return [];
  const lead = mayLead(actor, audit);
  switch (audit.state) {
    case 'scheduled': {
      const mine = audit.team.find(({ accountId }) => accountId === actor.accountId);
      return mine?.conflicted === null ? [at('declare', 'Declare conflicts')] : [];
    }
    case 'team_assigned':
      return lead ? [at('plan', 'Plan the audit'), at('cancel', 'Cancel the audit')] : [];
    case 'planned':
      return lead ? [at('start', 'Start the audit'), at('cancel', 'Cancel the audit')] : [];
    case 'in_progress': {
      const work = at('indicators?show=open', 'Go through the indicators');
      return lead ? [work, at('close-fieldwork', 'Close fieldwork')] : [work];
    }
    case 'fieldwork_done':
      if (!lead) return [];
      return [
        audit.type === 'stage1' ? at('readiness', 'Record the outcome') : at('report', 'Write the report'),
      ];
    case 'tech_review':
    case 'caps_open':
    case 'ready_for_decision':
    case 'closed':
    case 'cancelled':
      return [];
  }
}
