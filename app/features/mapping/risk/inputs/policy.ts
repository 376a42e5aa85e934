import type { Actor, Officer } from '#app/platform/scope.ts';

/** The scheme's officers say which published numbers count. */
export const mayImportInputs = (actor: Actor): actor is Officer => actor.kind === 'officer';
