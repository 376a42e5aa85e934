import type { Actor, Officer } from '#app/platform/scope.ts';

/** The scheme manager approves bodies and auditors (domain 2.1). */
export const mayApprove = (actor: Actor): actor is Officer => actor.kind === 'officer';
