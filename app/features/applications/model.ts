/** States of domain 2.8 (a); the table's check has the same shapes. */
export const states = [
  'draft',
  'submitted',
  'awaiting_payment',
  'under_review',
  'deferred',
  'deferred_expired',
  'rejected',
  'accepted',
  'engaged',
  'in_audit',
  'decision_pending',
  'certified',
  'refused',
  'appealed',
  'withdrawn',
  'lapsed',
  'discarded',
] as const;
export type State = (typeof states)[number];

type Started = { id: string; reference: string; organisationId: string; schemeVersionId: string };

export type Draft = Started & { state: 'draft' };
export type Submitted = Started & { state: 'submitted' };
export type AwaitingPayment = Started & { state: 'awaiting_payment'; paymentDueOn: string };
export type UnderReview = Started & { state: 'under_review'; reviewDueOn: string };
export type Deferred = Started & { state: 'deferred'; answerBy: string };
/** Its time to answer ran out: reviewed again after the extra fee, until the day it lapses. */
export type DeferredExpired = Started & { state: 'deferred_expired'; lapsesOn: string };
export type Rejected = Started & { state: 'rejected'; rejectedAt: Date };
export type Accepted = Started & { state: 'accepted'; acceptedAt: Date; lapsesOn: string | null };
export type Engaged = Started & {
  state: 'engaged';
  acceptedAt: Date;
  lapsesOn: string | null;
  auditBodyId: string;
  engagedAt: Date;
};
export type InAudit = Started & {
  state: 'in_audit';
  auditBodyId: string;
  /** Later than the audits began where another body took the place of one that was barred. */
  engagedAt: Date;
  auditStartedAt: Date;
};
export type DecisionPending = Started & {
  state: 'decision_pending';
  auditBodyId: string;
  packageFrozenAt: Date;
};
export type Refused = Started & { state: 'refused'; concludedAt: Date };
/** `appealFrom`: the decision that is appealed against. */
export type Appealed = Started & { state: 'appealed'; appealFrom: AppealedFrom; appealDueOn: string };
export type Ended = Started & { state: 'certified' | 'withdrawn' | 'lapsed' | 'discarded' };

export const appealable = ['rejected', 'refused'] as const;
export type AppealedFrom = (typeof appealable)[number];

export type Application =
  | Draft
  | Submitted
  | AwaitingPayment
  | UnderReview
  | Deferred
  | DeferredExpired
  | Rejected
  | Accepted
  | Engaged
  | InAudit
  | DecisionPending
  | Refused
  | Appealed
  | Ended;

/** What a new application may follow; the index of live ones leaves out the same. */
export const endedStates = ['rejected', 'certified', 'refused', 'withdrawn', 'lapsed', 'discarded'] as const;

/** What each state is called where people read it. */
export const stateNames: Record<State, string> = {
  draft: 'Draft',
  submitted: 'Sent',
  awaiting_payment: 'Waiting for the fee',
  under_review: 'In review',
  deferred: 'More information asked',
  deferred_expired: 'Time to answer ran out',
  rejected: 'Rejected',
  accepted: 'Accepted',
  engaged: 'Audit body engaged',
  in_audit: 'In audit',
  decision_pending: 'With the decision panel',
  certified: 'Certified',
  refused: 'Certification refused',
  appealed: 'Appealed',
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
  discarded: 'Draft discarded',
};

/** Sections of an application (domain 2.3), in the order they are filled in; `declarations` is signed last. */
export const sections = [
  'identity',
  'owners',
  'licences',
  'operations',
  'volumes',
  'network',
  'money',
  'systems',
  'disputes',
  'readiness',
  'scope',
  'declarations',
] as const;
export type Section = (typeof sections)[number];

export const sectionNames: Record<Section, string> = {
  identity: 'About the agency',
  owners: 'Owners and directors',
  licences: 'Licences',
  operations: 'How you work',
  volumes: 'Workers placed',
  network: 'Your network',
  money: 'Who pays what',
  systems: 'Policies and systems',
  disputes: 'Disputes',
  readiness: 'Readiness',
  scope: 'Scope you ask for',
  declarations: 'Declarations',
};

export const isSection = (text: string): text is Section => sections.some((section) => section === text);

export type Licence = { authority: string; jurisdiction: string; number: string; validUntil: string };

/** What the scheme itself reads from an application: the rest is for people. */
export type Facts = {
  legalName: string;
  tradingNames: string[];
  licences: Licence[];
  corridors: string[];
  sectors: string[];
  offices: string[];
};
