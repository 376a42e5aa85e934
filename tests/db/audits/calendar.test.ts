import { sql } from 'kysely';
import { expect } from 'vitest';

import {
  endFeed,
  findFeed,
  makeFeed,
  readerOfFeed,
} from '#app/features/audits/programme/commands/calendar-feed.server.ts';
import { scheduleProgrammeAudit } from '#app/features/audits/programme/commands/schedule-entry.server.ts';
import { feedOf } from '#app/features/audits/programme/feed/feed.server.ts';
import { listLines } from '#app/features/audits/programme/feed/lines.server.ts';
import { listSpan } from '#app/features/audits/programme/month.server.ts';
import { listProgramme } from '#app/features/audits/programme/queries.server.ts';
import { listProgrammeTasks } from '#app/features/audits/programme/tasks.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { acceptPostponement } from '#app/features/audits/planning/commands/answer-postponement.server.ts';
import { askPostponement } from '#app/features/audits/planning/commands/ask-postponement.server.ts';
import { calculateDays } from '#app/features/audits/planning/commands/calculate-days.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planSample } from '#app/features/audits/planning/commands/plan-sample.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { anEngagement, done, noConflict, notified, plan } from '#tests/support/factories/audits.ts';
import { fewWorkers, smallAgency } from '#tests/support/factories/ground.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const all = { type: '', notice: '', page: 1 };
const later = new Date('2027-01-15T09:00:00Z');

test('a recruiter’s calendar holds no surveillance and nobody else’s; the audit body’s holds all', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const entries = await db.selectFrom('audit_programme_entry').select('type').execute();
  const told = await listProgramme(given.as(given.recruiter), all);
  expect(told.entries.map(({ type }) => type)).toEqual(['recertification']);
  expect((await listProgramme(given.as(given.lead), all)).count).toBe(entries.length);
  expect((await listProgramme(given.as(given.officer), { ...all, type: 'surveillance' })).count).toBe(
    entries.length - 1,
  );
  expect((await listProgramme(given.as(given.lead), { ...all, notice: "x' or true --" })).count).toBe(0);
  const stranger = { ...given.recruiter, organisationId: given.certificateId };
  expect((await listProgramme(given.as(stranger), all)).entries).toEqual([]);
});

/** A surveillance that nobody is told of, scheduled and planned. */
async function unannounced(given: Awaited<ReturnType<typeof aCertificate>>) {
  const { db } = given;
  const { id: entryId } = await db
    .selectFrom('audit_programme_entry')
    .select('id')
    .where('type', '=', 'surveillance')
    .orderBy('due_on')
    .executeTakeFirstOrThrow();
  const lead = { ...given.as(given.lead), now: later };
  const { id } = done(await scheduleProgrammeAudit(lead, entryId, { colleagues: [] }));
  done(await declareConflict(lead, id, noConflict));
  done(await planSample(lead, id, fewWorkers));
  done(await calculateDays(lead, id, smallAgency));
  const days = { startsOn: '2027-02-02', endsOn: '2027-02-04' };
  done(await planAudit(lead, id, { ...plan, ...days, noticeType: 'unannounced' }));
  return id;
}

test('in the months, an unannounced audit stands for its team and for nobody of the recruiter', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const id = await unannounced(given);
  const span = { from: '2027-02-01', until: '2027-02-28' };
  const at = (actor: typeof given.lead | typeof given.recruiter) => ({ db, actor, now: later });
  const seen = await listSpan(at(given.lead), span);
  expect(seen.audits.map((audit) => audit.id)).toEqual([id]);
  expect(await listSpan(at(given.recruiter), span)).toEqual({ audits: [], due: [] });
  const lines = await listLines(at(given.lead), span);
  expect(feedOf(lines, 'https://scheme.example')).toContain('20270202');
});

test('an audit planned anew after a postponement shows the recruiter no day before it is told again', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const lead = given.as(given.lead);
  const reason = { reason: 'The office is being moved in these very days.' };
  const id = await notified(given, 'stage1');
  const span = { from: '2026-03-01', until: '2026-06-30' };
  const days = async () =>
    (await listSpan(given.as(given.recruiter), span)).audits.map(({ startsOn }) => startsOn);
  expect(await days()).toEqual(['2026-03-01']);
  done(await askPostponement(given.as(given.recruiter), id, reason));
  done(await acceptPostponement(lead, id));
  expect(await days()).toEqual([]);
  done(await planAudit(lead, id, { ...plan, startsOn: '2026-04-07', endsOn: '2026-04-09' }));
  expect(await days()).toEqual([]);
  done(await notifyAudit(lead, id, { reason: '' }));
  expect(await days()).toEqual(['2026-04-07']);
});

test('the body’s tasks name what is due soon; the scheme’s what is late', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const on = (day: string) => new Date(`${day}T09:00:00Z`);
  const auditor = { db, actor: given.lead };
  expect(await listProgrammeTasks({ ...auditor, now: on('2026-12-01') })).toEqual([]);
  expect(await listProgrammeTasks({ ...auditor, now: on('2027-01-15') })).toHaveLength(1);
  const officer = { db, actor: given.officer };
  expect(await listProgrammeTasks({ ...officer, now: on('2027-01-15') })).toEqual([]);
  expect(await listProgrammeTasks({ ...officer, now: on('2027-03-02') })).toHaveLength(1);
});

test('a calendar address opens for whoever made it, until it is renewed, ended or the role is gone', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const scope = given.as(given.colleague);
  const { secret } = done(await makeFeed(scope));
  expect(await readerOfFeed(db, secret)).toEqual(given.colleague);
  const kept = await db.selectFrom('calendar_feed').selectAll().execute();
  expect(JSON.stringify(kept)).not.toContain(secret);

  const renewed = done(await makeFeed(scope)).secret;
  expect(await readerOfFeed(db, secret)).toBeUndefined();
  expect(await findFeed(scope)).toBeDefined();
  await sql`delete from membership where account_id = ${given.colleague.accountId} and role = 'auditor'`.execute(
    db,
  );
  expect(await readerOfFeed(db, renewed)).toBeUndefined();
  expect(await endFeed(scope)).toMatchObject({ ok: true });
  expect(await endFeed(scope)).toEqual({ ok: false, refusal: 'no_feed' });
});

test('where a calendar cannot hold everything, what is still to come stays and what is over goes', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  await unannounced(given);
  const span = { from: '2026-02-01', until: '2027-06-30' };
  const days = async (now: Date, count?: number) =>
    (await listSpan({ db, actor: given.lead, now }, span, count)).audits.map(({ startsOn }) => startsOn);
  expect(await days(later)).toEqual(['2026-03-01', '2026-03-01', '2027-02-02']);
  expect(await days(later, 1)).toEqual(['2027-02-02']);
  const { due } = await listSpan({ db, actor: given.lead, now: later }, { ...span, until: '2031-01-01' }, 1);
  expect(due).toHaveLength(1);
  expect(due[0]?.dueOn.localeCompare('2027-01-15')).toBe(1);
});
