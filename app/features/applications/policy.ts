import type { Actor } from '#app/platform/scope.ts';

/** Only the recruiter's own people answer, send and withdraw. */
export const mayApply = (actor: Actor, organisationId: string) =>
  actor.kind === 'recruiter' && actor.organisationId === organisationId;

export const mayReview = (actor: Actor) => actor.kind === 'officer';
