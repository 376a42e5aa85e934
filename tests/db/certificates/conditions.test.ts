import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { tellDueConditions } from '#app/features/certificates/decisions/conditions/clock.server.ts';
import { settleCondition } from '#app/features/certificates/decisions/conditions/commands.server.ts';
import {
  findStandingOf,
  listConditionTasks,
} from '#app/features/certificates/decisions/conditions/queries.server.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aPackage, grant, vote } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const on = (day: string) => new Date(`${day}T05:42:00Z`);

/** A certificate granted with one condition, due on the first of June. */
async function aCondition(db: Kysely<Database>, work: () => Promise<void>) {
  const given = await aPackage(db, work);
  const conditions = [{ text: 'Train every sub-agent.', dueOn: '2026-06-01', owner: 'Mina Rai' }];
  const form = { ...grant, vote: 'grant_with_conditions' as const, conditions };
  done(await vote(given.as(given.decider), given.applicationId, form));
  await work();
  const [task] = await listConditionTasks(given.as(given.officer));
  return { ...given, id: task?.id ?? '' };
}

const told = async (db: Kysely<Database>) =>
  (
    await db
      .selectFrom('event')
      .select(['type', 'payload', 'related'])
      .where('type', 'like', 'decision.condition%')
      .orderBy('position')
      .execute()
  ).map(({ type, payload }) => [type, payload]);

test('a condition is reminded of before its day and once it passed, once each, whoever runs it', async ({
  db,
  work,
  mailer,
}) => {
  await aCondition(db, work);
  mailer.sent.length = 0;
  for (const day of ['2026-05-17', '2026-05-18', '2026-05-19', '2026-06-01', '2026-06-02', '2026-06-20']) {
    await Promise.all([1, 2].map(() => tellDueConditions({ db, now: on(day) })));
    await work();
  }
  const due = { dueOn: '2026-06-01' };
  expect(await told(db)).toEqual([
    ['decision.condition_due', { step: 'soon', ...due }],
    ['decision.condition_due', { step: 'overdue', ...due }],
  ]);
  expect(mailer.sent.map(({ subject }) => subject)).toEqual([
    'A condition of your certificate is due by 1 June 2026',
    ...[
      'A condition of your certificate was due by 1 June 2026',
      'A condition was due by 1 June 2026: say what became of it',
    ],
  ]);
  for (const change of [
    sql`delete from decision_condition_notice`,
    sql`update decision_condition_notice set told_at = now()`,
  ])
    await expect(change.execute(db)).rejects.toThrow('append-only');
});

test('the holder is told what became of a condition, and a settled one is reminded of no more', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCondition(db, work);
  const officer = given.as(given.officer);
  mailer.sent.length = 0;
  const evidence = 'No register of any training was shown by the day.';
  done(await settleCondition(officer, given.id, { outcome: 'not_met', evidence }));
  await tellDueConditions({ db, now: on('2026-06-02') });
  await work();
  expect(await told(db)).toEqual([['decision.condition_settled', { outcome: 'not_met' }]]);
  expect(mailer.sent.map(({ subject }) => subject)).toEqual(['A condition of your certificate was not met']);
  expect(mailer.sent[0]?.text).toContain('No register of any training');
  // From the condition leads a way to the certificate that stands.
  expect(await findStandingOf(officer, given.agency.id)).toMatchObject({ status: 'active' });
});
