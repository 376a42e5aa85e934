import type { Visitor } from '#app/platform/scope.ts';

/**
 * The states of a complaint (domain 5.4). `safety_triage` is over when somebody has said whether the person is safe;
 * `monitored` is the watch for reprisal that follows the closing.
 */
export const complaintStates = [
  'received',
  'safety_triage',
  'acknowledged',
  'admissibility',
  'routed',
  'investigating',
  'finding',
  'remedy_agreed',
  'remedy_delivered',
  'confirmed_by_worker',
  'closed',
  'monitored',
  'withdrawn',
  'inadmissible',
  'appealed',
] as const;
export type ComplaintState = (typeof complaintStates)[number];

/** What was done to somebody (domain 5.4, issue codes). */
export const issueCodes = [
  'fees',
  'deposit_or_loan',
  'deception',
  'contract_changed',
  'documents_withheld',
  'confinement',
  'wages',
  'violence_or_harassment',
  'discrimination',
  'data_misuse',
  'retaliation',
  'false_certification_claim',
  'other',
] as const;
export type IssueCode = (typeof issueCodes)[number];

/** Who complains, and where on the way the worker is. */
export const complainants = ['worker', 'relative', 'organisation', 'other'] as const;
export type Complainant = (typeof complainants)[number];
export const workerStages = ['before_leaving', 'on_the_way', 'at_work', 'back_home'] as const;
export type WorkerStage = (typeof workerStages)[number];

/** With whom what was said may be shared, each by itself and each withdrawable. `statistics`: counted, never shown. */
export const consentParties = [
  'recruiter',
  'employer',
  'authority',
  'audit_body',
  'organisation',
  'statistics',
] as const;
export type ConsentParty = (typeof consentParties)[number];

export const outcomesWanted = [
  'money_back',
  'documents_back',
  'wages_paid',
  'leave_safely',
  'stop_for_others',
] as const;
export type OutcomeWanted = (typeof outcomesWanted)[number];

/** What somebody may tell beyond the first page, a page each; all of it optional. */
export const complaintSections = [
  'about_you',
  'what_was_done',
  'payments',
  'where',
  'outcome',
  'contact',
  'consents',
  'files',
] as const;
export type ComplaintSection = (typeof complaintSections)[number];

const states: readonly string[] = complaintStates;
export const isState = (state: string): state is ComplaintState => states.includes(state);

/** Whoever writes without an account acts as nobody, also where somebody of the scheme is signed in on the same device. */
export const reporter: Visitor = { kind: 'visitor' };
