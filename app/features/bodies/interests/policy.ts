import type { Auditor, Decider, Officer, Reviewer, SignedIn } from '#app/platform/scope.ts';

/** Those whose word weighs in a certification, and who therefore say what ties them. */
export type Declaring = Auditor | Reviewer | Officer | Decider;
export const declaringRoles = ['auditor', 'reviewer', 'officer', 'decider'] as const;

export const mayDeclareInterests = (actor: SignedIn): actor is Declaring =>
  declaringRoles.some((role) => role === actor.kind);
