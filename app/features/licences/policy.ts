import type { Actor } from '#app/platform/scope.ts';

export const mayDeclare = (actor: Actor, organisationId: string) =>
  actor.kind === 'recruiter' && actor.organisationId === organisationId;

/** `ownCountry`: where the actor's organisation is. `belongs`: the actor is of the holder's people as well. */
export type Decider = { actor: Actor; ownCountry: string | undefined; belongs: boolean };

/** The scheme, or an authority of the licence's own country; never somebody of the holder's. */
export function mayDecideOn({ country }: { country: string }, { actor, ownCountry, belongs }: Decider) {
  if (belongs) return false;
  return actor.kind === 'officer' || (actor.kind === 'authority' && ownCountry === country);
}
