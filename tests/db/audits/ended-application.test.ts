import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { recordEvent } from '#app/events/record.server.ts';
import { withdrawApplication } from '#app/features/applications/commands.server.ts';
import { listRefused } from '#app/features/audits/fieldwork/operations.server.ts';
import { inWords } from '#app/features/audits/fieldwork/ui/sync-words.ts';
import { escalateOverdue } from '#app/features/audits/findings/clocks/commands.server.ts';
import { listFindingTasks, listTeamTasks } from '#app/features/audits/findings/tasks.server.ts';
import { destroyIdentities } from '#app/features/audits/interviews/commands/destroy-identities.server.ts';
import { listAbandonedTasks } from '#app/features/audits/planning/tasks.server.ts';
import { feedOf } from '#app/features/audits/programme/feed/feed.server.ts';
import { listLines } from '#app/features/audits/programme/feed/lines.server.ts';
import { listAuditorTasks } from '#app/features/audits/tasks.server.ts';
import {
  anEngagement,
  checking,
  done,
  fieldwork,
  issued,
  notified,
  now,
  raised,
  scheduled,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { aDevice } from '#tests/support/factories/fieldwork.ts';
import { heard } from '#tests/support/factories/interviews.ts';
import { test } from '#tests/support/test.ts';

const withdraw = async ({ as, recruiter, applicationId }: Engagement) =>
  done(await withdrawApplication(as(recruiter), applicationId));

const stateOf = async ({ db }: Engagement, id: string) =>
  db
    .selectFrom('audit')
    .select(['state', 'abort_reason as reason'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

const ended = { state: 'aborted', reason: 'application_ended' };

describe('an application that is withdrawn ends its audit', () => {
  test('before it begins: cancelled, off the calendars, nothing asked; whoever knew is told', async ({
    db,
    mailer,
    work,
  }) => {
    const given = await anEngagement(db);
    const id = await notified(given, 'stage1');
    await work();
    mailer.sent.length = 0;
    const lead = given.as(given.lead);
    expect(await listAuditorTasks(lead)).not.toEqual([]);
    await withdraw(given);
    await work();
    expect(await stateOf(given, id)).toEqual({ state: 'cancelled', reason: null });
    expect(await listAuditorTasks(lead)).toEqual([]);
    const seen = await listLines(lead, { from: '2026-02-01', until: '2026-04-01' });
    expect(feedOf(seen, 'https://scheme.example')).not.toContain('STATUS:CONFIRMED');
    const told = mailer.sent.filter(({ subject }) => subject.endsWith('has ended'));
    expect(told.map(({ text }) => /on the team|your agency/.exec(text)?.[0]).toSorted()).toEqual([
      'on the team',
      'your agency',
    ]);
  });

  test('of which the recruiter knew nothing, and tells it nothing', async ({ db, mailer, work }) => {
    const given = await anEngagement(db);
    await scheduled(given, 'stage1');
    await withdraw(given);
    await work();
    const told = mailer.sent.filter(({ subject }) => subject.endsWith('has ended'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('on the team');
  });

  test('in its fieldwork: broken off; edits that wait are kept and answered in words', async ({
    db,
    work,
  }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await raised(given, id, 'critical');
    await work();
    await withdraw(given);
    await work();
    expect(await stateOf(given, id)).toEqual(ended);
    const answer = await aDevice(given.as(given.lead), id).edits('1.1.2', 'Written away');
    expect(answer).toMatchObject({ outcome: 'refused', refusal: 'audit_is_aborted' });
    expect(answer && inWords(answer)).toMatchObject({
      message: expect.stringContaining('ended with its application'),
    });
    expect(await listRefused(db, id)).toMatchObject([{ note: 'Written away' }]);
    const { as, lead, recruiter, officer } = given;
    expect(await listFindingTasks(as(recruiter))).toEqual([]);
    expect([...(await listAuditorTasks(as(lead))), ...(await listTeamTasks(as(lead)))]).toEqual([]);
    expect(await listAbandonedTasks(as(officer))).toEqual([]);
    await escalateOverdue({ db, now: new Date('2026-12-01T03:00:00Z') });
    expect(await db.selectFrom('finding_escalation').select('id').execute()).toEqual([]);
  });

  test('while its report is checked: broken off; with its corrections open: closed', async ({ db, work }) => {
    const given = await anEngagement(db);
    const { id } = await checking(given, []);
    await withdraw(given);
    await work();
    expect(await stateOf(given, id)).toEqual(ended);

    const other = await anEngagement(db);
    const open = await issued(other, 'major');
    expect((await stateOf(other, open.id)).state).toBe('caps_open');
    await work();
    await withdraw(other);
    await work();
    expect(await stateOf(other, open.id)).toEqual({ state: 'closed', reason: 'application_ended' });
    expect(await listFindingTasks(other.as(other.recruiter))).toEqual([]);
  });

  test('and so does one that lapses', async ({ db, work }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await work();
    const { applicationId } = given;
    // No clock runs while an audit is under way; where the application lapsed all the same, the same follows.
    await sql`alter table application disable trigger user`.execute(db);
    await sql`update application set state = 'lapsed', ended_at = now() where id = ${applicationId}`.execute(
      db,
    );
    await db
      .transaction()
      .execute((trx) =>
        recordEvent(
          trx,
          { actor: { kind: 'system' }, now, subject: applicationId },
          'application.lapsed',
          {},
        ),
      );
    await work();
    expect(await stateOf(given, id)).toEqual(ended);
  });
});

test('who the workers were is forgotten on its day, and one bad record holds up no other', async ({
  db,
  work,
}) => {
  const given = await anEngagement(db);
  const other = await anEngagement(db);
  const bad = await heard(given);
  await heard(other);
  await work();
  await withdraw(given);
  await withdraw(other);
  await work();
  await sql`create function spoil() returns trigger language plpgsql as $$ begin raise exception 'spoilt'; end $$`.execute(
    db,
  );
  await sql`create trigger a_spoilt before update on worker_interview for each row
    when (old.audit_id = ${sql.lit(bad.audit)}) execute function spoil()`.execute(db);
  const known = async () =>
    (
      await db.selectFrom('worker_interview').select('audit_id').where('identity', 'is not', null).execute()
    ).map((row) => row.audit_id);
  await destroyIdentities({ db, now: new Date('2026-05-29T03:00:00Z') });
  expect(await known()).toHaveLength(2);
  await expect(destroyIdentities({ db, now: new Date('2026-05-30T03:00:00Z') })).rejects.toThrow('spoilt');
  expect(await known()).toEqual([bad.audit]);
  await sql`drop trigger a_spoilt on worker_interview`.execute(db);
  await destroyIdentities({ db, now: new Date('2026-05-31T03:00:00Z') });
  expect(await known()).toEqual([]);
});

test('the database ends no audit this way while its application goes on', async ({ db }) => {
  const given = await anEngagement(db);
  const id = await fieldwork(given);
  const why = `aborted_at = now(), abort_note = 'It ended.', abort_reason`;
  const refuses = (what: string, reason: string) =>
    expect(sql.raw(`update audit set ${what} where id = '${id}'`).execute(db)).rejects.toThrow(reason);
  await refuses(`state = 'aborted', ${why} = 'application_ended'`, 'with its application alone');
  const report = await checking(await anEngagement(db), []);
  await expect(
    sql.raw(`update audit set state = 'aborted', ${why} = 'safety' where id = '${report.id}'`).execute(db),
  ).rejects.toThrow(/with its application alone|audit_state_shape/);
  const open = await issued(await anEngagement(db), 'major');
  await expect(
    sql.raw(`update audit set state = 'closed', closed_at = now() where id = '${open.id}'`).execute(db),
  ).rejects.toThrow('with its application alone');
});
