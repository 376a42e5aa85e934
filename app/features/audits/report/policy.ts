import type { Actor } from '#app/platform/scope.ts';

import type { Audit, AuditState } from '../model.ts';
import { isOnTeam } from '../rules.ts';

/** Drafts are the body's own; whoever is not the recruiter sees no more than their sight of the audit lets through. */
const shown: readonly AuditState[] = [
  'fact_check',
  'tech_review',
  'report_final',
  'caps_open',
  'ready_for_decision',
  'closed',
  'failed',
];

/** The recruiter reads its report from the check of its facts on, never what is written before. */
export const mayReadReport = (actor: Actor, audit: Audit) =>
  actor.kind === 'recruiter'
    ? actor.organisationId === audit.organisationId && shown.includes(audit.state)
    : actor.kind !== 'auditor' || isOnTeam(audit, actor.accountId);
