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
export type InAudit = Started & { state: 'in_audit'; auditBodyId: string; auditStartedAt: Date };
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

export const sections = ['agency', 'licences', 'corridors', 'volumes', 'agents', 'declarations'] as const;
export type Section = (typeof sections)[number];

export const sectionNames: Record<Section, string> = {
  agency: 'About the agency',
  licences: 'Licences',
  corridors: 'Corridors and sectors',
  volumes: 'Workers placed',
  agents: 'Sub-agents',
  declarations: 'Declarations',
};

export type Licence = { authority: string; jurisdiction: string; number: string; validUntil: string };

export type Answers = {
  agency: {
    legalName: string;
    legalNameLocal?: string | undefined;
    tradingNames: string[];
    companyNumber: string;
    address: string;
    country: string;
    website?: string | undefined;
    contactName: string;
    contactPhone?: string | undefined;
  };
  licences: { licences: Licence[] };
  corridors: { corridors: { origin: string; destination: string }[]; sectors: string[]; offices: string[] };
  volumes: { volumes: { corridor: string; women: number; men: number }[] };
  agents: {
    usesAgents: boolean;
    agents: { name: string; place: string; kind: string; licenceNumber?: string | undefined }[];
  };
  declarations: { signedBy: string; position: string };
};

/** What must be declared before an application is sent (domain 2.3). */
export const declarations = {
  truth: 'What this application says is true and complete.',
  noFees: 'No worker pays us, or anyone in our chain, any recruitment fee or related cost.',
  auditConsent: 'We accept audits, also unannounced ones.',
  contactConsent: 'Auditors may speak with our workers, clients and partners, alone.',
  publication: 'Our name, licence and standing may be published, also when they change.',
  conflicts: 'We have disclosed every tie to the scheme and to audit bodies.',
  dataProtection: 'We have read how the scheme handles personal data.',
} as const;
export type Declaration = keyof typeof declarations;
export const declarationCodes = [
  'truth',
  'noFees',
  'auditConsent',
  'contactConsent',
  'publication',
  'conflicts',
  'dataProtection',
] as const satisfies readonly Declaration[];
