import type { Actor } from '#app/platform/scope.ts';

/** What a recruiter publishes of itself is its own people's to say. */
export const mayPublish = (actor: Actor, organisationId: string) =>
  actor.kind === 'recruiter' && actor.organisationId === organisationId;
