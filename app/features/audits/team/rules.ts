import { addMonths, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Audit, AuditType, Cancelled, Scheduled, Stage, TeamAssigned } from '../model.ts';
import { stands } from '../rules.ts';

/**
 * `stages` are this application's audits that were not cancelled, newest first. Stage 2 may be arranged while stage 1
 * still runs, but not without one and not after one that ended "not ready".
 */
export function schedule(applicationState: string, stages: readonly Stage[], type: AuditType) {
  if (applicationState !== 'engaged' && applicationState !== 'in_audit') return refuse('not_engaged');
  const stage1 = stages.find((stage) => stage.type === 'stage1');
  const failed = stage1?.readiness === 'not_ready';
  if (type === 'stage1') return stage1 && !failed ? refuse('already_scheduled') : ok(type);
  if (stages.some((stage) => stage.type === 'stage2')) return refuse('already_scheduled');
  if (!stage1) return refuse('stage1_first');
  return failed ? refuse('stage1_not_ready') : ok(type);
}

/** `advisedOn`: the days on which somebody of the team trained or advised this recruiter. Two years lie between. */
export const keepDistance = (advisedOn: readonly Day[], today: Day) =>
  advisedOn.some((day) => day > addMonths(today, -24)) ? refuse('advised_recently') : ok(today);

/** One conflict ends the audit with this team; the last declaration without one makes the team. */
export function declare(audit: Audit, accountId: string, conflicted: boolean) {
  const mine = audit.team.find((member) => member.accountId === accountId);
  if (audit.state !== 'scheduled' && !(mine?.conflicted === null && isAwaited(audit))) return stands(audit);
  if (mine?.conflicted !== null) return refuse('already_declared');
  const team = audit.team.map((member) => (member === mine ? { ...member, conflicted } : member));
  if (conflicted) return ok<Cancelled>({ ...audit, team, state: 'cancelled' });
  // Somebody who joined in another's place: the audit stays where it is.
  if (audit.state !== 'scheduled') return ok<Audit>({ ...audit, team });
  const complete = team.every((member) => member.conflicted === false);
  return ok<Scheduled | TeamAssigned>({ ...audit, team, state: complete ? 'team_assigned' : 'scheduled' });
}

/** An audit that has not begun, whose team may have changed since it was made. */
export const isAwaited = ({ state }: Pick<Audit, 'state'>) =>
  state === 'planned' || state === 'notified' || state === 'postponed';
