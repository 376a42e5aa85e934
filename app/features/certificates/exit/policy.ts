import type { Actor, Recruiter } from '#app/platform/scope.ts';

/** What binds the whole agency is said by its owners. */
export const mayLeave = (actor: Actor, organisationId: string): actor is Recruiter =>
  actor.kind === 'recruiter' && actor.owner === true && actor.organisationId === organisationId;
