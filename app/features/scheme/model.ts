export const grades = ['critical', 'major', 'minor', 'observation'] as const;
export type Grade = (typeof grades)[number];
/** The gravest comes first. */
export const isLesser = (grade: Grade, than: Grade) => grades.indexOf(grade) > grades.indexOf(than);

type Lowered = { grade: Grade; defaultGrade: Grade; gradedBecause: string | null };
/** Why a finding has a lesser grade than its indicator names, or is minor though workers were harmed; the same wherever it is read. */
export function gradingInWords({ grade, defaultGrade, gradedBecause }: Lowered) {
  if (gradedBecause === null) return null;
  const before = isLesser(grade, defaultGrade) ? `Default grade: ${defaultGrade}` : 'Workers were harmed';
  return `${before}; graded ${grade} because: ${gradedBecause}`;
}

export const evidenceTypes = ['D', 'M', 'W', 'P', 'O', 'R'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

export const evidenceTypeNames: Record<EvidenceType, string> = {
  D: 'documents',
  M: 'management or staff interview',
  W: 'worker interview',
  P: 'partner or employer interview',
  O: 'observation',
  R: 'public register',
};

/** Days allowed after the report is final; `contain` only for critical findings (domain 2.5). */
export type FindingClock = { contain: number | null; plan: number; close: number };

/** Everything that counts days, months or money, fixed for each version of the scheme (domain 2.5, 2.6, 2.8). */
export type Terms = {
  fees: { application: { amountMinor: number; currency: string } };
  clocks: {
    paymentDays: number;
    reviewDays: number;
    deferralDays: number;
    appealDays: number;
    engagementDays: number;
    decisionDays: number;
    findings: { critical: FindingClock; major: FindingClock; minor: FindingClock };
    audits: AuditClocks;
    correctiveAction: CorrectiveActionClocks;
    certificates: CertificateClocks;
  };
  panel: PanelRules;
  risk: RiskModel;
  validityMonths: number;
};

/** Domain 2.8 (b); days are calendar days where the name does not say otherwise. */
export type AuditClocks = {
  objectionDays: number;
  noticeDays: number;
  postponementDays: number;
  reportWorkingDays: number;
  factCheckWorkingDays: number;
  reviewWorkingDays: number;
  correctiveActionMonths: number;
  /** Within these of the acceptance the first audit begins, and the next within these of the end of the one before. */
  stageMonths: number;
  consequenceDays: number;
  /** So long after its end an audit still knows who the workers were that it heard. */
  interviewIdentityDays: number;
};

/** Domain 2.8 (c). `minorsForMajor`: so many minors on one criterion suggest a major. */
export type CorrectiveActionClocks = {
  disputeDays: number;
  disputeAnswerDays: number;
  planReviewDays: number;
  resubmitDays: number;
  mostReturns: number;
  evidenceReviewDays: number;
  minorsForMajor: number;
  /** From the day harm to workers was told to the day it is repaid. */
  remedyDays: number;
};

/** Domain 2.6, 2.8 (d). `announceDays`: how long before a change by clock it is announced. */
export type CertificateClocks = {
  suspensionMonths: number;
  restorationMonths: number;
  reentryMonths: number;
  reentryAfterFraudMonths: number;
  announceDays: number[];
  surveillanceMonths: number;
  recertificationOpensMonths: number;
  recertificationDoneMonths: number;
  transferReviewDays: number;
};

/** How many votes make a decision, and how many days an appeal may take (domain 2.6). */
export type PanelRules = { quorum: number; appealDecisionDays: number; appealAcknowledgeWorkingDays: number };

/**
 * How the risk of a labour supply chain is reckoned (domain 3.4). Parts run from 0 to 100, shares add up to 1. Whatever nobody
 * knows counts as `unknown`, which is more than the 50 of an average.
 */
export type RiskModel = {
  id: string;
  shares: { origin: number; destination: number; sector: number; chain: number };
  chainShares: { tiers: number; informal: number; unlicensed: number; opaque: number; fees: number };
  unknown: number;
  /** Points for each party between a worker and the employer. */
  perTier: number;
  /** Points of the first fee a worker paid, and of each one more. */
  fee: { first: number; each: number };
  /** How much of the risk the best control takes away. */
  controlEffect: number;
  /** The maturity, of 0 to 4, of what nobody has looked at; less than the 2 of an average. */
  unknownMaturity: number;
  /** The least score of each band; what is below is low. */
  bands: { medium: number; high: number; veryHigh: number };
  /** Indicators of which a strong one makes a score high at least, and a person look at it within `reviewDays`. */
  grave: string[];
  reviewDays: number;
};

export type SchemeVersion = {
  id: string;
  standardId: string;
  standardVersion: string;
  title: string;
  source: 'official' | 'interim';
  terms: Terms;
};

export type Indicator = {
  code: string;
  criterionCode: string;
  requirement: string;
  evidenceTypes: EvidenceType[];
  defaultGrade: Exclude<Grade, 'observation'>;
  gradingNote: string | null;
};
export type Criterion = { code: string; title: string; indicators: Indicator[] };
export type Principle = { code: string; title: string; gist: string; criteria: Criterion[] };
