import type { Actor } from '#app/platform/scope.ts';

/** People of a company, and its keys, which act in its name. */
export const mayWatch = (actor: Actor) => actor.kind === 'company';

/** Owners of a company: an endpoint receives in its name for as long as nobody ends it. */
export const mayManageEndpoints = (actor: Actor) => actor.kind === 'company' && actor.owner === true;
