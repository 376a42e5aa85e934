import { ok, refuse } from '#app/platform/result.ts';

import type { Finding } from '../model.ts';
import { stands } from '../rules.ts';

type Left = Finding & { told: boolean };

/**
 * A recruiter that leaves takes nothing back: what was critical, and whom it harmed, is told to the scheme, once for each
 * finding that is open then.
 */
export function leaveOpen(finding: Left) {
  if (finding.state === 'closed' || finding.state === 'withdrawn') return stands(finding);
  if (finding.grade !== 'critical' && finding.harm === null) return refuse('nothing_grave');
  return finding.told ? refuse('told_before') : ok({ harmed: finding.harm !== null });
}
