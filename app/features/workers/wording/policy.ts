import type { Actor, SignedIn } from '#app/platform/scope.ts';

/**
 * Who reviews what workers read: any officer or caseworker of the scheme. No account says which languages somebody is at home
 * in (its own is that of its mails), so whoever approves says on whose word: their own, or a native reader's who told them.
 */
export const reviewerRoles = ['officer', 'caseworker'] as const;
export type WordingReviewer = Extract<SignedIn, { kind: (typeof reviewerRoles)[number] }>;

export const mayReviewWording = (actor: Actor): actor is WordingReviewer =>
  actor.kind === 'officer' || actor.kind === 'caseworker';
