import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { lapseApplications, lapseInAudit } from '#app/features/applications/clocks/commands.server.ts';
import { findOwnApplication } from '#app/features/applications/queries.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import type { Database } from '#db/client.server.ts';
import {
  anEngagement,
  done,
  notified,
  now,
  readiness,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const at = (day: string) => new Date(`${day}T10:00:00Z`);

/** How the application and its audits stand, in the order they were scheduled. */
async function states(db: Kysely<Database>) {
  const { state } = await db.selectFrom('application').select('state').executeTakeFirstOrThrow();
  const audits = await db
    .selectFrom('audit')
    .select('state')
    .orderBy('scheduled_at')
    .orderBy('type')
    .execute();
  return [state, ...audits.map((audit) => audit.state)];
}

const reminders = (db: Kysely<Database>) =>
  db.selectFrom('application_reminder').select(['kind', 'due_on']).orderBy('sent_at').execute();

const listed = ({ db, agency, applicationId }: Engagement) =>
  db
    .insertInto('registration')
    .values({
      ...{ organisation_id: agency.id, number: 'LRN00012603', application_id: applicationId },
      ...{ accepted_on: '2026-03-01', trading_names: ['Himal'] },
    })
    .execute();

describe('an application in audit', () => {
  test('is warned and lapses when stage 1 does not begin in six months; its audit ends with it', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anEngagement(db);
    await listed(given);
    await notified(given, 'stage1');
    await work();
    expect(await states(db)).toEqual(['in_audit', 'notified']);
    await lapseInAudit({ db, now: at('2026-08-01') });
    expect(await reminders(db)).toEqual([]);
    mailer.sent.length = 0;
    await lapseInAudit({ db, now: at('2026-08-02') });
    await lapseInAudit({ db, now: at('2026-08-03') });
    await work();
    expect(await reminders(db)).toEqual([{ kind: 'next_audit_due', due_on: '2026-09-01' }]);
    // The applicant, and the auditors of its body, who can do it.
    const people = await db.selectFrom('account').select(['id', 'email']).execute();
    const told = mailer.sent.map(({ to, subject }) => [
      people.find(({ email }) => email === to)?.id,
      subject,
    ]);
    const auditors = await db
      .selectFrom('membership')
      .select('account_id')
      .where('role', '=', 'auditor')
      .execute();
    expect(auditors.length).toBeGreaterThan(0);
    expect(told.toSorted()).toEqual(
      [
        [given.recruiter.accountId, 'APP-00001: An audit must begin by 1 September 2026'],
        ...auditors.map(({ account_id }) => [
          account_id,
          'APP-00001 of Himal Workforce: an audit must begin by 1 September 2026',
        ]),
      ].toSorted(),
    );
    await lapseInAudit({ db, now: at('2026-09-01') });
    expect(await states(db)).toEqual(['in_audit', 'notified']);
    mailer.sent.length = 0;
    const after = { db, now: at('2026-09-02') };
    await Promise.all([lapseInAudit(after), lapseInAudit(after)]);
    await work();
    expect(await states(db)).toEqual(['lapsed', 'cancelled']);
    const { delisted_on } = await db
      .selectFrom('registration')
      .select('delisted_on')
      .executeTakeFirstOrThrow();
    expect(delisted_on).toBe('2026-09-02');
    // The applicant that its application lapsed, the team and the applicant that nothing comes of the audit.
    expect(mailer.sent).toHaveLength(3);
  });

  test('that began its audit before the warning went out warns its body of nothing', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anEngagement(db);
    await listed(given);
    const id = await notified(given, 'stage1');
    await work();
    mailer.sent.length = 0;
    await lapseInAudit({ db, now: at('2026-08-02') });
    await pastRules(db, (one) =>
      sql`update audit set state = 'in_progress', started_at = now() where id = ${id}`.execute(one),
    );
    await work();
    expect(mailer.sent.filter(({ subject }) => subject.includes('Himal Workforce:'))).toEqual([]);
  });

  test('has six months from the end of stage 1, and no clock while an audit is under way', async ({
    db,
    work,
  }) => {
    const given = await anEngagement(db);
    await readiness(given);
    const id = await notified(given, 'stage2');
    await work();
    const scope = given.as(given.recruiter);
    expect((await findOwnApplication(scope))?.auditBy).toBe('2026-09-01');
    await lapseInAudit({ db, now: at('2026-08-02') });
    const [warning] = await reminders(db);
    // Counted from the day stage 1 was closed, which in tests is the day of the acceptance.
    expect(warning?.due_on).toBe('2026-09-01');
    done(await startAudit({ ...given.as(given.lead), now }, id));
    expect((await findOwnApplication(scope))?.auditBy).toBeNull();
    await lapseInAudit({ db, now: at('2026-12-01') });
    expect(await states(db)).toEqual(['in_audit', 'closed', 'in_progress']);
  });

  test('found late, is warned first and keeps the days of the warning', async ({ db, work }) => {
    const given = await anEngagement(db);
    await notified(given, 'stage1');
    await work();
    await lapseInAudit({ db, now: at('2026-12-01') });
    expect(await reminders(db)).toMatchObject([{ due_on: '2026-12-31' }]);
    await lapseInAudit({ db, now: at('2026-12-31') });
    expect(await states(db)).toEqual(['in_audit', 'notified']);
    await lapseInAudit({ db, now: at('2027-01-01') });
    expect((await states(db))[0]).toBe('lapsed');
  });

  test('does not lapse in SQL before its day, unwarned, or while an audit is under way', async ({
    db,
    work,
  }) => {
    const given = await anEngagement(db);
    const id = await notified(given, 'stage1');
    await work();
    const lapse = (day: string) =>
      sql`update application set state = 'lapsed', ended_at = ${at(day)}`.execute(db);
    await expect(lapse('2026-10-01')).rejects.toThrow('and it was warned');
    await lapseInAudit({ db, now: at('2026-08-02') });
    await expect(lapse('2026-09-01')).rejects.toThrow('when no audit began in time');
    done(await startAudit(given.as(given.lead), id));
    await expect(lapse('2026-10-01')).rejects.toThrow('when no audit began in time');
  });
});

test('an application whose unannounced audit has not begun lapses like any other that waits for its first', async ({
  db,
  work,
}) => {
  const given = await anEngagement(db);
  await notified(given, 'stage1');
  await work();
  await pastRules(db, async (one) => {
    await sql`update application set state = 'engaged', audit_started_at = null, lapses_on = '2026-09-01'`.execute(
      one,
    );
    await sql`update audit set state = 'planned', notice_type = 'unannounced', notified_at = null`.execute(
      one,
    );
  });
  await lapseApplications({ db, now: at('2026-09-02') });
  await work();
  expect(await states(db)).toEqual(['lapsed', 'cancelled']);
});
