import type { Actor, Officer } from '#app/platform/scope.ts';

/** Audits outside the cycle are the scheme's to order. */
export const mayOrder = (actor: Actor): actor is Officer => actor.kind === 'officer';
