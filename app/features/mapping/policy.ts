import type { Actor } from '#app/platform/scope.ts';

/** People of a company map its own chain, and nobody maps another's. */
export const mayMap = (actor: Actor, companyId?: string) =>
  actor.kind === 'company' && (companyId === undefined || actor.organisationId === companyId);
