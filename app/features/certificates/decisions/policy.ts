import type { Actor, Decider } from '#app/platform/scope.ts';

export const mayDecide = (actor: Actor): actor is Decider => actor.kind === 'decider';
