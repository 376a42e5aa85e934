import type { Actor, SignedIn } from '#app/platform/scope.ts';

/** Owners say how people of their organisation sign in. */
export const mayManageSignOn = (actor: SignedIn) => actor.owner === true;

/** An officer confirms what somebody else claimed. */
export const mayConfirmDomain = (actor: Actor, claimedBy: string) =>
  actor.kind === 'officer' && actor.accountId !== claimedBy;
