import { addMonths, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { settled, type Standing } from './findings/rules.ts';
import type {
  Audit,
  AuditType,
  Cancelled,
  CapsOpen,
  Closed,
  FieldworkDone,
  InProgress,
  NoticeType,
  Planned,
  Readiness,
  ReadyForDecision,
  Scheduled,
  Stage,
  TeamAssigned,
  TechReview,
} from './model.ts';

/** Tells what the audit is by now: whoever acted on an older page learns what changed. */
const stands = ({ state }: Audit) => refuse(`audit_is_${state}`);

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
  if (audit.state !== 'scheduled') return stands(audit);
  const mine = audit.team.find((member) => member.accountId === accountId);
  if (mine?.conflicted !== null) return refuse('already_declared');
  const team = audit.team.map((member) => (member === mine ? { ...member, conflicted } : member));
  if (conflicted) return ok<Cancelled>({ ...audit, team, state: 'cancelled' });
  const complete = team.every((member) => member.conflicted === false);
  return ok<Scheduled | TeamAssigned>({ ...audit, team, state: complete ? 'team_assigned' : 'scheduled' });
}

type Arrangement = { noticeType: NoticeType; startsOn: Day; endsOn: Day; plan: string };

export function plan(audit: Audit, arrangement: Arrangement, today: Day) {
  if (audit.state !== 'team_assigned') return stands(audit);
  if (arrangement.startsOn < today) return refuse('starts_in_the_past');
  return ok<Planned>({ ...audit, ...arrangement, state: 'planned' });
}

export function start(audit: Audit, stages: readonly Stage[]) {
  if (audit.state !== 'planned') return stands(audit);
  const stage1 = stages.find((stage) => stage.type === 'stage1');
  if (audit.type === 'stage2' && stage1?.state !== 'closed') return refuse('stage1_open');
  if (audit.type === 'stage2' && stage1?.readiness === 'not_ready') return refuse('stage1_not_ready');
  return ok<InProgress>({ ...audit, state: 'in_progress' });
}

/** Assessments are made during fieldwork and stand afterwards. */
export const assess = (audit: Audit) => (audit.state === 'in_progress' ? ok(audit) : stands(audit));

/** Findings may still be raised after fieldwork, until the report is sent, and again when it is returned. */
export const raise = (audit: Audit) =>
  audit.state === 'in_progress' || audit.state === 'fieldwork_done' ? ok(audit) : stands(audit);

/** `open`: indicators without an assessment, or marked to come back to. Stage 1 needs none. */
export function closeFieldwork(audit: Audit, open: number) {
  if (audit.state !== 'in_progress') return stands(audit);
  if (audit.type === 'stage2' && open > 0) return refuse('indicators_open');
  return ok<FieldworkDone>({ ...audit, state: 'fieldwork_done' });
}

export function recordReadiness(audit: Audit, readiness: Readiness) {
  if (audit.type !== 'stage1') return refuse('not_stage1');
  if (audit.state !== 'fieldwork_done') return stands(audit);
  return ok<Closed>({ ...audit, state: 'closed', readiness });
}

export function submitReport(audit: Audit, summary: string, reportedBy: string, reportedAt: Date) {
  if (audit.type !== 'stage2') return refuse('not_stage2');
  if (audit.state !== 'fieldwork_done') return stands(audit);
  return ok<TechReview>({ ...audit, state: 'tech_review', summary, reportedBy, reportedAt });
}

/** `findings` as they stand once issued. Nobody reviews what they helped to find. */
export function approve(audit: Audit, reviewedBy: string, findings: readonly Standing[]) {
  if (audit.state !== 'tech_review') return stands(audit);
  if (isOnTeam(audit, reviewedBy)) return refuse('reviewer_on_team');
  const state = settled(findings) ? 'ready_for_decision' : 'caps_open';
  return ok<CapsOpen | ReadyForDecision>({ ...audit, state, reviewedBy });
}

export function returnReport(audit: Audit, reviewer: string) {
  if (audit.state !== 'tech_review') return stands(audit);
  if (isOnTeam(audit, reviewer)) return refuse('reviewer_on_team');
  return ok<FieldworkDone>({ ...audit, state: 'fieldwork_done' });
}

/** A grant is possible once nothing grave is open and every minor has its accepted plan (domain 2.5). */
export function settle(audit: Audit, findings: readonly Standing[]) {
  if (audit.state !== 'caps_open') return stands(audit);
  if (!settled(findings)) return refuse('findings_open');
  return ok<ReadyForDecision>({ ...audit, state: 'ready_for_decision' });
}

export function close(audit: Audit) {
  if (audit.state !== 'ready_for_decision') return stands(audit);
  return ok<Closed>({ ...audit, state: 'closed', readiness: null });
}

export function cancel(audit: Audit) {
  switch (audit.state) {
    case 'scheduled':
    case 'team_assigned':
    case 'planned':
      return ok<Cancelled>({ ...audit, state: 'cancelled' });
    case 'in_progress':
    case 'fieldwork_done':
    case 'tech_review':
    case 'caps_open':
    case 'ready_for_decision':
    case 'closed':
    case 'cancelled':
      return stands(audit);
  }
}

const isOnTeam = ({ team }: Audit, accountId: string) =>
  team.some((member) => member.accountId === accountId);
