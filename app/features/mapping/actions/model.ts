import type { Day } from '#app/platform/calendar.ts';

/** Where an action stands. `effective` and `not_effective`: somebody looked whether it worked. */
export const states = ['planned', 'under_way', 'done', 'effective', 'not_effective'] as const;
export type State = (typeof states)[number];
export const isState = (text: string): text is State => states.some((one) => one === text);

export const stateNames: Record<State, string> = {
  planned: 'Planned',
  under_way: 'Under way',
  done: 'Done, not yet verified',
  effective: 'Verified: it worked',
  not_effective: 'Verified: it did not work',
};

export const stepKinds = [...states, 'evidence', 'changed'] as const;
export type StepKind = (typeof stepKinds)[number];

/** A residual risk of 100, and where it is from: the last score, or somebody's judgement with reasons. */
export type Residual = { risk: number; from: 'score' } | { risk: number; from: 'entered'; why: string };

/** A line of an action's history. */
export type Step = { kind: StepKind; residual: Residual | null };

export type Action = {
  id: string;
  companyId: string;
  partyId: string | null;
  state: State;
  dueOn: Day;
};

/** The eleven indicators of forced labour and the scheme's own two, as pages name them. */
export const indicatorNames = {
  abuse_of_vulnerability: 'Abuse of vulnerability',
  deception: 'Deception',
  restriction_of_movement: 'Restriction of movement',
  isolation: 'Isolation',
  physical_and_sexual_violence: 'Physical and sexual violence',
  intimidation_and_threats: 'Intimidation and threats',
  retention_of_identity_documents: 'Identity documents held',
  withholding_of_wages: 'Wages withheld',
  debt_bondage: 'Debt bondage',
  abusive_working_and_living_conditions: 'Abusive working and living conditions',
  excessive_overtime: 'Excessive overtime',
  recruitment_fees: 'Workers paid for the job',
  child_recruitment: 'A child was recruited',
} as const;
