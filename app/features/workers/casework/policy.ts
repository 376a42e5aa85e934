import type { Actor, SignedIn } from '#app/platform/scope.ts';

export type Caseworker = Extract<SignedIn, { kind: 'caseworker' }>;

/** Who works on complaints: caseworkers, and nobody else of the scheme. */
export const mayWork = (actor: Actor): actor is Caseworker => actor.kind === 'caseworker';

/** Who may be the second person that lets somebody into a case that is not theirs. */
export const witnessRoles = ['caseworker', 'officer'] as const;
export type Witness = Extract<SignedIn, { kind: (typeof witnessRoles)[number] }>;
export const mayWitness = (actor: Actor): actor is Witness =>
  actor.kind === 'caseworker' || actor.kind === 'officer';

/** Who is passed what a caseworker wrote for them. */
export const addresseeRoles = ['recruiter', 'auditor'] as const;
export type Addressed = Extract<SignedIn, { kind: (typeof addresseeRoles)[number] }>;
export const mayRespond = (actor: Actor): actor is Addressed =>
  actor.kind === 'recruiter' || actor.kind === 'auditor';
