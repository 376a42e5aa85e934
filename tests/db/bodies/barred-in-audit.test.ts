import { sql } from 'kysely';
import { expect } from 'vitest';

import { findOwnApplication, listAuditBodies } from '#app/features/applications/queries.server.ts';
import { engageAuditBody } from '#app/features/applications/review-commands.server.ts';
import { listRecruiterTasks } from '#app/features/applications/tasks.server.ts';
import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { listAudits } from '#app/features/audits/lists.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { scheduleAudit } from '#app/features/audits/team/commands/schedule-audit.server.ts';
import { findEngagement } from '#app/features/audits/team/engagements.server.ts';
import type { SignedIn } from '#app/platform/scope.ts';
import {
  anEngagement,
  cancelling,
  done,
  noConflict,
  plan,
  prepared,
  readiness,
  scheduled,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { anotherBody, barred } from '#tests/support/factories/barred.ts';
import { test } from '#tests/support/test.ts';

const no = (refusal: string) => ({ ok: false, refusal });
const later = new Date('2026-03-05T09:00:00Z');
const only = 'in audit another audit body is engaged between two audits';

/** Stage 1 ended ready; another body could be engaged. */
async function betweenStages(given: Engagement, work: () => Promise<void>) {
  const other = await anotherBody(given);
  const stage1 = await readiness(given);
  await work();
  const engage = (auditBodyId = other.id) =>
    engageAuditBody({ db: given.db, actor: given.recruiter, now: later }, given.applicationId, {
      auditBodyId,
    });
  const rewritten = (what: string) =>
    sql
      .raw(`update application set ${what} where id = '${given.applicationId}'`)
      .execute(given.db)
      .then(() => 'written', String);
  const moved = `audit_body_id = '${other.id}', engaged_at = '2026-03-05T09:00:00Z'`;
  return { other, stage1, engage, rewritten, moved };
}

test('after stage 1 another body takes the place of one that is barred, and plans stage 2', async ({
  db,
  work,
  mailer,
}) => {
  const given = await anEngagement(db);
  const { applicationId: id, recruiter, body, lead, reviewer } = given;
  const { other, stage1, engage } = await betweenStages(given, work);
  await barred(given, work);
  const holder = { db, actor: recruiter, now: later };
  const before = await findOwnApplication(holder);
  expect(before).toMatchObject({ state: 'in_audit', barred: true, arranged: false, auditBy: '2026-09-01' });
  expect(await listRecruiterTasks(holder)).toMatchObject([{ href: '/apply/audit-body', due: '2026-09-01' }]);
  expect((await listAuditBodies(holder)).map((one) => one.id)).toEqual([other.id]);

  mailer.sent.length = 0;
  expect(await engage(body.id)).toEqual(no('body_advised'));
  done(await engage());
  expect(await engage()).toEqual(no('already_engaged'));
  expect(await findOwnApplication(holder)).toMatchObject({
    ...{ state: 'in_audit', auditBody: 'Lantern Audits', barred: false },
    ...{ auditBy: before?.auditBy, engagedAt: later },
  });
  expect(await listRecruiterTasks(holder)).toEqual([]);
  await work();
  const told = mailer.sent.map(({ subject }) => subject.replace(/^APP-\d+: /, ''));
  expect(told.toSorted()).toEqual([
    'Himal Workforce has chosen your audit body',
    ...Array<string>(3).fill('Himal Workforce has engaged another audit body'),
  ]);

  const as = <A extends SignedIn>(actor: A) => ({ db, actor, now: later });
  expect(await findEngagement(as(lead), id)).toBeUndefined();
  const stages = { type: 'stage2' as const, colleagues: [] };
  expect(await scheduleAudit(as(lead), id, stages)).toEqual(no('not_found'));
  expect(await findEngagement(as(other.lead), id)).toMatchObject({ next: ['stage2'] });
  const stage2 = done(await scheduleAudit(as(other.lead), id, stages)).id;
  done(await declareConflict(as(other.lead), stage2, noConflict));
  await prepared({ ...given, lead: other.lead, as }, stage2);
  done(await planAudit(as(other.lead), stage2, { ...plan, startsOn: '2026-03-06', endsOn: '2026-03-08' }));

  expect(await findAudit(as(other.lead), stage2)).toMatchObject({ state: 'planned', auditBodyId: other.id });
  expect(await findAudit(as(other.lead), stage1)).toBeUndefined();
  for (const former of [lead, reviewer]) {
    expect(await findAudit(as(former), stage1)).toMatchObject({ auditBodyId: body.id, readiness: 'ready' });
    expect(await findAudit(as(former), stage2)).toBeUndefined();
    const { audits } = await listAudits(as(former), { state: '', page: 1 });
    expect(audits.map((audit) => audit.id)).toEqual([stage1]);
  }
});

test('in audit nobody leaves a body that is not barred', async ({ db, work }) => {
  const given = await anEngagement(db);
  const { engage, rewritten, moved } = await betweenStages(given, work);
  const holder = { db, actor: given.recruiter, now: later };
  expect(await engage()).toEqual(no('body_stays'));
  expect(await rewritten(moved)).toContain(only);
  expect(await findOwnApplication(holder)).toMatchObject({ state: 'in_audit', barred: false });
  expect(await listAuditBodies(holder)).toEqual([]);
  expect(await listRecruiterTasks(holder)).toEqual([]);
});

test('nor one that is barred while an audit is arranged, until it is cancelled', async ({ db, work }) => {
  const given = await anEngagement(db);
  const { engage, rewritten, moved } = await betweenStages(given, work);
  const stage2 = await scheduled(given, 'stage2');
  await barred(given, work);
  expect(await engage()).toEqual(no('audit_arranged'));
  expect(await rewritten(moved)).toContain(only);
  // Of an audit it was not told of the recruiter learns nothing from its page.
  expect(await findOwnApplication({ db, actor: given.recruiter, now: later })).toMatchObject({
    arranged: false,
  });
  done(await cancelAudit(given.as(given.lead), stage2, cancelling));
  done(await engage());
});

test('the rows of an application in audit take another body and nothing else', async ({ db, work }) => {
  const given = await anEngagement(db);
  const { other, rewritten, moved } = await betweenStages(given, work);
  await barred(given, work);
  expect(await rewritten(`engaged_at = '2026-03-05T09:00:00Z'`)).toContain('trained or advised');
  expect(await rewritten(`audit_body_id = '${other.id}', engaged_at = '2026-02-28T09:00:00Z'`)).toContain(
    only,
  );
  expect(await rewritten(`${moved}, lapses_on = '2027-01-01'`)).toContain(only);
  expect(await rewritten(`${moved}, state = 'decision_pending', package_frozen_at = now()`)).toContain(
    'audit_body_id',
  );
  expect(await rewritten(`audit_body_id = null, engaged_at = null`)).not.toBe('written');
  expect(await rewritten(moved)).toBe('written');
  expect(await rewritten(`engaged_at = '2026-03-06T09:00:00Z'`)).toContain(only);
});
