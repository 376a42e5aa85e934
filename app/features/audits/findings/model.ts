import type { Grade, Terms } from '#app/features/scheme/model.ts';

import type { AuditState, Member } from '../model.ts';
import type { Harm, RemedyStanding } from '../remedy/model.ts';

/** States of domain 2.8 (c), as far as this version of the house goes; the table's check has the same shapes. */
export const findingStates = [
  'raised',
  'issued',
  'disputed',
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

/** What a finding is measured by. */
export const requirementKinds = ['standard', 'law', 'declaration'] as const;
export type RequirementKind = (typeof requirementKinds)[number];

export const verificationMethods = ['desk', 'on_site', 'worker_confirmed'] as const;
export type VerificationMethod = (typeof verificationMethods)[number];

/** The clocks of its scheme version. */
export type FindingTerms = Pick<Terms['clocks'], 'findings' | 'correctiveAction'>;

type Known = {
  id: string;
  auditId: string;
  auditReference: string;
  auditState: AuditState;
  number: number;
  applicationId: string;
  organisationId: string;
  auditBodyId: string;
  team: Pick<Member, 'accountId' | 'role' | 'tied'>[];
  schemeVersionId: string;
  indicatorCode: string;
  grade: Grade;
  raisedBy: string;
  /** The day it was told; null before. */
  issuedOn: string | null;
  /** Workers paid a fee or a cost: they confirm that it is put right. */
  workersPaid: boolean;
  /** What workers suffered, and how far it is made good. */
  harm: Harm | null;
  remedy: RemedyStanding;
  /** The last day to pay workers what they are owed, until all is entered as paid; null where nothing of that runs. */
  remedyDueOn: string | null;
  /** The harm was stopped, as the recruiter said, and nobody of the team said that it was not. */
  contained: boolean;
  /** How often it was said, and whether the team has still to answer; a grade below critical asks for no answer. */
  containments: number;
  containmentAwaits: boolean;
  containDueOn: string | null;
  /** Another grade somebody proposed and nobody answered yet. */
  proposal: { from: Grade; to: Grade; proposedBy: string } | null;
  /** More time was given once; it was disputed once; the day due was missed and something followed from it. */
  extended: boolean;
  contested: boolean;
  /** Its dispute was not answered in time: it runs on, and the answer is still owed. */
  answerOwed: boolean;
  escalated: boolean;
  terms: FindingTerms;
  /** Rounds so far: plans sent, plans returned, evidence sent. */
  plans: number;
  /** The latest plan says why nothing is planned. */
  noAction: boolean;
  returns: number;
  proofs: number;
};
type Answerable = Known & { planDueOn: string; closeDueOn: string };

export type Raised = Known & { state: 'raised' };
/** Waits for containment when critical; an observation rests here, without clocks. */
export type Issued = Known & {
  state: 'issued';
  planDueOn: string | null;
  closeDueOn: string | null;
};
/** Contested by the recruiter; its own clocks stand still while the answer has its days. */
export type Disputed = Known & {
  state: 'disputed';
  disputedOn: string;
  disputeDueOn: string;
  planDueOn: string | null;
  closeDueOn: string | null;
};
export type AwaitingCap = Answerable & { state: 'awaiting_cap' };
export type CapSubmitted = Answerable & { state: 'cap_submitted' };
export type CapReturned = Answerable & { state: 'cap_returned'; resubmitDueOn: string };
export type CapAccepted = Answerable & { state: 'cap_accepted' };
export type EvidenceSubmitted = Answerable & { state: 'evidence_submitted' };
export type EvidenceRejected = Answerable & { state: 'evidence_rejected' };
export type Verified = Answerable & { state: 'verified'; verifiedBy: string };
export type Closed = Known & { state: 'closed' };
export type Withdrawn = Known & { state: 'withdrawn' };

export type Finding =
  | Raised
  | Issued
  | Disputed
  | AwaitingCap
  | CapSubmitted
  | CapReturned
  | CapAccepted
  | EvidenceSubmitted
  | EvidenceRejected
  | Verified
  | Closed
  | Withdrawn;

/** How a finding is called in lists, mails and talk: "AUD-00012/3". */
export const nameOf = ({ auditReference, number }: Pick<Known, 'auditReference' | 'number'>) =>
  `${auditReference}/${number}`;

export const requirementNames: Record<RequirementKind, { label: string; hint: string }> = {
  standard: { label: 'The standard', hint: 'This indicator and its criterion' },
  law: { label: 'A law', hint: 'A law, a rule or a permit, and the place in it' },
  declaration: { label: 'What the recruiter declared', hint: 'An answer in its own application' },
};

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
  disputed: 'Disputed',
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
