import type { Actor, Officer } from '#app/platform/scope.ts';

/** What everybody is asked is the scheme's own word: its officers write it. */
export const mayWrite = (actor: Actor): actor is Officer => actor.kind === 'officer';
