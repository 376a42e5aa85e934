import type { Actor } from '#app/platform/scope.ts';

/** Only an organisation's own people add, renew and withdraw its documents. */
export const mayKeep = (actor: Actor, organisationId: string) =>
  actor.kind === 'recruiter' && actor.organisationId === organisationId;
