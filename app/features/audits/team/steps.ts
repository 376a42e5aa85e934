import type { Audit } from '../model.ts';
import type { At, Part, Step } from '../step.ts';

export function teamSteps(audit: Audit, { accountId, audits }: Part, at: At): Step[] {
  if (audit.state !== 'scheduled' || !audits) return [];
  const mine = audit.team.find((member) => member.accountId === accountId);
  return mine?.conflicted === null ? [at('declare', 'Declare conflicts')] : [];
}
