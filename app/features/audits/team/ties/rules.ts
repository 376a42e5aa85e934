import { ok, refuse } from '#app/platform/result.ts';

import type { Audit } from '../../model.ts';
import { isOnTeam, stands } from '../../rules.ts';
import { isUnderWay } from '../rules.ts';

type Releasing = { successor: string | undefined; by: string };

/** Who is tied leaves the team at any time before its report is final; who leads, and who is alone, only to a successor. */
export function release(audit: Audit, accountId: string, { successor, by }: Releasing) {
  if (!isUnderWay(audit)) return stands(audit);
  const leaves = audit.team.find((member) => member.accountId === accountId);
  if (!leaves) return refuse('not_on_team');
  if (leaves.tied !== true) return refuse('not_tied');
  if (by === accountId) return refuse('own_release');
  if (successor && isOnTeam(audit, successor)) return refuse('successor_on_team');
  const needed = leaves.role === 'lead_auditor' || audit.team.length === 1;
  return needed && !successor ? refuse('successor_missing') : ok(leaves);
}
