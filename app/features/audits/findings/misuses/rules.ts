import { ok, refuse } from '#app/platform/result.ts';

import { raise } from '../../fieldwork/rules.ts';
import type { Audit } from '../../model.ts';

/** What the standard says of claims in public: a misuse is a finding on this indicator (domain 2.6). */
export const claimsIndicator = 'B.1.6';

export type Misuse = { id: string; raised: boolean };

/** Each misuse is one finding, raised in the first audit of its holder that looks at findings. */
export function raiseMisuse(audit: Audit, { raised }: Pick<Misuse, 'raised'>) {
  if (audit.type === 'stage1') return refuse('not_in_stage1');
  const open = raise(audit);
  if (!open.ok) return open;
  return raised ? refuse('misuse_raised') : ok(audit);
}
