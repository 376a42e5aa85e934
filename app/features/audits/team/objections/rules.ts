import { addDays, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Audit, Member } from '../../model.ts';
import { isOnTeam, stands } from '../../rules.ts';

type Objecting = {
  accountId: string;
  toldOn: Day;
  today: Day;
  objectionDays: number;
  earlier: readonly string[];
};

/** Within the scheme's days after the recruiter was told of the audit and of this member, and never to an audit it is not told of. `earlier`: objected to already. */
export function object(audit: Audit, objecting: Objecting) {
  const { accountId, toldOn, today, objectionDays, earlier } = objecting;
  if (audit.state !== 'planned' && audit.state !== 'notified') return stands(audit);
  if (audit.noticeType === 'unannounced') return refuse('unannounced');
  const member = audit.team.find((each) => each.accountId === accountId);
  if (!member) return refuse('not_on_team');
  if (earlier.includes(accountId)) return refuse('already_objected');
  return today > addDays(toldOn, objectionDays)
    ? refuse('objection_too_late')
    : ok({ member, answerBy: addDays(today, objectionDays) });
}

/** `tied`: to the recruiter, now or lately. `approved`: of the scheme, or by it as a reviewer, today. */
type Answering = {
  outcome: 'upheld' | 'dismissed';
  successor: string | undefined;
  by: string;
  tied: boolean;
  approved: boolean;
};

/** Answered by somebody who is neither on the team nor tied to who objects. Who leads, and who is alone, leaves only to a successor. */
export function answer(audit: Audit, accountId: string, answering: Answering) {
  const { outcome, successor, by, tied, approved } = answering;
  if (isOnTeam(audit, by)) return refuse('on_team');
  if (tied) return refuse('answerer_tied');
  if (!approved) return refuse('reviewer_not_approved');
  if (outcome === 'dismissed') return ok<{ leaves: Member | undefined }>({ leaves: undefined });
  if (audit.state !== 'planned' && audit.state !== 'notified' && audit.state !== 'postponed')
    return stands(audit);
  const leaves = audit.team.find((each) => each.accountId === accountId);
  if (!leaves) return refuse('not_on_team');
  if (successor && isOnTeam(audit, successor)) return refuse('successor_on_team');
  const needed = leaves.role === 'lead_auditor' || audit.team.length === 1;
  return needed && !successor ? refuse('successor_missing') : ok<{ leaves: Member | undefined }>({ leaves });
}
