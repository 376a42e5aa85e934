import type { Grade } from '#app/features/scheme/model.ts';

import type { Member } from '../model.ts';

/** States of domain 2.8 (c), as far as this version of the house goes; the table's check has the same shapes. */
export const findingStates = [
  'raised',
  'issued',
  'awaiting_cap',
  'cap_submitted',
  'cap_returned',
  'cap_accepted',
  'evidence_submitted',
  'evidence_rejected',
  'verified',
  'closed',
  'withdrawn',
] as const;
export type FindingState = (typeof findingStates)[number];

export const verificationMethods = ['desk', 'on_site', 'worker_confirmed'] as const;
export type VerificationMethod = (typeof verificationMethods)[number];

type Known = {
  id: string;
  auditId: string;
  auditReference: string;
  number: number;
  applicationId: string;
  organisationId: string;
  auditBodyId: string;
  team: Pick<Member, 'accountId' | 'role'>[];
  schemeVersionId: string;
  indicatorCode: string;
  grade: Grade;
  /** The harm was stopped, as the recruiter said. */
  contained: boolean;
  /** Another grade somebody proposed and nobody answered yet. */
  proposal: { to: Grade; proposedBy: string } | null;
  /** Rounds so far: plans sent, plans returned, evidence sent. */
  plans: number;
  returns: number;
  proofs: number;
};
type Answerable = Known & { planDueOn: string; closeDueOn: string };

export type Raised = Known & { state: 'raised' };
/** Waits for containment when critical; an observation rests here, without clocks. */
export type Issued = Known & {
  state: 'issued';
  containDueOn: string | null;
  planDueOn: string | null;
  closeDueOn: string | null;
};
export type AwaitingCap = Answerable & { state: 'awaiting_cap' };
export type CapSubmitted = Answerable & { state: 'cap_submitted' };
export type CapReturned = Answerable & { state: 'cap_returned'; returnedOn: string };
export type CapAccepted = Answerable & { state: 'cap_accepted' };
export type EvidenceSubmitted = Answerable & { state: 'evidence_submitted' };
export type EvidenceRejected = Answerable & { state: 'evidence_rejected' };
export type Verified = Answerable & { state: 'verified'; verifiedBy: string };
export type Closed = Known & { state: 'closed' };
export type Withdrawn = Known & { state: 'withdrawn' };

export type Finding =
  | Raised
  | Issued
  | AwaitingCap
  | CapSubmitted
  | CapReturned
  | CapAccepted
  | EvidenceSubmitted
  | EvidenceRejected
  | Verified
  | Closed
  | Withdrawn;

/** Days for a second plan after one was returned, and how often that may happen (domain 2.8 c). */
export const resubmitDays = 7;
export const mostReturns = 2;
/** Days the audit team has to answer (domain 2.8 c). */
export const reviewDays = { plan: 10, evidence: 15 } as const;

/** How a finding is called in lists, mails and talk: "AUD-00012/3". */
export const nameOf = ({ auditReference, number }: Pick<Known, 'auditReference' | 'number'>) =>
  `${auditReference}/${number}`;

export const gradeNames: Record<Grade, string> = {
  critical: 'Critical',
  major: 'Major',
  minor: 'Minor',
  observation: 'Observation',
};

/** The grades of domain 2.5, in a line each. */
export const gradeHints: Record<Grade, string> = {
  critical: 'Harm or zero tolerance: workers charged, papers held, confinement, a child, retaliation',
  major: 'A system is missing or has collapsed, or control over worker protection is likely lost',
  minor: 'A single slip, not systemic',
  observation: 'A risk or an idea; asks for no answer',
};

export const findingStateNames: Record<FindingState, string> = {
  raised: 'Raised',
  issued: 'Issued',
  awaiting_cap: 'Plan awaited',
  cap_submitted: 'Plan sent',
  cap_returned: 'Plan returned',
  cap_accepted: 'Plan accepted',
  evidence_submitted: 'Evidence sent',
  evidence_rejected: 'Evidence rejected',
  verified: 'Verified',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
};

export const methodNames: Record<VerificationMethod, string> = {
  desk: 'At the desk, from documents',
  on_site: 'On site',
  worker_confirmed: 'Confirmed by workers',
};
