import type { Actor, Auditor, Officer, Reviewer } from '#app/platform/scope.ts';

/** A body's own people, and the scheme, keep and read what its auditors can do. */
export type Keeping = Auditor | Reviewer | Officer;
export const keepingRoles = ['auditor', 'reviewer', 'officer'] as const;

export const mayKeep = (actor: Actor, bodyId: string): actor is Keeping =>
  actor.kind === 'officer' || mayAsk(actor, bodyId);

/** The body asks for its auditors' approval; the scheme answers. */
export const mayAsk = (actor: Actor, bodyId: string): actor is Auditor | Reviewer =>
  (actor.kind === 'auditor' || actor.kind === 'reviewer') && actor.organisationId === bodyId;
