/** What the public reads of a certificate that is not simply in force: a class, never a story (domain 2.7). */
export const watchReasons = ['open_major_finding', 'special_audit'] as const;
export const suspensionReasons = [
  'fees_charged',
  'documents_withheld',
  'critical_finding',
  'late_corrective_action',
  'audit_refused',
  'surveillance_not_held',
  'licence_lost',
  'levy_unpaid',
  'claims_misused',
  'own_request',
] as const;
export const withdrawalReasons = [
  'suspension_unresolved',
  'late_corrective_action',
  'fraud',
  'forced_labour',
  'licence_revoked',
  'own_request',
] as const;

export type WatchReason = (typeof watchReasons)[number];
export type SuspensionReason = (typeof suspensionReasons)[number];
export type WithdrawalReason = (typeof withdrawalReasons)[number];
export type ReasonClass = WatchReason | SuspensionReason | WithdrawalReason;

export const reasonNames: Record<ReasonClass, string> = {
  open_major_finding: 'A major finding is being corrected',
  special_audit: 'A special audit is under way',
  fees_charged: 'Workers were charged fees',
  documents_withheld: 'Workers’ documents were held',
  critical_finding: 'A critical finding',
  late_corrective_action: 'A correction came too late',
  audit_refused: 'An audit was refused',
  surveillance_not_held: 'The yearly audit was not held in time',
  licence_lost: 'The state licence was lost or suspended',
  levy_unpaid: 'The yearly levy was not paid',
  claims_misused: 'The certificate was misused in public',
  own_request: 'At the recruiter’s own request',
  suspension_unresolved: 'A suspension was not resolved',
  fraud: 'Fraud',
  forced_labour: 'Forced labour was proven',
  licence_revoked: 'The state licence was revoked',
};

type Issued = {
  id: string;
  number: string;
  organisationId: string;
  applicationId: string;
  validUntil: string;
  since: Date;
};

export type Active = Issued & { status: 'active' };
export type UnderWatch = Issued & { status: 'active_under_watch'; reasonClass: WatchReason };
export type Suspended = Issued & { status: 'suspended'; reasonClass: SuspensionReason };
export type Withdrawn = Issued & { status: 'withdrawn'; reasonClass: WithdrawalReason };
/** A certificate of a new cycle took its place. */
export type Superseded = Issued & { status: 'superseded' };
/** It goes on under a new number with another audit body. */
export type Transferred = Issued & { status: 'transferred' };
export type Certificate = Active | UnderWatch | Suspended | Withdrawn | Superseded | Transferred;

type Stands = { status: string; reasonClass?: string | null };
/** Suspended because its audit body did not look at it in time: the fault may be the body's, so no clock ends it. */
export const isUnheld = ({ status, reasonClass }: Stands) =>
  status === 'suspended' && reasonClass === 'surveillance_not_held';

/** What moves to another audit body, if it has not expired: what counts, and what its body did not look at in time. */
export const moves = (standing: Stands) =>
  standing.status === 'active' || standing.status === 'active_under_watch' || isUnheld(standing);

/** What no longer changes. */
export const finalStatuses = ['withdrawn', 'superseded', 'transferred'] as const;

export const standings = [
  'applicant',
  'certified',
  'certified_under_watch',
  'suspended',
  'withdrawn',
  'expired',
  'not_certified',
] as const;
export type StandingStatus = (typeof standings)[number];

/** Where a registered recruiter stands on a day; `since` is an ISO moment or day. */
export type Standing = { status: StandingStatus; since: string; reasonClass: string | null };

export const standingNames: Record<StandingStatus, string> = {
  applicant: 'Applicant',
  certified: 'Certified',
  certified_under_watch: 'Certified, under watch',
  suspended: 'Suspended',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
  not_certified: 'Not certified',
};

/** The kit's tone of each standing: the same icon and colour everywhere. */
export const standingTones = {
  applicant: 'applicant',
  certified: 'certified',
  certified_under_watch: 'watch',
  suspended: 'suspended',
  withdrawn: 'withdrawn',
  expired: 'withdrawn',
  not_certified: 'withdrawn',
} as const satisfies Record<StandingStatus, string>;
