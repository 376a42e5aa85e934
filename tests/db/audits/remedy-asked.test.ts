import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { tellLateAnswers } from '#app/features/audits/delays/commands.server.ts';
import { listDelays } from '#app/features/audits/delays/queries.server.ts';
import { escalateUnpaid } from '#app/features/audits/findings/clocks/commands.server.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { listTeamTasks } from '#app/features/audits/findings/tasks.server.ts';
import { tellDueRemedies } from '#app/features/audits/remedy/clock/commands.server.ts';
import { correctEntry } from '#app/features/audits/remedy/commands/correct-entry.server.ts';
import { openRemedy } from '#app/features/audits/remedy/commands/open-remedy.server.ts';
import { listRemedyTasks } from '#app/features/audits/remedy/tasks.server.ts';
import { listOfficerTasks } from '#app/features/audits/tasks.server.ts';
import type { SignedIn } from '#app/platform/scope.ts';
import { anEngagement, done, type Engagement } from '#tests/support/factories/audits.ts';
import { begun, harmed, ledger, payment, say, words } from '#tests/support/factories/remedy.ts';
import { test } from '#tests/support/test.ts';

const at = (day: string) => new Date(`${day}T06:00:00Z`);
const on = (given: Engagement, day: string): Engagement => ({
  ...given,
  as: <A extends SignedIn>(actor: A) => ({ db: given.db, actor, now: at(day) }),
});
const happened = async ({ db }: Engagement, type: string) =>
  (await db.selectFrom('event').select('payload').where('type', '=', type).orderBy('position').execute()).map(
    ({ payload }) => payload,
  );
const remedyTasks = async (given: Engagement) =>
  (await listTeamTasks(given.as(given.lead))).filter(({ id }) => id.startsWith('remedy-'));

/** All that is owed is entered as paid a month before the day, 30 May. */
async function repaid(given: Engagement) {
  const finding = await begun(given);
  done(await payment(on(given, '2026-05-01'), finding, '900.00', 9));
  return finding;
}

describe('what is entered as paid to everybody', () => {
  test('meets the recruiter’s day, though nobody asked the workers: nothing is late or escalated', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const finding = await repaid(given);
    expect(await listRemedyTasks(given.as(given.recruiter))).toEqual([]);
    await tellDueRemedies({ db, now: at('2026-06-30') });
    await escalateUnpaid({ db, now: at('2026-06-30') });
    for (const type of ['remedy.due', 'remedy.overdue', 'finding.overdue', 'finding.escalated'])
      expect(await happened(given, type)).toEqual([]);
    expect((await findFinding(given.as(given.lead), finding))?.finding.remedyDueOn).toBeNull();
    await expect(
      sql`insert into finding_escalation (finding_id, cause, clock, due_on, from_grade, to_step, escalated_at)
        values (${finding}, 'late', 'remedy', '2026-05-30', 'major', 'suspension', ${at('2026-06-02')})`.execute(
        db,
      ),
    ).rejects.toThrow('is not overdue with its recruiter');
    expect(await listOfficerTasks({ db, actor: given.officer, now: at('2026-06-30') })).toEqual([]);
  });

  test('is asked of workers by the team, which is mailed, has it on its desk, and is late after its days', async ({
    db,
    mailer,
    work,
  }) => {
    const given = await anEngagement(db);
    const finding = await begun(given);
    done(await payment(on(given, '2026-05-01'), finding, '400', 4));
    expect(await remedyTasks(given)).toEqual([]);
    done(await payment(on(given, '2026-05-01'), finding, '500', 5));
    await work();
    const asking = mailer.sent.filter(({ subject }) => subject.includes('workers are to be asked'));
    expect(asking).toHaveLength(1);
    expect(asking[0]?.text).toContain('16 May 2026');
    expect(await remedyTasks(given)).toMatchObject([
      { what: 'Ask workers whether they are paid', due: '2026-05-16', href: `/findings/${finding}/remedy` },
    ]);
    await tellLateAnswers({ db, now: at('2026-05-16') });
    expect(await listDelays(db, 'finding', finding)).toEqual([]);
    await tellLateAnswers({ db, now: at('2026-05-17') });
    expect(await listDelays(db, 'finding', finding)).toMatchObject([
      { occasion: 'remedy_confirmation', dueOn: '2026-05-16' },
    ]);
    done(await say(on(given, '2026-05-18'), finding, 3));
    expect(await listDelays(db, 'finding', finding)).toEqual([]);
    expect(await remedyTasks(given)).toEqual([]);
  });

  test('and which workers say they do not have is late by the day as it was, and the recruiter is told', async ({
    db,
    mailer,
    work,
  }) => {
    const given = await anEngagement(db);
    const finding = await repaid(given);
    done(await say(on(given, '2026-06-02'), finding, 3, 2));
    await work();
    const told = mailer.sent.filter(({ subject }) => subject.includes('say that they are not made whole'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('30 May 2026');
    expect(await remedyTasks(given)).toEqual([]);
    await escalateUnpaid({ db, now: at('2026-06-03') });
    expect(await happened(given, 'finding.escalated')).toEqual([{ from: 'major', to: 'suspension' }]);
  });

  test('and is taken back before the day is to be paid by it again', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await repaid(given);
    const entry = (await ledger(given, finding)).entries.find(({ kind }) => kind === 'paid')?.id ?? '';
    const note = 'The bank sent the transfer back.';
    done(await correctEntry(on(given, '2026-05-03').as(given.recruiter), finding, { entry, note }));
    expect(await listRemedyTasks(given.as(given.recruiter))).toMatchObject([{ due: '2026-05-30' }]);
    await escalateUnpaid({ db, now: at('2026-05-31') });
    expect(await happened(given, 'finding.escalated')).toEqual([{ from: 'major', to: 'suspension' }]);
  });
});

describe('a remedy the team opens late', () => {
  test('leaves the recruiter all its days, in the database as well', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await harmed(given);
    const forged = (due: string) =>
      sql`insert into remedy (finding_id, due_on, opened_at, opened_by)
        values (${finding}, ${due}, ${at('2026-06-04')}, ${given.lead.accountId})`.execute(db);
    await expect(forged('2026-05-30')).rejects.toThrow('with the day the scheme sets');
    done(await openRemedy(on(given, '2026-06-04').as(given.lead), finding, { workers: 9, ...words }));
    expect(await ledger(given, finding)).toMatchObject({ dueOn: '2026-09-02' });
  });

  test('has it late with opening it', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await harmed(given);
    expect(await remedyTasks(given)).toMatchObject([{ what: 'Open the remedy', due: '2026-03-16' }]);
    await tellLateAnswers({ db, now: at('2026-03-16') });
    expect(await listDelays(db, 'finding', finding)).toEqual([]);
    await tellLateAnswers({ db, now: at('2026-03-17') });
    expect(await listDelays(db, 'finding', finding)).toMatchObject([
      { occasion: 'remedy_opening', dueOn: '2026-03-16' },
    ]);
    done(await openRemedy(on(given, '2026-03-18').as(given.lead), finding, { workers: 9, ...words }));
    expect(await listDelays(db, 'finding', finding)).toEqual([]);
  });
});
