import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import {
  escalateOverdue,
  extendFinding,
  failAudits,
} from '#app/features/audits/findings/clocks/commands.server.ts';
import { returnPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { listFindings } from '#app/features/audits/findings/lists.server.ts';
import { clockwork } from '#app/composition/schedule.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import {
  anEngagement,
  done,
  issued,
  now,
  strangers,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { correctiveAction, verified } from '#tests/support/factories/corrections.ts';
import { test } from '#tests/support/test.ts';

const reason = 'The clinic’s records come from abroad.';
const day = (date: string) => new Date(`${date}T08:00:00Z`);
const row = ({ db }: Engagement, id: string) =>
  db.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const payloads = async ({ db }: Engagement, subject: string, type: string) => {
  const rows = await db
    .selectFrom('event')
    .select('payload')
    .where('subject', '=', subject)
    .where('type', '=', type)
    .orderBy('position')
    .execute();
  return rows.map(({ payload }) => payload);
};
const refuses = (given: Engagement, statement: string, why: string) =>
  expect(sql.raw(statement).execute(given.db)).rejects.toThrow(why);

describe('a missed day', () => {
  test('makes a minor finding major, once, with clocks from the day it is noticed', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    await escalateOverdue({ db, now: day('2026-03-31') });
    expect(await row(given, finding)).toMatchObject({ grade: 'minor' });
    await Promise.all([1, 2].map(() => escalateOverdue({ db, now: day('2026-04-10') })));
    await escalateOverdue({ db, now: day('2026-04-10') });
    expect(await row(given, finding)).toMatchObject({
      ...{ grade: 'major', state: 'awaiting_cap', plan_due_on: '2026-04-24', close_due_on: '2026-07-09' },
    });
    expect(await payloads(given, finding, 'finding.escalated')).toEqual([{ from: 'minor', to: 'major' }]);
    expect(await payloads(given, finding, 'finding.overdue')).toEqual([
      { clock: 'plan', dueOn: '2026-03-31' },
    ]);
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).toContain('Finding AUD-00002/1: escalated');
  });

  test.for([
    ['major', 'suspension', '2026-03-15'],
    ['critical', 'withdrawal', '2026-03-04'],
  ] as const)('of a %s finding reaches the certificate: %s', async ([grade, to, dueOn], { db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, grade);
    for (const later of ['2026-04-10', '2026-04-11', '2026-06-01'])
      await escalateOverdue({ db, now: day(later) });
    expect(await payloads(given, finding, 'finding.escalated')).toEqual([{ from: grade, to }]);
    expect(await payloads(given, finding, 'finding.overdue')).toMatchObject([{ dueOn }]);
    expect(await row(given, finding)).toMatchObject({ grade });
  });

  test('on a desk of the audit body is shown, and follows from nothing', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
    const late = day('2026-09-01');
    await escalateOverdue({ db, now: late });
    expect(await payloads(given, finding, 'finding.escalated')).toEqual([]);
    const shown = await listFindings(
      { db, actor: given.lead, now: late },
      { state: '', grade: '', overdue: true, page: 1 },
    );
    expect(shown.findings.map(({ id }) => id)).toEqual([finding]);
  });

  test('of one that cannot be escalated does not stop the others', async ({ db }) => {
    const given = await anEngagement(db);
    const { findings } = await issued(given, 'minor', 'minor');
    const [broken = ''] = [...findings].sort();
    await sql`create function fail_here() returns trigger language plpgsql as 'begin
      raise exception ''a bad record''; end'`.execute(db);
    await sql
      .raw(
        `create trigger broken before insert on finding_escalation for each row when (new.finding_id = '${broken}') execute function fail_here()`,
      )
      .execute(db);
    await expect(escalateOverdue({ db, now: day('2026-05-01') })).rejects.toThrow('a bad record');
    for (const id of findings)
      expect(await row(given, id)).toMatchObject({ grade: id === broken ? 'minor' : 'major' });
    expect(await payloads(given, broken, 'finding.overdue')).toEqual([]);
  });

  test('is looked for by the clock', () => {
    expect(clockwork.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['escalate-overdue-findings', 'fail-uncorrected-audits']),
    );
  });
});

