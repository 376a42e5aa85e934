import type { Covered } from '../scope/rules.ts';

/** What a holder asked to be added to the scope of its certificate. */
export type ScopeRequest = { id: string; added: Covered } & (
  { state: 'requested' } | { state: 'extended' | 'refused'; answer: string }
);
