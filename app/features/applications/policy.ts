import type { Actor } from '#app/platform/scope.ts';

/** Only the recruiter's own people answer, send and withdraw. */
export const mayApply = (actor: Actor, organisationId: string) =>
  actor.kind === 'recruiter' && actor.organisationId === organisationId;

export const mayReview = (actor: Actor) => actor.kind === 'officer';

/** Whether they had a hand in it is asked of the very appeal. */
export const mayDecideAppeal = (actor: Actor) => actor.kind === 'officer' || actor.kind === 'decider';
