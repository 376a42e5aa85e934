import type { Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Audit, InProgress, NoticeType, Planned, Stage } from '../model.ts';
import { stands } from '../rules.ts';

type Arrangement = { noticeType: NoticeType; startsOn: Day; endsOn: Day; plan: string };

export function plan(audit: Audit, arrangement: Arrangement, today: Day) {
  if (audit.state !== 'team_assigned') return stands(audit);
  if (arrangement.startsOn < today) return refuse('starts_in_the_past');
  return ok<Planned>({ ...audit, ...arrangement, state: 'planned' });
}

export function start(audit: Audit, stages: readonly Stage[]) {
  if (audit.state !== 'planned' && audit.state !== 'notified') return stands(audit);
  const stage1 = stages.find((stage) => stage.type === 'stage1');
  if (audit.type === 'stage2' && stage1?.state !== 'closed') return refuse('stage1_open');
  if (audit.type === 'stage2' && stage1?.readiness === 'not_ready') return refuse('stage1_not_ready');
  return ok<InProgress>({ ...audit, state: 'in_progress' });
}
