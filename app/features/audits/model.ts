/** States of domain 2.8 (b), as far as this version of the house goes; the table's check has the same shapes. */
export const auditStates = [
  'scheduled',
  'team_assigned',
  'planned',
  'in_progress',
  'fieldwork_done',
  'tech_review',
  'caps_open',
  'ready_for_decision',
  'closed',
  'cancelled',
] as const;
export type AuditState = (typeof auditStates)[number];

export const auditTypes = ['stage1', 'stage2'] as const;
export type AuditType = (typeof auditTypes)[number];

export const noticeTypes = ['announced', 'semi_announced', 'unannounced'] as const;
export type NoticeType = (typeof noticeTypes)[number];

/** What stage 1 ends with: whether stage 2 may begin. */
export const readinessOutcomes = ['ready', 'ready_with_concerns', 'not_ready'] as const;
export type Readiness = (typeof readinessOutcomes)[number];

export const conformities = ['conforms', 'does_not_conform', 'not_applicable', 'come_back'] as const;
export type Conformity = (typeof conformities)[number];

export const teamRoles = ['lead_auditor', 'auditor', 'technical_expert'] as const;
type TeamRole = (typeof teamRoles)[number];

/** `conflicted` is null until this person has declared. */
export type Member = { accountId: string; name: string; role: TeamRole; conflicted: boolean | null };

type Known = {
  id: string;
  reference: string;
  type: AuditType;
  applicationId: string;
  organisationId: string;
  auditBodyId: string;
  schemeVersionId: string;
  team: Member[];
};
type Arranged = Known & { noticeType: NoticeType; startsOn: string; endsOn: string; plan: string };
type Reported = Arranged & { summary: string; reportedAt: Date; reportedBy: string };
type Reviewed = Reported & { reviewedBy: string };

export type Scheduled = Known & { state: 'scheduled' };
export type TeamAssigned = Known & { state: 'team_assigned' };
export type Planned = Arranged & { state: 'planned' };
export type InProgress = Arranged & { state: 'in_progress' };
export type FieldworkDone = Arranged & { state: 'fieldwork_done' };
export type TechReview = Reported & { state: 'tech_review' };
export type CapsOpen = Reviewed & { state: 'caps_open' };
export type ReadyForDecision = Reviewed & { state: 'ready_for_decision' };
export type Closed = Arranged & { state: 'closed'; readiness: Readiness | null };
export type Cancelled = Known & { state: 'cancelled' };

export type Audit =
  | Scheduled
  | TeamAssigned
  | Planned
  | InProgress
  | FieldworkDone
  | TechReview
  | CapsOpen
  | ReadyForDecision
  | Closed
  | Cancelled;

/** How far one stage of an application's audit has come. */
export type Stage = { type: AuditType; state: AuditState; readiness: Readiness | null };

/** Days the technical reviewer has for a report (domain 2.8 b: ten working days). */
export const reportReviewDays = 14;

export const typeNames: Record<AuditType, string> = { stage1: 'Stage 1', stage2: 'Stage 2' };

export const stateNames: Record<AuditState, string> = {
  scheduled: 'Declarations awaited',
  team_assigned: 'Team ready',
  planned: 'Planned',
  in_progress: 'Fieldwork',
  fieldwork_done: 'Fieldwork done',
  tech_review: 'In technical review',
  caps_open: 'Corrective actions open',
  ready_for_decision: 'Ready for decision',
  closed: 'Closed',
  cancelled: 'Cancelled',
};

export const noticeNames: Record<NoticeType, string> = {
  announced: 'Announced',
  semi_announced: 'Semi-announced',
  unannounced: 'Unannounced',
};

export const readinessNames: Record<Readiness, string> = {
  ready: 'Ready',
  ready_with_concerns: 'Ready, with concerns',
  not_ready: 'Not ready',
};

export const conformityNames: Record<Conformity, string> = {
  conforms: 'Conforms',
  does_not_conform: 'Does not conform',
  not_applicable: 'Not applicable',
  come_back: 'Come back',
};

export const roleNames: Record<TeamRole, string> = {
  lead_auditor: 'Lead auditor',
  auditor: 'Auditor',
  technical_expert: 'Technical expert',
};
