import { sql } from 'kysely';
import { expect } from 'vitest';

import { clockwork } from '#app/composition/schedule.server.ts';
import { recordRefusal } from '#app/features/audits/planning/commands/abandon-audit.server.ts';
import { acceptPostponement } from '#app/features/audits/planning/commands/answer-postponement.server.ts';
import { askPostponement } from '#app/features/audits/planning/commands/ask-postponement.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import {
  endPostponements,
  tellEndingPostponements,
} from '#app/features/audits/planning/postponement/commands.server.ts';
import { addDays } from '#app/platform/calendar.ts';
import { anEngagement, done, notified, plan, type Engagement } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const reason = { reason: 'Our office floods in these days.' };

/** Stage 1 that was postponed, and the last day on which it begins. */
async function postponed(given: Engagement) {
  const id = await notified(given, 'stage1');
  done(await askPostponement(given.as(given.recruiter), id, reason));
  const { postponedUntil } = done(await acceptPostponement(given.as(given.lead), id));
  return { id, until: postponedUntil };
}
const day = (date: string) => new Date(`${date}T08:00:00Z`);
const run = async ({ db }: Engagement, on: string) => {
  await tellEndingPostponements({ db, now: day(on) });
  await endPostponements({ db, now: day(on) });
};
const stateOf = async ({ db }: Engagement, id: string) =>
  (await db.selectFrom('audit').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;
const announced = async ({ db }: Engagement) =>
  (
    await db.selectFrom('event').select('payload').where('type', '=', 'audit.postponement_ending').execute()
  ).map(({ payload }) => payload);

test('what is not planned again by its day counts as refused the day after, announced to both', async ({
  db,
  work,
  mailer,
}) => {
  const given = await anEngagement(db);
  const { id, until } = await postponed(given);
  await work();
  mailer.sent.length = 0;
  await run(given, addDays(until, -31));
  expect(await announced(given)).toEqual([]);
  for (const ahead of [30, 30, 20, 7, 7, 1, 0]) await run(given, addDays(until, -ahead));
  expect(await announced(given)).toEqual([1, 2].map(() => ({ until, endsOn: addDays(until, 1) })));
  await work();
  const rows = await db.selectFrom('account').select(['id', 'email']).execute();
  const told = mailer.sent.map(({ to }) => rows.find(({ email }) => email === to)?.id).sort();
  const both = [given.lead.accountId, given.recruiter.accountId];
  expect(told).toEqual([...both, ...both].sort());
  expect(await stateOf(given, id)).toBe('postponed');
  for (const on of [1, 1, 2]) await run(given, addDays(until, on));
  expect(await stateOf(given, id)).toBe('refused_by_auditee');
  const refusals = await db
    .selectFrom('event')
    .select('id')
    .where('type', '=', 'audit.refused_by_auditee')
    .execute();
  expect(refusals).toHaveLength(1);
});

test('a clock that stood still announces it before it comes', async ({ db }) => {
  const given = await anEngagement(db);
  const { id, until } = await postponed(given);
  await run(given, addDays(until, 10));
  expect(await announced(given)).toEqual([{ until, endsOn: addDays(until, 17) }]);
  await run(given, addDays(until, 16));
  expect(await stateOf(given, id)).toBe('postponed');
  await run(given, addDays(until, 17));
  expect(await stateOf(given, id)).toBe('refused_by_auditee');
});

test('a fair postponement is no refusal, by hand and in the database', async ({ db }) => {
  const given = await anEngagement(db);
  const { id, until } = await postponed(given);
  expect(await recordRefusal(given.as(given.lead), id, reason)).toEqual({
    ok: false,
    refusal: 'audit_is_postponed',
  });
  const refuses = (statement: string, why: string) =>
    expect(sql.raw(statement).execute(db)).rejects.toThrow(why);
  const refused = (on: string) =>
    `update audit set state = 'refused_by_auditee', refused_at = '${on}T08:00:00Z', refusal_note = 'They did not let us in.' where id = '${id}'`;
  await refuses(refused('2026-03-01'), 'after its last day alone');
  await refuses(refused(addDays(until, 1)), 'as announced');
  const told = (step: number, on: string) =>
    `insert into audit_postponement_notice (audit_id, step, told_at) values ('${id}', ${step}, '${on}T08:00:00Z')`;
  await refuses(told(7, addDays(until, -8)), 'announced when it comes');
  await tellEndingPostponements({ db, now: day(addDays(until, -3)) });
  await refuses(refused(addDays(until, 3)), 'as announced');
  await refuses(told(7, until), 'audit_postponement_notice_pkey');
  await refuses('delete from audit_postponement_notice', 'append-only');
  await refuses('truncate audit_postponement_notice', 'append-only');
});

test('planned again in time, nothing follows', async ({ db }) => {
  const given = await anEngagement(db);
  const { id, until } = await postponed(given);
  await run(given, addDays(until, -7));
  done(await planAudit(given.as(given.lead), id, { ...plan, startsOn: until, endsOn: addDays(until, 2) }));
  await run(given, addDays(until, 1));
  expect(await stateOf(given, id)).toBe('planned');
  expect(clockwork.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['tell-ending-postponements', 'end-postponements']),
  );
});
