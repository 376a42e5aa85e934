import type { Actor } from '#app/platform/scope.ts';

export const maySuspend = (actor: Actor) => actor.kind === 'officer';
