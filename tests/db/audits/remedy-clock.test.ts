import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { listTeamTasks } from '#app/features/audits/findings/tasks.server.ts';
import { tellDueRemedies } from '#app/features/audits/remedy/clock/commands.server.ts';
import { listRemedyTasks } from '#app/features/audits/remedy/tasks.server.ts';
import { remedyTotals } from '#app/features/audits/remedy/totals.server.ts';
import { recordPayment } from '#app/features/audits/remedy/commands/record-payment.server.ts';
import { openRemedy } from '#app/features/audits/remedy/commands/open-remedy.server.ts';
import type { Database } from '#db/client.server.ts';
import { anEngagement, done, type Engagement } from '#tests/support/factories/audits.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { begun, harmed, payment, say, words } from '#tests/support/factories/remedy.ts';
import { test } from '#tests/support/test.ts';

const told = async ({ db }: Engagement) =>
  (
    await db
      .selectFrom('event')
      .select(['type', 'payload'])
      .where('type', 'in', ['remedy.due', 'remedy.overdue'])
      .orderBy('position')
      .execute()
  ).map(({ type, payload }) => ({ type, payload }));
const on = ({ db }: Engagement, day: string) => tellDueRemedies({ db, now: new Date(`${day}T06:00:00Z`) });

test('a remedy is announced twice and told late once, however often the clock runs', async ({
  db,
  mailer,
  work,
}) => {
  const given = await anEngagement(db);
  await begun(given);
  for (const day of ['2026-04-29', '2026-04-30', '2026-05-01', '2026-05-23', '2026-05-30'])
    await Promise.all([on(given, day), on(given, day)]);
  for (const day of ['2026-05-31', '2026-06-01', '2026-08-01']) await on(given, day);
  const dueOn = '2026-05-30';
  expect(await told(given)).toEqual([
    { type: 'remedy.due', payload: { days: 30, dueOn } },
    { type: 'remedy.due', payload: { days: 7, dueOn } },
    { type: 'remedy.overdue', payload: { dueOn } },
  ]);
  await work();
  const subjects = mailer.sent
    .map(({ subject }) => subject)
    .filter((subject) => /remedy|whole/.test(subject));
  expect(subjects.filter((subject) => subject.includes('are to be made whole'))).toHaveLength(1);
  expect(subjects.filter((subject) => subject.includes('remedy due by'))).toHaveLength(2);
  // To the recruiter, the lead auditor and an officer.
  expect(subjects.filter((subject) => subject.includes('remedy is late'))).toHaveLength(3);
  const again = `insert into remedy_notice select remedy_id, 0, told_at from remedy_notice where step = 0`;
  await expect(sql.raw(again).execute(db)).rejects.toThrow('remedy_notice_pkey');
  await expect(sql`update remedy_notice set step = 7`.execute(db)).rejects.toThrow('append-only');
});

test('the team is asked to open it, the recruiter to pay, and nobody once it is complete', async ({
  db,
  mailer,
  work,
}) => {
  const given = await anEngagement(db);
  const finding = await harmed(given, 'documents_held');
  const opening = { what: 'Open the remedy', href: `/findings/${finding}/remedy` };
  expect(await listTeamTasks(given.as(given.lead))).toMatchObject([opening]);
  expect(await listRemedyTasks(given.as(given.recruiter))).toEqual([]);
  done(await openRemedy(given.as(given.lead), finding, { workers: 4, ...words }));
  expect(await listRemedyTasks(given.as(given.lead))).toEqual([]);
  const paying = { what: 'Make workers whole', due: '2026-05-30' };
  expect(await listRemedyTasks(given.as(given.recruiter))).toMatchObject([paying]);
  const back = { item: 'none', workers: 4, ...words } as const;
  done(await recordPayment(given.as(given.recruiter), finding, back));
  done(await say(given, finding, 2));
  expect(await listRemedyTasks(given.as(given.recruiter))).toEqual([]);
  await on(given, '2026-07-01');
  expect(await told(given)).toEqual([]);
  await work();
  expect(mailer.sent.filter(({ subject }) => subject.includes('are made whole'))).toHaveLength(2);
  // Four people are too few to be told of in public.
  expect(await remedyTotals(nextYear(db))).toEqual({ madeWhole: 0, repaid: [] });
});

test('the public reads what is complete and confirmed once its quarter is over, and nothing before', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const finding = await begun(given);
  done(await payment(given, finding, '900', 9));
  const nothing = { madeWhole: 0, repaid: [] };
  expect(await remedyTotals(nextYear(db))).toEqual(nothing);
  done(await say(given, finding, 3));
  expect(await remedyTotals({ db, now: new Date('2026-03-31T23:59:00Z') })).toEqual(nothing);
  expect(await remedyTotals(nextYear(db))).toEqual({
    madeWhole: 9,
    repaid: [{ currency: 'NPR', category: 'COST_MEDICAL', amountMinor: 90_000, people: 9 }],
  });
});

test('whom one fee was paid back to is counted by that payment, not by its remedy', async ({ db }) => {
  const given = await anEngagement(db);
  const finding = await begun(given);
  done(await payment(given, finding, '400', 1));
  done(await payment(given, finding, '500', 8));
  done(await say(given, finding, 3));
  await pastRules(db, (one) =>
    sql`update remedy_entry set category = 'COST_TRAVEL_LODGING' where kind = 'paid' and workers = 1`.execute(
      one,
    ),
  );
  const totals = await remedyTotals(nextYear(db));
  expect(totals.madeWhole).toBe(9);
  expect(totals.repaid.map(({ category, people }) => [category, people])).toEqual([['COST_MEDICAL', 8]]);
});

const nextYear = (db: Kysely<Database>) => ({ db, now: new Date('2027-01-01T00:00:00Z') });
