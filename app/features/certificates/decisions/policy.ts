import type { Actor, Decider } from '#app/platform/scope.ts';

export const mayDecide = (actor: Actor): actor is Decider => actor.kind === 'decider';

/** The panel sets conditions; the scheme's office sees to them. */
export const maySettle = (actor: Actor) => actor.kind === 'officer';
