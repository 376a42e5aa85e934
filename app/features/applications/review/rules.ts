import { ok, refuse } from '#app/platform/result.ts';

import type { Section } from '../model.ts';

export type Declaration = { accountId: string; conflicted: boolean };

/** How somebody stands to an application: ties do not go away by being declared again. */
export function standingOf(declarations: readonly Declaration[], accountId: string) {
  const own = declarations.filter((declaration) => declaration.accountId === accountId);
  if (own.length === 0) return 'undeclared';
  return own.some(({ conflicted }) => conflicted) ? 'conflicted' : 'free';
}
export type Standing = ReturnType<typeof standingOf>;

/** Nobody opens or decides what they did not declare themselves free for. */
export function openContents(standing: Standing) {
  switch (standing) {
    case 'undeclared':
      return refuse('declare_first');
    case 'conflicted':
      return refuse('conflicted');
    case 'free':
      return ok(standing);
  }
}

/** A declaration stands as it was made; only a tie found later is added to it. */
export function declare(standing: Standing, conflicted: boolean) {
  if (standing === 'conflicted' || (standing === 'free' && !conflicted)) return refuse('already_declared');
  return ok({ conflicted });
}

export type Line = { section: Section; state: 'in_order' | 'gap'; note: string };

/** What is still missing: the latest word on each section. */
export const openGaps = <L extends Line>(lines: readonly L[]) => lines.filter(({ state }) => state === 'gap');

/** Only while the scheme reviews it: what the applicant was told stands until it answers. */
export const check = (state: string) => (state === 'under_review' ? ok(state) : refuse('not_under_review'));
