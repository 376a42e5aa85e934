import type { Actor, Officer, SignedIn } from '#app/platform/scope.ts';

/** The session says so; the command asks the locked rows again. */
export const mayManagePeople = (actor: Actor, organisationId: string): actor is SignedIn =>
  'accountId' in actor && actor.owner === true && actor.organisationId === organisationId;

/** Audit bodies, authorities and companies come in by the scheme's hand. */
export const mayFound = (actor: Actor): actor is Officer => actor.kind === 'officer';

export const mayRecordAdvice = (actor: Actor) => actor.kind === 'trainer' || actor.kind === 'officer';

/** Their own sessions everyone ends; somebody else's, the scheme's officers. */
export const mayEndSessionsOf = (actor: Actor) => actor.kind === 'officer';
