import type { Audit } from '../model.ts';
import type { At, Part, Step } from '../step.ts';
import { isAwaited, isUnderWay } from './rules.ts';

export function teamSteps(audit: Audit, { accountId, audits, answers, reviews }: Part, at: At): Step[] {
  const awaited = isAwaited(audit);
  if (awaited && answers) return [at('objections/new', 'Object to the team'), at('objections', 'Objections')];
  if (awaited && reviews) return [at('objections', 'Objections to the team')];
  if (!audits || !isUnderWay(audit)) return [];
  const mine = audit.team.find((member) => member.accountId === accountId);
  return mine?.conflicted === null ? [at('declare', 'Declare conflicts')] : [];
}
