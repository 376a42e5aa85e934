import type { Actor, Decider, Officer, Recruiter } from '#app/platform/scope.ts';

/** An appeal binds the agency: its owners lodge it. */
export const mayLodge = (actor: Actor, organisationId: string): actor is Recruiter =>
  actor.kind === 'recruiter' && actor.owner === true && actor.organisationId === organisationId;

export const mayAcknowledge = (actor: Actor): actor is Officer => actor.kind === 'officer';

export const mayDecide = (actor: Actor): actor is Officer | Decider =>
  actor.kind === 'officer' || actor.kind === 'decider';
