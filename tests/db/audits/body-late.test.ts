import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { clockwork } from '#app/composition/schedule.server.ts';
import { tellLateAnswers, tellLateReports } from '#app/features/audits/delays/commands.server.ts';
import { listDelays, listDelayTasks } from '#app/features/audits/delays/queries.server.ts';
import { escalateOverdue } from '#app/features/audits/findings/clocks/commands.server.ts';
import { acceptPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import {
  answerDispute,
  disputeFinding,
  runOnDisputes,
} from '#app/features/audits/findings/disputes/commands.server.ts';
import { listReviewTasks } from '#app/features/audits/findings/tasks.server.ts';
import { endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';
import {
  anEngagement,
  audited,
  done,
  issued,
  sentForCheck,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { correctiveAction } from '#tests/support/factories/corrections.ts';
import { test } from '#tests/support/test.ts';

const day = (date: string) => new Date(`${date}T08:00:00Z`);
const statement = 'The schedule names the payee on its second page, as sent on 3 January.';
const reason = 'The second page was in the file we were given.';
const contest = (given: Engagement, id: string) =>
  disputeFinding(given.as(given.recruiter), id, { statement });
const row = ({ db }: Engagement, id: string) =>
  db.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const happened = async ({ db }: Engagement, subject: string, type: string) => {
  const rows = await db
    .selectFrom('event')
    .select('payload')
    .where('subject', '=', subject)
    .where('type', '=', type)
    .execute();
  return rows.map(({ payload }) => payload);
};
const refuses = (given: Engagement, statement: string, why: string) =>
  expect(sql.raw(statement).execute(given.db)).rejects.toThrow(why);
const tellAll = async (given: Engagement, on: string) => {
  await tellLateAnswers({ db: given.db, now: day(on) });
  await tellLateReports({ db: given.db, now: day(on) });
};
const officersTasks = (given: Engagement, on: string) =>
  listDelayTasks({ db: given.db, actor: given.officer, now: day(on) });

describe('a dispute the audit body does not answer', () => {
  test('holds its finding for its days alone: a major one that nothing is done about escalates', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    done(await contest(given, finding));
    await runOnDisputes({ db, now: day('2026-03-11') });
    expect(await row(given, finding)).toMatchObject({ state: 'disputed', plan_due_on: '2026-03-15' });
    await Promise.all([1, 2].map(() => runOnDisputes({ db, now: day('2026-03-12') })));
    expect(await row(given, finding)).toMatchObject({
      ...{ state: 'awaiting_cap', plan_due_on: '2026-03-26', close_due_on: '2026-06-10' },
    });
    expect(await happened(given, finding, 'finding.dispute_ran_on')).toEqual([{ planDueOn: '2026-03-26' }]);
    await escalateOverdue({ db, now: day('2026-03-26') });
    expect(await happened(given, finding, 'finding.escalated')).toEqual([]);
    await escalateOverdue({ db, now: day('2026-03-27') });
    expect(await happened(given, finding, 'finding.escalated')).toEqual([
      { from: 'major', to: 'suspension' },
    ]);
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).toContain('Finding AUD-00002/1: it runs on');
  });

  test('is still owed an answer, which may withdraw the finding though its plan was sent', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    done(await contest(given, finding));
    await runOnDisputes({ db, now: day('2026-03-12') });
    done(
      await submitPlan({ ...given.as(given.recruiter), now: day('2026-03-13') }, finding, correctiveAction),
    );
    const later = { ...given.as(given.reviewer), now: day('2026-03-16') };
    expect(await listReviewTasks(later)).toMatchObject([{ what: 'Answer the dispute', due: '2026-03-11' }]);
    expect(
      await answerDispute({ ...later, actor: given.lead }, finding, { outcome: 'kept', reason }),
    ).toEqual({
      ...{ ok: false, refusal: 'own_finding' },
    });
    done(await answerDispute(later, finding, { outcome: 'withdrawn', reason }));
    expect(await row(given, finding)).toMatchObject({ state: 'withdrawn', withdrawal_reason: reason });
    expect(await listReviewTasks(later)).toEqual([]);
  });

  test('kept late moves nothing, and is answered once', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    done(await contest(given, finding));
    await runOnDisputes({ db, now: day('2026-03-12') });
    const later = { ...given.as(given.reviewer), now: day('2026-03-16') };
    done(await answerDispute(later, finding, { outcome: 'kept', reason }));
    expect(await row(given, finding)).toMatchObject({ state: 'awaiting_cap', plan_due_on: '2026-03-26' });
    expect(await answerDispute(later, finding, { outcome: 'kept', reason })).toMatchObject({
      refusal: 'dispute_answered',
    });
  });

  test('does not run on before its day, nor without it, in the database', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    done(await contest(given, finding));
    const runs = (when: string) => `update finding_dispute set ran_on_at = '${when}'`;
    await refuses(given, runs('2026-03-11'), 'when the day of the answer has passed');
    await refuses(given, runs('2026-03-12'), 'runs on');
    const both = (plan: string) =>
      `begin; ${runs('2026-03-12')}; update finding set state = 'awaiting_cap', plan_due_on = '${plan}', close_due_on = '2026-06-10'; commit`;
    await refuses(given, both('2026-04-26'), 'later by those its dispute took');
    await sql`rollback`.execute(db);
    await runOnDisputes({ db, now: day('2026-03-12') });
    await refuses(given, runs('2026-03-20'), 'stands as it is');
    await refuses(
      given,
      `update finding set state = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'We do not like it.'`,
      'but by the answer to a dispute',
    );
  });
});

