import type { ComplaintState } from '../complaints/model.ts';

/** To whom a case may be passed: `recruiter` is its own grievance mechanism, `scheme` the scheme itself (domain 5.4). */
export const addressees = ['recruiter', 'audit_body', 'scheme', 'authority', 'organisation'] as const;
export type Addressee = (typeof addressees)[number];

export const outcomes = ['substantiated', 'partly_substantiated', 'not_substantiated', 'unresolved'] as const;
export type Outcome = (typeof outcomes)[number];

/** Whose cases a list shows, and which of them. */
export const whoseChoices = ['anyone', 'mine', 'nobody'] as const;
export type Whose = (typeof whoseChoices)[number];

/** Where a case stands, as far as its next step depends on it. `dueAt` null where no clock runs. */
export type Standing = { state: ComplaintState; dueAt: Date | null; outcome: Outcome | null };

/** The steps that somebody at the desk takes; each has a page of its own. */
export const deskSteps = [
  'safety_triage',
  'acknowledged',
  'admissibility',
  'routed',
  'investigating',
  'finding',
  'remedy_agreed',
  'remedy_delivered',
  'closed',
  'inadmissible',
] as const;
export type DeskStep = (typeof deskSteps)[number];

const named: readonly string[] = deskSteps;
export const isDeskStep = (step: string | undefined): step is DeskStep =>
  step !== undefined && named.includes(step);

/** The smallest group of which a number is shown (domain 5.4, small-group suppression). */
export const smallestGroup = 5;
