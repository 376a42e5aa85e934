import type { Actor, SignedIn } from '#app/platform/scope.ts';

/** Who keeps the recordings: those who keep the words they are read from, the scheme's officers and its caseworkers. */
export const clipRoles = ['officer', 'caseworker'] as const;
export type ClipKeeper = Extract<SignedIn, { kind: (typeof clipRoles)[number] }>;

export const mayKeepClips = (actor: Actor): actor is ClipKeeper =>
  actor.kind === 'officer' || actor.kind === 'caseworker';