describe('more time', () => {
  test('is given once, and counts', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    const late = { ...given.as(given.reviewer), now: day('2026-03-16') };
    done(await extendFinding(late, finding, { until: '2026-03-22', reason }));
    await escalateOverdue({ db, now: day('2026-03-22') });
    expect(await payloads(given, finding, 'finding.escalated')).toEqual([]);
    expect(await payloads(given, finding, 'finding.extended')).toEqual([
      { clock: 'plan', dueOn: '2026-03-22' },
    ]);
    expect(await extendFinding(late, finding, { until: '2026-03-25', reason })).toEqual({
      ok: false,
      refusal: 'extended_already',
    });
    await escalateOverdue({ db, now: day('2026-03-23') });
    expect(await payloads(given, finding, 'finding.escalated')).toEqual([
      { from: 'major', to: 'suspension' },
    ]);
  });

  test('is the audit body’s to give', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    const form = { until: '2026-03-20', reason };
    const foreign = await strangers(db);
    expect(await extendFinding(given.as(foreign.auditor), finding, form)).toMatchObject({
      refusal: 'not_found',
    });
    for (const actor of [given.recruiter, given.officer])
      expect(await extendFinding(given.as(actor), finding, form)).toEqual({
        ok: false,
        refusal: 'forbidden',
      });
    expect(await row(given, finding)).toMatchObject({ extended_at: null, plan_due_on: '2026-03-15' });
  });

  test('is not taken in the database', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    await refuses(given, `update finding set plan_due_on = '2026-04-15'`, 'stands as it is');
    done(await extendFinding(given.as(given.lead), finding, { until: '2026-03-20', reason }));
    await refuses(given, `update finding set plan_due_on = '2026-04-15'`, 'stands as it is');
    await refuses(given, `update finding set extended_at = null`, 'finding_extension_shape');
    await refuses(
      given,
      `update finding set extended_from = '2026-01-01', extension_reason = 'Another reason.'`,
      'stands as it is',
    );
  });
});

describe('a plan returned once too often', () => {
  test('escalates its finding, and is not returned without', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    for (const round of [1, 2, 3]) {
      expect(await payloads(given, finding, 'finding.escalated')).toEqual([]);
      done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
      if (round === 3)
        await refuses(
          given,
          `update corrective_action_plan set answer = 'returned', answer_reason = 'No.', answered_at = now(),
            answered_by = '${given.lead.accountId}' where round = 3`,
          'escalates its finding',
        );
      done(await returnPlan(given.as(given.lead), finding, { round, reason }));
    }
    expect(await payloads(given, finding, 'finding.escalated')).toEqual([{ from: 'minor', to: 'major' }]);
    expect(await row(given, finding)).toMatchObject({
      ...{ grade: 'major', state: 'cap_returned', plan_due_on: '2026-03-15', resubmit_due_on: '2026-03-15' },
    });
  });
});

describe('six months after stage 2', () => {
  const stop = day('2026-09-02');

  test('an audit with something grave open has failed, once', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await issued(given, 'major', 'minor');
    await failAudits({ db, now: day('2026-09-01') });
    expect(await db.selectFrom('audit').select('state').where('id', '=', id).execute()).toEqual([
      { state: 'caps_open' },
    ]);
    for (const at of [stop, stop]) await failAudits({ db, now: at });
    expect(await payloads(given, id, 'audit.failed')).toEqual([{}]);
    await escalateOverdue({ db, now: addDays(dayOf(stop), 1) ? stop : now });
    expect(await db.selectFrom('finding_escalation').select('id').execute()).toEqual([]);
  });

  test('that failed is told to its recruiter, its lead auditor and the reviewers, once each', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anEngagement(db);
    const { id } = await issued(given, 'major');
    await db
      .updateTable('account')
      .set({ language: 'ne' })
      .where('id', '=', given.recruiter.accountId)
      .execute();
    await work();
    mailer.sent.length = 0;
    for (const at of [stop, stop]) await failAudits({ db, now: at });
    await work();
    const rows = await db.selectFrom('account').select(['id', 'email']).execute();
    const told = mailer.sent.map(({ to }) => rows.find(({ email }) => email === to)?.id);
    const { recruiter, lead, reviewer } = given;
    expect(told.sort()).toEqual([recruiter, lead, reviewer].map(({ accountId }) => accountId).sort());
    const subjects = mailer.sent.map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('has failed'))).toHaveLength(2);
    expect(subjects.filter((subject) => subject.includes('असफल'))).toHaveLength(1);
    expect(mailer.sent[0]?.text).toContain(`/audits/${id}`);
  });

  test('one with nothing grave has not, nor in the database', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await issued(given, 'minor');
    await failAudits({ db, now: stop });
    expect(await payloads(given, id, 'audit.failed')).toEqual([]);
    await refuses(
      given,
      `update audit set state = 'failed', failed_at = now() where id = '${id}'`,
      'nothing grave',
    );
  });
});

describe('an escalation', () => {
  test('stands on a day that was missed', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    const insert = (values: string) =>
      `insert into finding_escalation (finding_id, cause, clock, due_on, from_grade, to_step, escalated_at) values ('${finding}', 'late', 'plan', ${values})`;
    await refuses(
      given,
      insert(`'2026-03-15', 'major', 'suspension', '2026-03-15'`),
      'finding_escalation_is_late',
    );
    await refuses(given, insert(`'2026-03-01', 'major', 'suspension', '2026-03-15'`), 'not overdue');
    await refuses(
      given,
      insert(`'2026-03-15', 'major', 'withdrawal', '2026-04-15'`),
      'finding_escalation_ladder',
    );
    await verified(given, finding);
    await refuses(given, insert(`'2026-05-30', 'major', 'suspension', '2026-06-15'`), 'not overdue');
    await refuses(given, 'truncate finding_escalation', 'append-only');
  });
});
