/** States of domain 2.8 (a), as far as this version of the house goes; the table's check has the same shapes. */
export const states = [
  'draft',
  'submitted',
  'awaiting_payment',
  'under_review',
  'deferred',
  'rejected',
  'accepted',
  'engaged',
  'in_audit',
  'decision_pending',
  'certified',
  'refused',
  'withdrawn',
  'lapsed',
] as const;
export type State = (typeof states)[number];

type Started = { id: string; reference: string; organisationId: string; schemeVersionId: string };

export type Draft = Started & { state: 'draft' };
export type Submitted = Started & { state: 'submitted' };
export type AwaitingPayment = Started & { state: 'awaiting_payment'; paymentDueOn: string };
export type UnderReview = Started & { state: 'under_review'; reviewDueOn: string };
export type Deferred = Started & { state: 'deferred'; answerBy: string };
export type Accepted = Started & { state: 'accepted'; acceptedAt: Date };
export type Engaged = Started & { state: 'engaged'; acceptedAt: Date; auditBodyId: string; engagedAt: Date };
export type InAudit = Started & { state: 'in_audit'; auditBodyId: string; auditStartedAt: Date };
export type DecisionPending = Started & {
  state: 'decision_pending';
  auditBodyId: string;
  packageFrozenAt: Date;
};
export type Ended = Started & { state: 'rejected' | 'certified' | 'refused' | 'withdrawn' | 'lapsed' };

export type Application =
  | Draft
  | Submitted
  | AwaitingPayment
  | UnderReview
  | Deferred
  | Accepted
  | Engaged
  | InAudit
  | DecisionPending
  | Ended;

/** What each state is called where people read it. */
export const stateNames: Record<State, string> = {
  draft: 'Draft',
  submitted: 'Sent',
  awaiting_payment: 'Waiting for the fee',
  under_review: 'In review',
  deferred: 'More information asked',
  rejected: 'Rejected',
  accepted: 'Accepted',
  engaged: 'Audit body engaged',
  in_audit: 'In audit',
  decision_pending: 'With the decision panel',
  certified: 'Certified',
  refused: 'Certification refused',
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
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
