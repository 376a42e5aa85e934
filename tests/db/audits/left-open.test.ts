import { describe, expect } from 'vitest';

import { withdrawApplication } from '#app/features/applications/commands.server.ts';
import { escalateUnpaid } from '#app/features/audits/findings/clocks/commands.server.ts';
import { leaveOpen } from '#app/features/audits/findings/leaving/commands.server.ts';
import { listTeamTasks } from '#app/features/audits/findings/tasks.server.ts';
import { tellDueRemedies } from '#app/features/audits/remedy/clock/commands.server.ts';
import { listRemedyTasks } from '#app/features/audits/remedy/tasks.server.ts';
import { listOfficerTasks } from '#app/features/audits/tasks.server.ts';
import {
  anEngagement,
  done,
  fieldwork,
  issued,
  now,
  raised,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { begun, harmed, payment, say } from '#tests/support/factories/remedy.ts';
import { test } from '#tests/support/test.ts';

const at = (day: string) => new Date(`${day}T06:00:00Z`);
const desk = async ({ db, officer }: Engagement, day: string) =>
  (await listOfficerTasks({ db, actor: officer, now: at(day) })).map(({ what, due }) => [what, due]);
const happened = async ({ db }: Engagement, type: string) =>
  (await db.selectFrom('event').select('payload').where('type', '=', type).orderBy('position').execute()).map(
    ({ payload }) => payload,
  );
const withdraw = async ({ as, recruiter, applicationId }: Engagement) =>
  done(await withdrawApplication(as(recruiter), applicationId));

describe('an application that is withdrawn', () => {
  test('leaves workers their remedy: told, on every desk, until they have it', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anEngagement(db);
    const finding = await begun(given);
    await work();
    mailer.sent.length = 0;
    await withdraw(given);
    await work();
    expect(await happened(given, 'finding.left_open')).toEqual([{ harmed: true }]);
    const told = mailer.sent.filter(({ subject }) => subject.includes('workers still wait'));
    expect(told).toHaveLength(3);
    expect(told[0]?.text.replace(/\s+/g, ' ')).toContain('what they are owed is owed to them still');
    expect(await desk(given, '2026-03-10')).toEqual([
      ['Himal Workforce left, and its workers wait', '2026-05-30'],
    ]);
    expect(await listRemedyTasks(given.as(given.recruiter))).toMatchObject([{ what: 'Make workers whole' }]);
    for (const day of ['2026-04-30', '2026-05-23', '2026-05-31']) await tellDueRemedies({ db, now: at(day) });
    expect(await happened(given, 'remedy.due')).toHaveLength(2);
    expect(await happened(given, 'remedy.overdue')).toHaveLength(1);
    await escalateUnpaid({ db, now: at('2026-05-31') });
    expect(await happened(given, 'finding.escalated')).toEqual([]);
    expect(await desk(given, '2026-05-31')).toEqual([
      ['See that workers of Himal Workforce get what they are owed', '2026-05-30'],
    ]);
    done(await payment(given, finding, '900.00', 9));
    done(await say(given, finding, 3));
    expect(await desk(given, '2026-05-31')).toEqual([]);
  });

  test('whose remedy nobody opened stays with the team', async ({ db, work }) => {
    const given = await anEngagement(db);
    await harmed(given);
    await work();
    await withdraw(given);
    await work();
    expect(await listTeamTasks(given.as(given.lead))).toMatchObject([{ what: 'Open the remedy' }]);
    expect(await desk(given, '2026-03-10')).toEqual([['Himal Workforce left, and its workers wait', null]]);
  });

  test('with a critical finding open is told to the officers, once, and on their desk for a time', async ({
    db,
    work,
  }) => {
    const given = await anEngagement(db);
    const id = await raised(given, await fieldwork(given), 'critical');
    await work();
    await withdraw(given);
    await work();
    expect(await happened(given, 'finding.left_open')).toEqual([{ harmed: false }]);
    const house = { db, actor: { kind: 'system' as const }, now };
    expect(await leaveOpen(house, id)).toEqual({ ok: false, refusal: 'told_before' });
    const left = [['Himal Workforce left with a critical finding open', null]];
    expect(await desk(given, '2026-05-30')).toEqual(left);
    expect(await desk(given, '2026-05-31')).toEqual([]);
  });

  test('with nothing grave open tells nobody', async ({ db, work }) => {
    const given = await anEngagement(db);
    await issued(given, 'major');
    await work();
    await withdraw(given);
    await work();
    expect(await happened(given, 'finding.left_open')).toEqual([]);
    expect(await desk(given, '2026-03-10')).toEqual([]);
  });
});
