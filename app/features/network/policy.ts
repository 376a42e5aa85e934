import type { Actor } from '#app/platform/scope.ts';

/** A network is kept by the recruiter's own people. */
export const mayKeep = (actor: Actor, organisationId: string) =>
  actor.kind === 'recruiter' && actor.organisationId === organisationId;

/** Who reads an applicant's network: the scheme once the application was sent, and the audit body that serves it. */
export function mayReadNetwork(actor: Actor, application: { sent: boolean; auditBodyId: string | null }) {
  if (actor.kind === 'officer') return application.sent;
  return (
    (actor.kind === 'auditor' || actor.kind === 'reviewer') &&
    actor.organisationId === application.auditBodyId
  );
}