describe('what an audit body is late with', () => {
  test('is told once to the body and the scheme, and stands on a desk until it is done', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
    await work();
    mailer.sent.length = 0;
    await tellAll(given, '2026-03-11');
    expect(await officersTasks(given, '2026-03-11')).toEqual([]);
    await Promise.all([1, 2].map(() => tellAll(given, '2026-03-12')));
    await tellAll(given, '2026-04-12');
    expect(await happened(given, finding, 'audit.body_late')).toMatchObject([
      { occasion: 'plan_review', dueOn: '2026-03-11' },
    ]);
    await work();
    const rows = await db.selectFrom('account').select(['id', 'email']).execute();
    const told = mailer.sent.map(({ to }) => rows.find(({ email }) => email === to)?.id);
    for (const { accountId } of [given.lead, given.reviewer, given.officer])
      expect(told.filter((id) => id === accountId)).toHaveLength(1);
    expect(told).not.toContain(given.recruiter.accountId);
    expect(await officersTasks(given, '2026-04-12')).toMatchObject([
      { href: `/findings/${finding}`, about: 'AUD-00002/1', due: '2026-03-11' },
    ]);
    expect(await listDelays(db, 'finding', finding)).toMatchObject([{ occasion: 'plan_review' }]);
    done(await acceptPlan({ ...given.as(given.lead), now: day('2026-04-12') }, finding, { round: 1 }));
    expect(await officersTasks(given, '2026-04-12')).toEqual([]);
    expect(await listDelays(db, 'finding', finding)).toEqual([]);
  });

  test('may be its report: ten working days after the last day of the audit', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await audited(given, ['minor']);
    // 1 March 2026 is a Sunday.
    await tellAll(given, '2026-03-13');
    expect(await happened(given, id, 'audit.body_late')).toEqual([]);
    for (const on of ['2026-03-14', '2026-03-15']) await tellAll(given, on);
    expect(await happened(given, id, 'audit.body_late')).toMatchObject([
      { occasion: 'report', dueOn: '2026-03-13' },
    ]);
    expect(await officersTasks(given, '2026-03-14')).toMatchObject([{ href: `/audits/${id}` }]);
    await sentForCheck(given, id);
    expect(await listDelays(db, 'audit', id)).toEqual([]);
    done(await endFactCheck({ ...given.as(given.recruiter), now: day('2026-03-16') }, id));
    for (const on of ['2026-03-30', '2026-03-31']) await tellAll(given, on);
    expect(await listDelays(db, 'audit', id)).toMatchObject([
      { occasion: 'technical_review', dueOn: '2026-03-30' },
    ]);
  });

  test('is looked for by the clock', () => {
    expect(clockwork.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['run-on-disputes', 'tell-late-answers', 'tell-late-reports']),
    );
  });

  test('is late only with what it owes, and stands, in the database', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, finding } = await issued(given, 'major');
    const insert = (occasion: string, dueOn: string, toldAt: string) =>
      `insert into audit_delay (audit_id, finding_id, occasion, due_on, told_at) values ('${id}', '${finding}', '${occasion}', '${dueOn}', '${toldAt}')`;
    await refuses(given, insert('plan_review', '2026-03-11', '2026-03-12'), 'late with what it owes');
    done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
    await refuses(given, insert('plan_review', '2026-03-10', '2026-03-12'), 'late with what it owes');
    await refuses(given, insert('plan_review', '2026-03-11', '2026-03-11'), 'audit_delay_is_late');
    await refuses(given, insert('report', '2026-03-11', '2026-03-12'), 'late with what it owes');
    await tellAll(given, '2026-03-12');
    await refuses(given, insert('plan_review', '2026-03-11', '2026-03-12'), 'audit_delay_once');
    await refuses(given, 'delete from audit_delay', 'append-only');
    await refuses(given, 'truncate audit_delay', 'append-only');
  });
});
