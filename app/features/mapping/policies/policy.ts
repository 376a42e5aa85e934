import type { Actor } from '#app/platform/scope.ts';

/** People of a company keep its own policies, and nobody another's. */
export const mayKeepPolicies = (actor: Actor, companyId: string) =>
  actor.kind === 'company' && actor.organisationId === companyId;
