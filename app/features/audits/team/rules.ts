import { addMonths, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import {
  underWay,
  type Audit,
  type AuditType,
  type Cancelled,
  type Scheduled,
  type Stage,
  type TeamAssigned,
} from '../model.ts';
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

/** What an audit asks of its team together: the language it is held in, those of the workers, and the sectors. */
type Needs = { language: string | null; workers: readonly string[]; sectors: readonly string[] };
type Ability = {
  languages: readonly { language: string; level: 'interview' | 'working' }[];
  sectors: readonly string[];
};
export type Gap = { languages: string[]; sectors: string[] };

/** What nobody of the team has: the audit's own language to work in, workers' languages to hear them in, its sectors. */
export function lacking({ language, workers, sectors }: Needs, team: readonly Ability[]): Gap {
  const spoken = team.flatMap(({ languages }) => languages);
  const hears = (wanted: string) => spoken.some((each) => each.language === wanted);
  const works = (wanted: string) =>
    spoken.some((each) => each.language === wanted && each.level === 'working');
  const own = language && !works(language) ? [language] : [];
  return {
    languages: [...new Set([...own, ...workers.filter((wanted) => !hears(wanted))])],
    sectors: sectors.filter((wanted) => !team.some((each) => each.sectors.includes(wanted))),
  };
}

/** A team that does not cover all needs its body's reasons: who interprets, which expert comes along. */
export function cover(gap: Gap, reason: string | undefined) {
  if (gap.languages.length + gap.sectors.length === 0) return ok({ gap: null });
  if (reason) return ok({ gap: { ...gap, reason } });
  return refuse(gap.languages.length > 0 ? 'team_lacks_languages' : 'team_lacks_sectors');
}

/**
 * One conflict ends an audit that has no team yet; the last declaration without one makes the team. Who joins in another's
 * place leaves again, and the audit stays.
 */
export function declare(audit: Audit, accountId: string, conflicted: boolean) {
  const mine = audit.team.find((member) => member.accountId === accountId);
  if (audit.state !== 'scheduled' && !(mine?.conflicted === null && isUnderWay(audit))) return stands(audit);
  if (mine?.conflicted !== null) return refuse('already_declared');
  const team = audit.team.map((member) => (member === mine ? { ...member, conflicted } : member));
  // Somebody who joined in another's place: the audit stays where it is, and who is tied is taken off again.
  if (audit.state !== 'scheduled') return ok<Audit>({ ...audit, team });
  if (conflicted) return ok<Cancelled>({ ...audit, team, state: 'cancelled', cancelCause: 'conflict' });
  const complete = team.every((member) => member.conflicted === false);
  return ok<Scheduled | TeamAssigned>({ ...audit, team, state: complete ? 'team_assigned' : 'scheduled' });
}

/** Its team still works on it. */
export const isUnderWay = ({ state }: Pick<Audit, 'state'>) => underWay.includes(state);

/** An audit that has not begun, whose team may have changed since it was made. */
export const isAwaited = ({ state }: Pick<Audit, 'state'>) =>
  state === 'planned' || state === 'notified' || state === 'postponed';
