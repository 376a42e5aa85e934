import type { Actor } from '#app/platform/scope.ts';

/** People of a company act on its own chain, and nobody on another's. */
export const mayAct = (actor: Actor, companyId: string) =>
  actor.kind === 'company' && actor.organisationId === companyId;
