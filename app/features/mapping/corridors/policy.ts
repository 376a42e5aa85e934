import { roles, type Actor, type Officer, type SignedIn } from '#app/platform/scope.ts';

/** The scheme's officers keep the corridor book. */
export const mayKeepCorridors = (actor: Actor): actor is Officer => actor.kind === 'officer';

/** Whoever has an account may read it. */
export const readerRoles = roles;
export const mayReadCorridors = (actor: Actor): actor is SignedIn =>
  actor.kind !== 'visitor' && actor.kind !== 'system';
