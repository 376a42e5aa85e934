import type { Actor } from '#app/platform/scope.ts';

/** Owners of a company. Its other people see which keys there are, so that they know whom to ask. */
export const mayManageKeys = (actor: Actor) => actor.kind === 'company' && actor.owner === true;
