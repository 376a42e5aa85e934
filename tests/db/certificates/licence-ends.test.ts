import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import { findComing } from '#app/features/certificates/life/queries.server.ts';
import { lockStanding } from '#app/features/certificates/queries.server.ts';
import { liftSuspension } from '#app/features/certificates/status-commands.server.ts';
import { declareLicence } from '#app/features/licences/commands.server.ts';
import { confirmLicence } from '#app/features/licences/decision-commands.server.ts';
import { listHolderTasks } from '#app/features/certificates/tasks.server.ts';
import { addDays } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { licenceForm } from '#tests/support/factories/licences.ts';
import { test } from '#tests/support/test.ts';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const ends = '2026-09-30';
const note = { note: 'Seen in the register of the authority.' };
const reasons = { note: 'The new licence was seen, on paper.' };
type Given = Awaited<ReturnType<typeof aCertificate>>;

/** A licence of the holder's own country that an officer confirmed. */
async function aLicence({ db, recruiter, officer }: Given, day: string, until: string, number: string) {
  const form = { ...licenceForm, number, validUntil: until };
  const { id } = done(await declareLicence({ db, actor: recruiter, now: at(day) }, form));
  done(await confirmLicence({ db, actor: officer, now: at(day) }, id, note));
  return id;
}
const standing = async (db: Kysely<Database>) =>
  db.selectFrom('certificate').select(['status', 'reason_class']).executeTakeFirstOrThrow();
const announced = async (db: Kysely<Database>) =>
  (
    await db
      .selectFrom('event')
      .select('payload')
      .where('type', '=', 'certificate.change_announced')
      .orderBy('position')
      .execute()
  ).map(({ payload }) => payload);
async function nights(db: Kysely<Database>, days: string[]) {
  for (const day of days) {
    const house = { db, now: at(day) };
    await Promise.all([runCertificateClock(house), runCertificateClock(house)]);
  }
}
const suspended = { status: 'suspended', reason_class: 'licence_lost' };
const active = { status: 'active', reason_class: null };

test('a licence that runs out suspends, announced 60, 30 and 7 days ahead, and nothing is lifted without another', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  await aLicence(given, '2026-03-02', ends, 'NP-1');
  await work();
  mailer.sent.length = 0;
  const on = addDays(ends, 1);
  await nights(
    db,
    [61, 60, 59, 30, 29, 7, 6, 1].map((ahead) => addDays(on, -ahead)),
  );
  expect(await announced(db)).toEqual([60, 30, 7].map((days) => ({ change: 'licence', days, on })));
  await work();
  expect(mailer.sent[0]?.text).toContain('confirmed');
  expect(await standing(db)).toEqual(active);
  await nights(db, [on, addDays(on, 1)]);
  expect(await standing(db)).toEqual(suspended);

  const scope = { db, actor: given.officer, now: at(addDays(on, 5)) };
  const lifted = () => liftSuspension(scope, given.certificateId, reasons);
  expect(await lifted()).toEqual({ ok: false, refusal: 'licence_lost' });
  const forged = sql`insert into certificate_status (certificate_id, action, status, note, decided_by, decided_at)
    values (${given.certificateId}, 'reinstated', 'active', 'Written past every rule.', ${given.officer.accountId}, ${scope.now})`;
  await expect(forged.execute(db)).rejects.toThrow('nothing is lifted: licence_lost');
  await aLicence(given, addDays(on, 4), '2029-12-31', 'NP-2');
  done(await lifted());
  expect(await standing(db)).toEqual(active);
  await nights(db, [addDays(on, 6), addDays(on, 20)]);
  expect(await standing(db)).toEqual(active);
});

test('another for the same country that is confirmed before the day averts it, in the database, too', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  await aLicence(given, '2026-03-02', ends, 'NP-1');
  const on = addDays(ends, 1);
  await nights(db, [addDays(on, -7)]);
  const tasks = (day: string) => listHolderTasks({ db, actor: given.recruiter, now: at(day) });
  expect(await tasks(addDays(on, -6))).toMatchObject([{ due: on, href: '/licences' }]);
  await aLicence(given, addDays(on, -2), '2029-12-31', 'NP-2');
  expect(await tasks(addDays(on, -1))).toEqual([]);
  await nights(db, [on, addDays(on, 1), addDays(on, 9)]);
  expect(await standing(db)).toEqual(active);
  const fact = await db
    .selectFrom('event')
    .select('id')
    .where('type', '=', 'certificate.change_announced')
    .executeTakeFirstOrThrow();
  const forged = db.transaction().execute(async (trx) => {
    await sql`insert into certificate_status (certificate_id, action, status, reason_class, note, cause, fact_id, decided_at)
      values (${given.certificateId}, 'suspended', 'suspended', 'licence_lost', 'Written past every rule.', 'clock', ${fact.id}, ${at(on)})`.execute(
      trx,
    );
    await sql`update certificate set status = 'suspended', reason_class = 'licence_lost', since = ${at(on)}`.execute(
      trx,
    );
  });
  await expect(forged).rejects.toThrow('a licence that ended');
});

test('a clock that stood still announces it a week before it acts', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  await aLicence(given, '2026-03-02', ends, 'NP-1');
  await nights(db, ['2026-11-01', '2026-11-07']);
  expect(await announced(db)).toEqual([{ change: 'licence', days: 7, on: '2026-11-08' }]);
  expect(await standing(db)).toEqual(active);
  await nights(db, ['2026-11-08']);
  expect(await standing(db)).toEqual(suspended);
});

test('its holder reads on its page what is coming and what averts it, from the first announcement on', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  await aLicence(given, '2026-03-02', ends, 'NP-1');
  const on = addDays(ends, 1);
  const coming = async (day: string) => {
    const certificate = await db.transaction().execute((trx) => lockStanding(trx, given.agency.id));
    if (!certificate) throw new Error('There is no certificate');
    return (await findComing({ db, actor: given.recruiter, now: at(day) }, certificate)).licence;
  };
  expect(await coming(addDays(on, -61))).toBeUndefined();
  expect(await coming(addDays(on, -60))).toEqual({ endsOn: ends, on });
  // Nobody told it yet: a week stays, whenever that is.
  expect(await coming(addDays(on, -2))).toEqual({ endsOn: ends, on: addDays(on, 5) });
  await nights(db, [addDays(on, -2)]);
  expect(await coming(addDays(on, -1))).toEqual({ endsOn: ends, on: addDays(on, 5) });
  await aLicence(given, addDays(on, -1), '2029-12-31', 'NP-2');
  expect(await coming(addDays(on, -1))).toBeUndefined();
});
