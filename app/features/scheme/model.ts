export const grades = ['critical', 'major', 'minor', 'observation'] as const;
export type Grade = (typeof grades)[number];

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
  };
  validityMonths: number;
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
