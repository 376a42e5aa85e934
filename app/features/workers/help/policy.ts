import type { Actor, SignedIn } from '#app/platform/scope.ts';

/** Who keeps the directory: the scheme's officers and its caseworkers. */
export const keeperRoles = ['officer', 'caseworker'] as const;
export type Keeper = Extract<SignedIn, { kind: (typeof keeperRoles)[number] }>;

export const mayKeep = (actor: Actor): actor is Keeper =>
  actor.kind === 'officer' || actor.kind === 'caseworker';
