import type { Covered } from '../scope/rules.ts';

/** What a holder asked to be added to the scope of its certificate. */
/** `carried`: it goes on with the certificate that took this one's place. `ended`: with its certificate, unanswered. */
export const requestStates = [
  'requested',
  'audit_needed',
  'extended',
  'refused',
  'carried',
  'ended',
] as const;
export type RequestState = (typeof requestStates)[number];
export type ScopeRequest = { id: string; added: Covered; state: RequestState };
