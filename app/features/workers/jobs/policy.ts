import type { Actor } from '#app/platform/scope.ts';

/** A recruiter's job orders are its own people's to publish. */
export const mayPublishJobs = (actor: Actor, organisationId: string) =>
  actor.kind === 'recruiter' && actor.organisationId === organisationId;

/** And theirs to withdraw, or an officer's. */
export const mayWithdrawJobs = (actor: Actor, organisationId: string) =>
  actor.kind === 'officer' || mayPublishJobs(actor, organisationId);
