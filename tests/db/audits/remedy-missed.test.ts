import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { clockwork } from '#app/composition/schedule.server.ts';
import { tellLateAnswers } from '#app/features/audits/delays/commands.server.ts';
import {
  escalateOverdue,
  escalateUnpaid,
  extendFinding,
} from '#app/features/audits/findings/clocks/commands.server.ts';
import { acceptPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import {
  rejectEvidence,
  verifyEvidence,
} from '#app/features/audits/findings/commands/answer-evidence.server.ts';
import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { answerRegrade, proposeRegrade } from '#app/features/audits/findings/regrading/commands.server.ts';
import { tellDueRemedies } from '#app/features/audits/remedy/clock/commands.server.ts';
import { listOfficerTasks } from '#app/features/audits/tasks.server.ts';
import { clockOf } from '#app/features/audits/findings/rules.ts';
import type { SignedIn } from '#app/platform/scope.ts';
import { anEngagement, done, now, type Engagement } from '#tests/support/factories/audits.ts';
import { correctiveAction, evidence, seen } from '#tests/support/factories/corrections.ts';
import { begun, payment, say } from '#tests/support/factories/remedy.ts';
import { test } from '#tests/support/test.ts';

const at = (day: string) => new Date(`${day}T06:00:00Z`);
const night = async ({ db }: Engagement, day: string) => {
  const house = { db, now: at(day) };
  await escalateOverdue(house);
  await Promise.all([escalateUnpaid(house), escalateUnpaid(house)]);
};
const happened = async ({ db }: Engagement, type: string) =>
  (await db.selectFrom('event').select('payload').where('type', '=', type).orderBy('position').execute()).map(
    ({ payload }) => payload,
  );
const row = async (given: Engagement, id: string) =>
  (await findFinding({ ...given.as(given.lead), now }, id))?.finding;

/** Workers were harmed, all that is to be sent of the correction was sent, and nothing is paid. */
async function unpaid(given: Engagement, grade: 'major' | 'minor') {
  const finding = await begun(given, 'fee_charged', grade);
  const plan = {
    ...correctiveAction,
    remedyToWorkers: 'Nine workers get back 100 rupees each, and are asked.',
  };
  done(await submitPlan(given.as(given.recruiter), finding, plan));
  done(await acceptPlan(given.as(given.lead), finding, { round: 1 }));
  done(await submitEvidence(given.as(given.recruiter), finding, evidence));
  return finding;
}

describe('workers who were not made whole by their day', () => {
  test('escalate a major finding whose correction was shown in time, once', async ({ db, work, mailer }) => {
    const given = await anEngagement(db);
    const finding = await unpaid(given, 'major');
    const known = await row(given, finding);
    expect(known && clockOf(known, '2026-05-31')).toEqual({
      due: '2026-05-30',
      what: 'remedy',
      overdue: true,
    });
    await night(given, '2026-05-30');
    expect(await happened(given, 'finding.escalated')).toEqual([]);
    await night(given, '2026-05-31');
    await night(given, '2026-06-30');
    expect(await happened(given, 'finding.overdue')).toEqual([{ clock: 'remedy', dueOn: '2026-05-30' }]);
    expect(await happened(given, 'finding.escalated')).toEqual([{ from: 'major', to: 'suspension' }]);
    await work();
    expect(mailer.sent.map(({ text }) => text.replace(/\s+/g, ' '))).toContainEqual(
      expect.stringContaining('was not put right in time'),
    );
  });

  test('make a minor finding major, and the last day of its new clock is theirs', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await unpaid(given, 'minor');
    await night(given, '2026-05-31');
    expect(await row(given, finding)).toMatchObject({
      ...{ grade: 'major', state: 'evidence_submitted', closeDueOn: '2026-08-29', remedyDueOn: '2026-08-29' },
    });
    await night(given, '2026-08-29');
    expect(await happened(given, 'finding.escalated')).toEqual([{ from: 'minor', to: 'major' }]);
    await night(given, '2026-08-30');
    expect(await happened(given, 'finding.escalated')).toEqual([
      { from: 'minor', to: 'major' },
      { from: 'major', to: 'suspension' },
    ]);
  });

  test('keep the day of the escalation, whatever more time or another grade its correction has', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const finding = await unpaid(given, 'minor');
    await night(given, '2026-05-31');
    const by = (actor: SignedIn, day: string) => ({ ...given.as(actor), now: at(day) });
    const reason = 'The practice is wider than one office.';
    done(await rejectEvidence(by(given.lead, '2026-06-01'), finding, { round: 1, reason }));
    done(await extendFinding(by(given.reviewer, '2026-06-01'), finding, { until: '2026-10-01', reason }));
    expect(await row(given, finding)).toMatchObject({
      ...{ closeDueOn: '2026-10-01', remedyDueOn: '2026-08-29' },
    });
    await night(given, '2026-08-30');
    const steps = [
      { from: 'minor', to: 'major' },
      { from: 'major', to: 'suspension' },
    ];
    expect(await happened(given, 'finding.escalated')).toEqual(steps);
    const grade = 'critical';
    done(await proposeRegrade(by(given.lead, '2026-09-01'), finding, { grade, reason }));
    const answer = { grade, outcome: 'approved', reason } as const;
    done(await answerRegrade(by(given.reviewer, '2026-09-01'), finding, answer));
    expect(await row(given, finding)).toMatchObject({ grade, remedyDueOn: '2026-08-29' });
    await escalateUnpaid({ db, now: at('2026-10-02') });
    expect(await happened(given, 'finding.escalated')).toEqual(steps);
  });

  test('have no day of a major finding but the one the scheme sets, by SQL', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await unpaid(given, 'minor');
    const forged = (next: string | null) =>
      sql`insert into finding_escalation (finding_id, cause, clock, due_on, from_grade, to_step, escalated_at, remedy_due_on)
        values (${finding}, 'late', 'remedy', '2026-05-30', 'minor', 'major', ${at('2026-05-31')}, ${next})`.execute(
        db,
      );
    await expect(forged('2026-12-31')).rejects.toThrow('have the days of a major finding');
    await expect(forged(null)).rejects.toThrow('finding_escalation_remedy_shape');
  });

  test('have no other finding escalated by SQL, nor before their day', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await unpaid(given, 'major');
    const forged = (due: string, on: string) =>
      sql`insert into finding_escalation (finding_id, cause, clock, due_on, from_grade, to_step, escalated_at)
        values (${finding}, 'late', 'remedy', ${due}, 'major', 'suspension', ${at(on)})`.execute(db);
    await expect(forged('2026-05-29', '2026-06-02')).rejects.toThrow('is not overdue with its recruiter');
    await expect(forged('2026-05-30', '2026-05-30')).rejects.toThrow('finding_escalation_is_late');
    done(await payment(given, finding, '900.00', 9));
    done(await say(given, finding, 3));
    await expect(forged('2026-05-30', '2026-06-02')).rejects.toThrow('is not overdue with its recruiter');
    await night(given, '2026-06-02');
    expect(await happened(given, 'finding.escalated')).toEqual([]);
  });

  test('are waited for by the audit body, which answers once they have it', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await unpaid(given, 'major');
    await tellLateAnswers({ db, now: at('2026-04-20') });
    expect(await happened(given, 'audit.body_late')).toEqual([]);
    const paid = {
      ...given,
      as: <A extends SignedIn>(actor: A) => ({ db, actor, now: at('2026-04-21') }),
    };
    done(await payment(paid, finding, '900.00', 9));
    done(await say(paid, finding, 3));
    await tellLateAnswers({ db, now: at('2026-05-06') });
    expect(await happened(given, 'audit.body_late')).toEqual([]);
    await tellLateAnswers({ db, now: at('2026-05-07') });
    expect(await happened(given, 'audit.body_late')).toHaveLength(1);
    const told = { ...seen('worker_confirmed', 1, at('2026-04-21')), affected: 9, confirmed: 9 };
    done(await verifyEvidence(paid.as(given.lead), finding, told));
  });

  test('are on the officers’ desk, and officers are told, until they have it', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anEngagement(db);
    const finding = await unpaid(given, 'major');
    const desk = (day: string) => listOfficerTasks({ db, actor: given.officer, now: at(day) });
    expect(await desk('2026-05-30')).toEqual([]);
    await tellDueRemedies({ db, now: at('2026-05-31') });
    await work();
    const late = mailer.sent.filter(({ subject }) => subject.includes('remedy is late'));
    const { email } = await db
      .selectFrom('account')
      .select('email')
      .where('id', '=', given.officer.accountId)
      .executeTakeFirstOrThrow();
    expect(late.map(({ to }) => to)).toContain(email);
    expect(await desk('2026-05-31')).toMatchObject([
      { due: '2026-05-30', href: `/findings/${finding}/remedy` },
    ]);
    done(await payment(given, finding, '900.00', 9));
    done(await say(given, finding, 3));
    expect(await desk('2026-05-31')).toEqual([]);
  });

  test('have their day among those of its holder, which are read without all others', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await unpaid(given, 'major');
    const of = given.agency.id;
    expect(await db.selectFrom('finding_last_day').selectAll().execute()).toEqual([
      { finding_id: finding, clock: 'remedy', due_on: '2026-05-30', organisation_id: of },
    ]);
    const plan = await sql<{ 'QUERY PLAN': string }>`explain select due_on from finding_last_day
      where organisation_id = ${of}::uuid`.execute(db);
    const asked = plan.rows.filter((line) => /organisation_id = '/.test(line['QUERY PLAN']));
    // In each arm, before anything is reckoned of it.
    expect(asked.length).toBeGreaterThanOrEqual(2);
  });

  test('have a clock in the house', () => {
    expect(clockwork.map(({ command }) => command)).toContain(escalateUnpaid);
  });
});
