import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { listAhead } from '#app/features/audits/programme/ahead.server.ts';
import { scheduleProgrammeAudit } from '#app/features/audits/programme/commands/schedule-entry.server.ts';
import { listSpan } from '#app/features/audits/programme/month.server.ts';
import { listChoices } from '#app/features/audits/programme/narrowing/queries.server.ts';
import { everything, type Narrowing } from '#app/features/audits/programme/narrowing/rules.ts';
import { listProgramme } from '#app/features/audits/programme/queries.server.ts';
import type { Auditor, Officer, Recruiter, Reviewer } from '#app/platform/scope.ts';
import { connect, type Database } from '#db/client.server.ts';
import { aPerson, aPlace, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { watchStatements } from '#tests/support/statements.ts';
import { test } from '#tests/support/test.ts';

const later = new Date('2027-01-15T09:00:00Z');
const span = { from: '2027-01-01', until: '2027-12-31' };
const all = { type: '', notice: '', page: 1 };
type Reader = Auditor | Reviewer | Officer | Recruiter;

/** Another recruiter with a certificate and a programme of another body, past the rules. */
const another = (db: Kysely<Database>, certificateId: string, bodyId: string) =>
  pastRules(db, async (trx) => {
    await sql`insert into organisation select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(),
      'name', 'Sunrise 100% Overseas'))).* from certificate c join organisation o on o.id = c.organisation_id
      where c.id = ${certificateId}`.execute(trx);
    await sql`insert into certificate select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
      'organisation_id', o.id, 'audit_body_id', ${bodyId}::text, 'decision_id', gen_random_uuid(), 'number', 'ERC-2026-90001'))).*
      from certificate c, organisation o where c.id = ${certificateId} and o.name like 'Sunrise%'`.execute(
      trx,
    );
    for (const table of ['audit_programme', 'audit_programme_entry'])
      await sql`insert into ${sql.table(table)} select (jsonb_populate_record(p,
        case ${table} when 'audit_programme' then '{}'::jsonb else jsonb_build_object('id', gen_random_uuid()) end
        || jsonb_build_object('certificate_id', c.id))).* from ${sql.table(table)} p, certificate c
        where p.certificate_id = ${certificateId} and c.number = 'ERC-2026-90001'`.execute(trx);
  });

async function twoBodies(db: Kysely<Database>, work: () => Promise<void>) {
  const given = await aCertificate(db, work);
  const other = await aPlace(db, 'audit_body', 'Lantern Audits');
  const stranger = await aPerson(db, other, 'auditor', 'Ines Duarte');
  await another(db, given.certificateId, other.id);
  return { ...given, other, stranger };
}

/** What somebody's whole calendar holds, list and months, narrowed. */
async function held(db: Kysely<Database>, actor: Reader, narrowing: Partial<Narrowing>) {
  const scope = { db, actor, now: later };
  const narrow = { ...everything, ...narrowing };
  const programme = await listProgramme(scope, { ...all, narrowing: narrow });
  const { audits, due } = await listSpan(scope, { ...span, narrowing: narrow });
  const ahead = await listAhead(scope, narrow);
  expect([programme.count, ahead.count]).toEqual([programme.entries.length, ahead.audits.length]);
  return {
    entries: [...new Set(programme.entries.map(({ recruiter }) => recruiter))].toSorted(),
    due: [...new Set(due.map(({ recruiter }) => recruiter))].toSorted(),
    audits: audits.map(({ id }) => id),
    ahead: ahead.audits.map(({ id }) => id),
  };
}

const himal = 'Himal Workforce';
const sunrise = 'Sunrise 100% Overseas';
const nothing = { entries: [], due: [], audits: [], ahead: [] };

/** The soonest surveillance, led by the lead: nobody of the recruiter is told of it. */
async function aSurveillance(given: Awaited<ReturnType<typeof twoBodies>>) {
  const { id } = await given.db
    .selectFrom('audit_programme_entry')
    .select('id')
    .where('certificate_id', '=', given.certificateId)
    .where('type', '=', 'surveillance')
    .orderBy('due_on')
    .executeTakeFirstOrThrow();
  const lead = { ...given.as(given.lead), now: later };
  return done(await scheduleProgrammeAudit(lead, id, { colleagues: [] })).id;
}

test('the scheme’s calendar is narrowed to a body, a recruiter, an auditor', async ({ db, work }) => {
  const given = await twoBodies(db, work);
  const { officer, body, other, lead, stranger } = given;
  const both = [himal, sunrise];
  const only = (name: string) => ({ ...nothing, entries: [name], due: [name] });
  expect(await held(db, officer, {})).toEqual({ ...nothing, entries: both, due: both });
  expect(await held(db, officer, { body: other.id })).toEqual(only(sunrise));
  expect(await held(db, officer, { recruiter: 'sunrise 100% over' })).toEqual(only(sunrise));
  expect(await held(db, officer, { recruiter: given.number.toLowerCase() })).toEqual(only(himal));
  expect(await held(db, officer, { recruiter: '%' })).toEqual(only(sunrise));
  expect(await held(db, officer, { body: other.id, recruiter: 'Himal' })).toEqual(nothing);
  expect(await held(db, officer, { body: "' or true --" })).toEqual(nothing);

  const id = await aSurveillance(given);
  expect(await held(db, officer, { auditor: lead.accountId })).toEqual({ ...nothing, ahead: [id] });
  expect(await held(db, officer, { auditor: stranger.accountId })).toEqual(nothing);
  expect(await held(db, officer, { body: body.id })).toMatchObject({ ahead: [id] });
});

test('no narrowing shows a body another’s, or a recruiter what it is not told', async ({ db, work }) => {
  const given = await twoBodies(db, work);
  const { reviewer, colleague, recruiter, stranger, lead, body, other } = given;
  const id = await aSurveillance(given);
  const askings: Partial<Narrowing>[] = [
    ...[{ body: body.id }, { auditor: lead.accountId }, { recruiter: 'Himal' }],
    ...[{ auditor: lead.accountId, recruiter: given.number }, { body: other.id }, { recruiter: 'Sunrise' }],
  ];
  for (const asking of askings) {
    expect((await held(db, stranger, asking)).ahead).toEqual([]);
    expect((await held(db, stranger, asking)).entries).not.toContain(himal);
    // An auditor who is not on the team reads nothing of it, by whatever it asks.
    expect((await held(db, colleague, asking)).ahead).toEqual([]);
    const told = await held(db, recruiter, asking);
    expect([told.ahead, told.audits]).toEqual([[], []]);
    expect((await held(db, reviewer, asking)).entries).not.toContain(sunrise);
  }
  expect((await held(db, reviewer, { auditor: lead.accountId })).ahead).toEqual([id]);
});

test('an officer tied to a recruiter finds nothing of it by any narrowing', async ({ db, work }) => {
  const given = await twoBodies(db, work);
  const { officer, agency, lead, body } = given;
  await aSurveillance(given);
  const advice = {
    ...{ account_id: officer.accountId, organisation_id: agency.id, kind: 'training' },
    ...{ given_on: '2026-12-01', recorded_at: later, recorded_by: officer.accountId },
  };
  await db.insertInto('advice').values(advice).execute();
  for (const asking of [{ recruiter: 'Himal' }, { auditor: lead.accountId }, { body: body.id }])
    expect(await held(db, officer, asking)).toEqual(nothing);
});

test('who may be chosen says nothing of any audit', async ({ db, work }) => {
  const given = await twoBodies(db, work);
  const { officer, reviewer, recruiter, lead, colleague, stranger, body, other } = given;
  const named = async (actor: Reader, narrowing = everything) => {
    const { bodies, auditors } = await listChoices({ db, actor }, narrowing);
    return [bodies.map(({ value }) => value), auditors.map(({ value }) => value)];
  };
  const own = [lead.accountId, colleague.accountId];
  expect(await named(officer)).toEqual([
    [other.id, body.id],
    [...own, stranger.accountId],
  ]);
  expect(await named(officer, { ...everything, body: other.id })).toEqual([
    [other.id, body.id],
    [stranger.accountId],
  ]);
  expect(await named(reviewer, { ...everything, body: other.id })).toEqual([[], own]);
  expect(await named(recruiter)).toEqual([[], []]);
  const before = await named(reviewer);
  await aSurveillance(given);
  expect(await named(reviewer)).toEqual(before);
});

test('a narrowed calendar asks as few questions as a whole one, however much it holds', async ({
  db,
  url,
  work,
}) => {
  const given = await twoBodies(db, work);
  await aSurveillance(given);
  const wire = await watchStatements(url);
  const watched = connect(wire.url, { max: 1 });
  const asked = async (narrowing: Partial<Narrowing>) => {
    const before = wire.statements.length;
    await held(watched.db, given.officer, narrowing);
    await listChoices({ db: watched.db, actor: given.officer }, everything);
    return wire.statements.length - before;
  };
  const whole = await asked({});
  expect(whole).toBe(8);
  expect(await asked({ body: given.body.id, auditor: given.lead.accountId, recruiter: 'Himal' })).toBe(whole);
  await watched.db.destroy();
  await wire.stop();
});
