import type { Covered } from '../scope/rules.ts';

/** What a holder asked to be added to the scope of its certificate. */
export type RequestState = 'requested' | 'audit_needed' | 'extended' | 'refused';
export type ScopeRequest = { id: string; added: Covered; state: RequestState };
