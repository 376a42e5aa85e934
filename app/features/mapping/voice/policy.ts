import type { Actor } from '#app/platform/scope.ts';

/** People of a company ask the workers of its own sites, and read what five or more of them say. */
export const mayAskWorkers = (actor: Actor) => actor.kind === 'company';
