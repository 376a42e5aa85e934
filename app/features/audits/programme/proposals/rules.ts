import { ok, refuse } from '#app/platform/result.ts';

import { orderable } from '../rules.ts';

/** A certificate that is over is not audited any more. */
export const propose = (status: string) => (orderable(status) ? ok(status) : refuse('certificate_ended'));

export const dismiss = ({ outcome }: { outcome: string | null }) =>
  outcome === null ? ok({ outcome: 'dismissed' as const }) : refuse('proposal_answered');
