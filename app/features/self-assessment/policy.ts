import type { Actor } from '#app/platform/scope.ts';

/** Only the recruiter's own people say how their agency stands. */
export const mayAssessSelf = (actor: Actor, organisationId: string) =>
  actor.kind === 'recruiter' && actor.organisationId === organisationId;
