/** States of domain 2.8 (b); the table's check has the same shapes. */
export const auditStates = [
  'scheduled',
  'team_assigned',
  'planned',
  'notified',
  'postponed',
  'refused_by_auditee',
  'in_progress',
  'aborted',
  'fieldwork_done',
  'report_draft',
  'fact_check',
  'tech_review',
  'report_final',
  'caps_open',
  'ready_for_decision',
  'closed',
  'failed',
  'cancelled',
] as const;
export type AuditState = (typeof auditStates)[number];

/** States in which an audit is still ahead of the end of its fieldwork. */
export const aheadStates: readonly AuditState[] = [
  ...(['scheduled', 'team_assigned', 'planned'] as const),
  ...(['notified', 'postponed', 'in_progress'] as const),
];

/** States of an audit whose team still works: until the report is final. */
export const underWay: readonly AuditState[] = [
  ...(['scheduled', 'team_assigned', 'planned', 'notified', 'postponed'] as const),
  ...(['in_progress', 'fieldwork_done', 'report_draft', 'fact_check', 'tech_review'] as const),
];

/** The review of a transfer is none, for it is done at the desk; nor is the watching of an auditor, which is kept of the auditor. */
export const auditTypes = [
  'stage1',
  'stage2',
  'surveillance',
  'recertification',
  'special',
  'follow_up',
  'scope_extension',
] as const;
export type AuditType = (typeof auditTypes)[number];

/** The two that come before a certificate; all others are of one. */
export const initialTypes = ['stage1', 'stage2'] as const satisfies readonly AuditType[];
export type InitialType = (typeof initialTypes)[number];

/** Those of a certificate that an officer may order outside its cycle. */
export const orderedTypes = ['special', 'follow_up'] as const satisfies readonly AuditType[];

/** What gives cause for an audit outside the cycle (domain 2.8 b). */
export const auditTriggers = [
  'critical_complaint',
  'licence_sanction',
  'material_change',
  'media_report',
  'failed_call_backs',
  'suspension_follow_up',
  'transfer',
  'random_draw',
  'claims_misused',
] as const;
export type AuditTrigger = (typeof auditTriggers)[number];

/** Causes that came from outside the house: an order says from where, and of which day. */
const fromOutside: readonly AuditTrigger[] = ['media_report', 'failed_call_backs'];
export const asksSource = (trigger: AuditTrigger) => fromOutside.includes(trigger);

/** Why a team left before its work was done, or was not let in. */
export const abortReasons = ['safety', 'obstruction', 'access_denied'] as const;
export type AbortReason = (typeof abortReasons)[number];

/** Nobody's to choose: the application was withdrawn or lapsed, the certificate withdrawn or past its last day. */
export const endedWith = ['application_ended', 'certificate_ended'] as const;
export const endReasons = [...abortReasons, ...endedWith] as const;
export type EndReason = (typeof endReasons)[number];
/** Why an audit was cancelled: its body says so in words, or somebody of its team is tied, or what it belonged to ended. */
export const cancelCauses = ['body', 'conflict', ...endedWith] as const;
export type CancelCause = (typeof cancelCauses)[number];

/** What it belonged to ended: nothing is to be decided of it. */
export const hasEndedWith = (reason: EndReason | null) => endedWith.some((each) => each === reason);

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
export type Member = {
  accountId: string;
  name: string;
  role: TeamRole;
  conflicted: boolean | null;
  /** Whatever ties them to the recruiter today, declared here or elsewhere. */
  tied?: boolean | undefined;
};

type Known = {
  id: string;
  reference: string;
  type: AuditType;
  applicationId: string;
  /** Of the certificate this audit is about; null for stage 1 and stage 2. */
  certificateId: string | null;
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
/** The plan, or what the notice type lets the auditee know of it, was sent. */
export type Notified = Arranged & { state: 'notified' };
/** `postponedUntil`: the latest day on which it begins after all. */
export type Postponed = Arranged & { state: 'postponed'; postponedUntil: string };
export type RefusedByAuditee = Arranged & { state: 'refused_by_auditee' };
export type InProgress = Arranged & { state: 'in_progress' };
export type Aborted = Arranged & { state: 'aborted'; abortReason: EndReason };
export type FieldworkDone = Arranged & { state: 'fieldwork_done' };
export type ReportDraft = Arranged & { state: 'report_draft' };
/** The auditee may say what is wrong in the facts, until `factCheckDueOn`. */
export type FactCheck = Reported & { state: 'fact_check'; factCheckDueOn: string };
export type TechReview = Reported & { state: 'tech_review' };
/** Entered and left in the moment of approval: corrective actions follow, or the decision. */
export type ReportFinal = Reviewed & { state: 'report_final' };
export type CapsOpen = Reviewed & { state: 'caps_open' };
export type ReadyForDecision = Reviewed & { state: 'ready_for_decision' };
/** Grave findings were not corrected within the stop: a new stage 2 is needed (domain 2.6). */
export type Failed = Reviewed & { state: 'failed' };
export type Closed = Arranged & { state: 'closed'; readiness: Readiness | null };
export type Cancelled = Known & { state: 'cancelled'; cancelCause: CancelCause };

export type Audit =
  | Scheduled
  | TeamAssigned
  | Planned
  | Notified
  | Postponed
  | RefusedByAuditee
  | InProgress
  | Aborted
  | FieldworkDone
  | ReportDraft
  | FactCheck
  | TechReview
  | ReportFinal
  | CapsOpen
  | ReadyForDecision
  | Closed
  | Failed
  | Cancelled;

/** How far one stage of an application's audit has come. */
export type Stage = { type: AuditType; state: AuditState; readiness: Readiness | null };

export const typeNames: Record<AuditType, string> = {
  stage1: 'Stage 1',
  stage2: 'Stage 2',
  surveillance: 'Surveillance',
  recertification: 'Recertification',
  special: 'Special audit',
  follow_up: 'Follow-up',
  scope_extension: 'Scope extension',
};

export const stateNames: Record<AuditState, string> = {
  scheduled: 'Declarations awaited',
  team_assigned: 'Team ready',
  planned: 'Planned',
  notified: 'Notified',
  postponed: 'Postponed',
  refused_by_auditee: 'Refused by the recruiter',
  in_progress: 'Fieldwork',
  aborted: 'Broken off',
  fieldwork_done: 'Fieldwork done',
  report_draft: 'Report being written',
  fact_check: 'Fact check',
  tech_review: 'In technical review',
  report_final: 'Report final',
  caps_open: 'Corrective actions open',
  ready_for_decision: 'Ready for decision',
  closed: 'Closed',
  failed: 'Failed: not corrected in time',
  cancelled: 'Cancelled',
};

export const triggerNames: Record<AuditTrigger, string> = {
  critical_complaint: 'A complaint of harm',
  licence_sanction: 'A sanction on a licence',
  material_change: 'A change in the agency',
  media_report: 'A report in the media',
  failed_call_backs: 'Workers could not be called back',
  suspension_follow_up: 'Follow-up of a suspension',
  transfer: 'Transfer from another audit body',
  random_draw: 'Drawn at random',
  claims_misused: 'A misuse of the certificate',
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

/** Who answers what others of the audit body said: of the team, or from outside it. */
export const answererRoles = [...teamRoles, 'reviewer'] as const;
export type AnswererRole = (typeof answererRoles)[number];
export const answererNames: Record<AnswererRole, string> = { ...roleNames, reviewer: 'Technical reviewer' };
