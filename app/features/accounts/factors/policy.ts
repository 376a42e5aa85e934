import type { Actor, Officer } from '#app/platform/scope.ts';

/** Whoever runs the scheme answers for who works in it. */
export const mayResetFactors = (actor: Actor): actor is Officer => actor.kind === 'officer';
