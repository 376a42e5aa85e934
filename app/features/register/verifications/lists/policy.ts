import type { Actor } from '#app/platform/scope.ts';

/** People of a company; each list and portfolio is the company's that made it, and nobody else's. */
export const mayCheckLists = (actor: Actor) => actor.kind === 'company';
