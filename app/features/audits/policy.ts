import type { Actor, Auditor, Recruiter, Reviewer, System } from '#app/platform/scope.ts';

import type { Member } from './model.ts';

/** An audit, or a finding of it: what policies ask about. */
type Audited = {
  auditBodyId: string;
  organisationId: string;
  team: readonly Pick<Member, 'accountId' | 'role' | 'tied'>[];
};

export const isAuditorOf = (actor: Actor, auditBodyId: string): actor is Auditor =>
  actor.kind === 'auditor' && actor.organisationId === auditBodyId;

/** Everyone on the team says first what ties them. */
export const mayDeclare = (actor: Actor, { auditBodyId, team }: Audited): actor is Auditor =>
  isAuditorOf(actor, auditBodyId) && team.some(({ accountId }) => accountId === actor.accountId);

/** Everyone on the team who is not tied audits: assesses, hears workers, raises findings, answers plans and evidence. */
export const mayAudit = (actor: Actor, { auditBodyId, team }: Audited): actor is Auditor =>
  isAuditorOf(actor, auditBodyId) &&
  team.some(({ accountId, tied }) => accountId === actor.accountId && tied !== true);

/** The lead auditor alone moves the audit on. */
export const mayLead = (actor: Actor, audited: Audited): actor is Auditor =>
  mayAudit(actor, audited) &&
  audited.team.some(({ accountId, role }) => role === 'lead_auditor' && accountId === actor.accountId);

/** The second person: reviews reports and closes grave findings. Whether they were on the team, the rule asks. */
export const mayReview = (actor: Actor, { auditBodyId }: Audited): actor is Reviewer =>
  actor.kind === 'reviewer' && actor.organisationId === auditBodyId;

/** People of the body who know the finding: its team and its reviewers. */
export const mayGrade = (actor: Actor, audited: Audited): actor is Auditor | Reviewer =>
  mayAudit(actor, audited) || mayReview(actor, audited);

/** Only the audited recruiter's own people answer its findings. */
export const mayAnswer = (actor: Actor, { organisationId }: Audited): actor is Recruiter =>
  actor.kind === 'recruiter' && actor.organisationId === organisationId;

/** Steps that follow from another room's fact are the house's own. */
export const isHouse = (actor: Actor): actor is System => actor.kind === 'system';
