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
