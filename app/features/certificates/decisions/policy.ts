import type { Actor } from '#app/platform/scope.ts';

export const mayDecide = (actor: Actor) => actor.kind === 'decider';
