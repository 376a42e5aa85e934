import { ok, refuse } from '#app/platform/result.ts';

import { orderable } from '../rules.ts';

/** A certificate that is over is not audited any more. */
export const propose = (status: string) => (orderable(status) ? ok(status) : refuse('certificate_ended'));

export function dismiss({ outcome, tied }: { outcome: string | null; tied: boolean }) {
  if (tied) return refuse('tied_officer');
  return outcome === null ? ok({ outcome: 'dismissed' as const }) : refuse('proposal_answered');
}
