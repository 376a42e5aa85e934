import { sql } from 'kysely';
import { expect } from 'vitest';

import { leaveCertificate } from '#app/features/certificates/exit/commands.server.ts';
import { reduceScope } from '#app/features/certificates/scope/commands.server.ts';
import { liftSuspension, suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { listOfficerTasks } from '#app/features/certificates/tasks.server.ts';
import { days } from '#tests/support/factories/appeals.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension } from '#tests/support/factories/certificates.ts';
import { anOpenAudit, pastRules } from '#tests/support/factories/matters.ts';
import { coverWhole, whole } from '#tests/support/factories/scopes.ts';
import { test } from '#tests/support/test.ts';

const note = 'We closed our office for the season and keep nothing running.';

test('an audit body hears of all that becomes of its client’s certificate, by whomever', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  const { certificateId, officer, recruiter, body } = given;
  const owner = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.email'])
    .where('membership.organisation_id', '=', body.id)
    .where('membership.owner_since', 'is not', null)
    .executeTakeFirstOrThrow();
  await aPerson(db, body, 'auditor', 'Asha Gurung');
  await coverWhole(db);
  mailer.sent.length = 0;
  const at = (day: number) => ({ db, actor: officer, now: days(day) });
  done(await suspendCertificate(at(1), certificateId, ownSuspension));
  done(await liftSuspension(at(2), certificateId, { note }));
  done(await reduceScope(at(3), certificateId, { ...whole, offices: ['Kathmandu'], note }));
  await work();
  const holder = { db, actor: { ...recruiter, owner: true }, now: days(4) };
  done(await leaveCertificate(holder, 'withdraw', { note }));
  await work();
  const told = mailer.sent.filter(({ subject }) => subject.endsWith(`· ${given.number}`));
  expect(told.map(({ subject }) => subject.split(' · ')[0])).toEqual([
    expect.stringMatching(/ is suspended$/),
    expect.stringMatching(/^The suspension of .* was lifted$/),
    expect.stringMatching(/ covers less$/),
    expect.stringMatching(/ is withdrawn$/),
  ]);
  // Who runs the body, and nobody who has no part in this client.
  expect(new Set(told.map(({ to }) => to))).toEqual(new Set([owner.email]));
  expect(told[0]?.text).toContain('own request');
});

test('whoever leads an audit of this client hears of it too, until that audit is over', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  const auditId = await anOpenAudit(given, 'surveillance');
  // Their reviewer runs the body: who leads is told for leading alone, and the colleague on the team is not.
  const runs = (person: string, since: Date | null) =>
    sql`update membership set owner_since = ${since} where account_id = ${person}`.execute(db);
  await runs(given.reviewer.accountId, days(0));
  await runs(given.lead.accountId, null);
  const emailOf = async ({ accountId }: { accountId: string }) =>
    (await db.selectFrom('account').select('email').where('id', '=', accountId).executeTakeFirstOrThrow())
      .email;
  const [lead, reviewer] = [await emailOf(given.lead), await emailOf(given.reviewer)];
  const officer = (day: number) => ({ db, actor: given.officer, now: days(day) });
  const told = async () => {
    await work();
    const mails = mailer.sent.filter(({ subject }) => subject.endsWith(`· ${given.number}`));
    mailer.sent.length = 0;
    return new Set(mails.map(({ to }) => to));
  };
  await told();
  done(await suspendCertificate(officer(1), given.certificateId, ownSuspension));
  expect(await told()).toEqual(new Set([lead, reviewer]));
  await pastRules(db, (one) =>
    sql`update audit set state = 'closed', closed_at = ${days(2)} where id = ${auditId}`.execute(one),
  );
  done(await liftSuspension(officer(3), given.certificateId, { note }));
  expect(await told()).toEqual(new Set([reviewer]));
});

test('who is tied to the holder is neither mailed nor asked to lift', async ({ db, work, mailer }) => {
  const given = await aCertificate(db, work);
  const officer = { db, actor: given.officer, now: days(1) };
  done(await suspendCertificate(officer, given.certificateId, ownSuspension));
  expect(await listOfficerTasks(officer)).toMatchObject([{ id: given.certificateId }]);
  const tie = (person: string) =>
    pastRules(db, (one) =>
      sql`insert into advice (account_id, organisation_id, kind, given_on, recorded_at, recorded_by)
        values (${person}, ${given.agency.id}, 'training', '2026-02-01', '2026-03-01', ${given.officer.accountId})`.execute(
        one,
      ),
    );
  const people = await db
    .selectFrom('membership')
    .select('account_id')
    .where('organisation_id', '=', given.body.id)
    .execute();
  for (const { account_id } of people) await tie(account_id);
  await tie(given.officer.accountId);
  mailer.sent.length = 0;
  await work();
  expect(mailer.sent.filter(({ subject }) => subject.endsWith(`· ${given.number}`))).toEqual([]);
  expect(await listOfficerTasks(officer)).toEqual([]);
});
