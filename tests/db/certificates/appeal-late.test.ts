import { sql } from 'kysely';
import { expect } from 'vitest';

import { tellDueAppeals } from '#app/features/certificates/appeals/clock.server.ts';
import { listCertificateAppealTasks } from '#app/features/certificates/appeals/tasks.server.ts';
import { anAppeal, days } from '#tests/support/factories/appeals.ts';
import { test } from '#tests/support/test.ts';

test('a late appeal comes to the owners of the scheme, also to one who decided what is appealed against', async ({
  db,
  work,
  mailer,
}) => {
  const given = await anAppeal(db, work);
  // One owner alone: the officer who decided what is appealed against.
  const owner = given.officer.accountId;
  await sql`update membership set owner_since = now() where account_id = ${owner}`.execute(db);
  await sql`update membership set owner_since = null where organisation_kind = 'scheme' and account_id <> ${owner}`.execute(
    db,
  );
  const { email } = await db
    .selectFrom('account')
    .select('email')
    .where('id', '=', given.officer.accountId)
    .executeTakeFirstOrThrow();
  const seeTo = async (owns: boolean, day: number) => {
    const actor = { ...(owns ? given.officer : given.judge.actor), owner: owns };
    const tasks = await listCertificateAppealTasks({ db, actor, now: days(day) });
    return tasks.filter(({ what }) => what.startsWith('See to the late appeal'));
  };
  await work();
  mailer.sent.length = 0;
  await tellDueAppeals({ db, now: days(60) });
  await work();
  expect(await seeTo(true, 60)).toEqual([]);
  expect(mailer.sent.filter(({ subject }) => subject.endsWith('see to it'))).toEqual([]);
  await tellDueAppeals({ db, now: days(61) });
  await tellDueAppeals({ db, now: days(62) });
  await work();
  expect(await seeTo(true, 61)).toHaveLength(1);
  expect(await seeTo(false, 61)).toEqual([]);
  const told = mailer.sent.filter(({ subject }) => subject.endsWith('see to it'));
  expect(told.map(({ to }) => to)).toEqual([email]);
});
