import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import { candidatesOn } from '#app/features/audits/programme/draws/candidates.server.ts';
import { drawAudits } from '#app/features/audits/programme/draws/commands.server.ts';
import { drawForm } from '#app/features/audits/programme/draws/forms.ts';
import {
  findDraw,
  listCandidates,
  listDraws,
  listPlaces,
  perPage,
} from '#app/features/audits/programme/draws/queries.server.ts';
import { inOrderOfLots } from '#app/features/audits/programme/draws/rules.ts';
import { listSpan } from '#app/features/audits/programme/month.server.ts';
import { dismissProposal } from '#app/features/audits/programme/proposals/commands.server.ts';
import { findProposal, listProposalTasks } from '#app/features/audits/programme/proposals/queries.server.ts';
import { listProgramme } from '#app/features/audits/programme/queries.server.ts';
import { listProgrammeTasks } from '#app/features/audits/programme/tasks.server.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import { timelineOf } from '#app/events/timeline.server.ts';
import type { Database } from '#db/client.server.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const one = { measure: 'number', size: 1 } as const;
const order = { type: 'special', trigger: 'random_draw', noticeType: 'unannounced' } as const;
const ordered = { ...order, dueOn: '2026-06-01', grounds: 'Drawn by lot out of all that stand.' };

/** More recruiters with a certificate each, past the rules, so that there is something to draw from. */
const standing = (db: Kysely<Database>, certificateId: string, more: number) =>
  pastRules(db, async (trx) => {
    await sql`insert into organisation select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(),
        'name', 'Drawn Overseas ' || n))).* from certificate c join organisation o on o.id = c.organisation_id,
        generate_series(1, ${more}::integer) n where c.id = ${certificateId}`.execute(trx);
    await sql`insert into certificate select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
        'organisation_id', o.id, 'decision_id', gen_random_uuid(), 'number', 'ERC-2026-9' || lpad(substring(o.name from 16), 4, '0')))).*
        from certificate c, organisation o where c.id = ${certificateId} and o.name like 'Drawn Overseas %'`.execute(
      trx,
    );
    await sql`insert into audit_programme select (jsonb_populate_record(p, jsonb_build_object('certificate_id', c.id,
        'risk', (array['low', 'medium', 'high'])[1 + right(c.number, 4)::integer % 3]))).*
        from audit_programme p, certificate c where p.certificate_id = ${certificateId} and c.id <> ${certificateId}`.execute(
      trx,
    );
  });

test('of all that stand some are drawn, by a lot that anybody computes again', async ({ db, work }) => {
  const { as, officer, certificateId } = await aCertificate(db, work);
  await standing(db, certificateId, 19);
  expect(await listCandidates(as(officer))).toEqual({ count: 20, tied: false });
  const { id } = done(await drawAudits(as(officer), { measure: 'share', size: 12 }));
  const draw = await findDraw(as(officer), id);
  expect(draw).toMatchObject({ count: 3, candidates: 20, drawnOn: '2026-03-01' });
  expect(await listDraws(as(officer), 1)).toMatchObject({ count: 1, draws: [{ id }] });
  const places = await listPlaces(as(officer), id, 1);
  expect([places.length, pagesOf(20, perPage), pagesOf(51, perPage)]).toEqual([20, 1, 2]);
  expect(new Set(places.map(({ tickets }) => tickets))).toEqual(new Set([1, 2, 3]));
  const again = inOrderOfLots(draw?.seed ?? '', places.toReversed());
  expect(again).toEqual(places);
  expect(places.flatMap(({ place, proposalId }) => (proposalId ? [place] : []))).toEqual([1, 2, 3]);
  // What is drawn is not drawn again until it is answered.
  expect(await listCandidates(as(officer))).toEqual({ count: 17, tied: false });
  expect(await drawAudits(as(officer), { measure: 'number', size: 18 })).toMatchObject({
    refusal: 'more_than_stand',
  });
});

test('what does not stand is in no draw, and only an officer draws', async ({ db, work }) => {
  const { as, officer, lead, certificateId } = await aCertificate(db, work);
  expect(await drawAudits(as(lead), one)).toMatchObject({ refusal: 'forbidden' });
  done(await suspendCertificate(as(officer), certificateId, suspension));
  expect(await drawAudits(as(officer), one)).toMatchObject({ refusal: 'no_candidates' });
  expect(await db.selectFrom('audit_draw').select('id').execute()).toEqual([]);
});

test('two who draw at once do not draw the same', async ({ db, work }) => {
  const { as, officer } = await aCertificate(db, work);
  const both = await Promise.all([drawAudits(as(officer), one), drawAudits(as(officer), one)]);
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(await listProposalTasks(as(officer))).toHaveLength(1);
});

test('a draw sent twice, at once or one after the other, is one draw', async ({ db, work }) => {
  const { as, officer, certificateId } = await aCertificate(db, work);
  await standing(db, certificateId, 5);
  const form = { ...one, id: crypto.randomUUID() };
  const both = await Promise.all([drawAudits(as(officer), form), drawAudits(as(officer), form)]);
  for (const outcome of [...both, await drawAudits(as(officer), form)])
    expect(outcome).toMatchObject({ ok: true, value: { id: form.id } });
  expect(await drawAudits(as(officer), { ...form, size: 2 })).toEqual({ ok: false, refusal: 'sent_before' });
  expect(await drawAudits(as(officer), { ...form, size: 9 })).toEqual({ ok: false, refusal: 'sent_before' });
  expect((await listDraws(as(officer), 1)).count).toBe(1);
  expect(await listProposalTasks(as(officer))).toHaveLength(1);
  const told = await db.selectFrom('event').select('id').where('type', '=', 'audit.drawn').execute();
  expect(told).toHaveLength(1);
  const whole = { ...form, certain: 'on' };
  expect(drawForm.safeParse(whole).success).toBe(true);
  expect(drawForm.safeParse({ ...whole, id: undefined }).success).toBe(false);
});

test('what all are asked at once is what each is asked', async ({ db, work }) => {
  const { as, officer, agency, certificateId } = await aCertificate(db, work);
  await standing(db, certificateId, 8);
  done(await drawAudits(as(officer), one));
  const apart = await sql<{ id: string }>`select id from certificate
    where is_drawable(id, '2026-03-01') order by id`.execute(db);
  const atOnce = await sql<{
    id: string;
  }>`select certificate_id as id from drawables('2026-03-01') order by 1`.execute(db);
  expect(atOnce.rows).toEqual(apart.rows);
  expect(atOnce.rows).toHaveLength(8);
  await db
    .insertInto('advice')
    .values({
      ...{ account_id: officer.accountId, organisation_id: agency.id, kind: 'training' },
      ...{ given_on: '2025-03-01', recorded_at: as(officer).now, recorded_by: officer.accountId },
    })
    .execute();
  for (const day of ['2026-03-01', '2027-02-28', '2027-03-01', '2028-01-01']) {
    const each =
      await sql`select o.id from organisation o where has_tie(${officer.accountId}, o.id, ${day}::date) order by 1`.execute(
        db,
      );
    const all = await sql`select ties_of(${officer.accountId}, ${day}::date) as id order by 1`.execute(db);
    expect(all.rows).toEqual(each.rows);
  }
});

test('an order answers what was drawn, untold; without a draw nothing is ordered as drawn', async ({
  db,
  work,
}) => {
  const { as, officer, certificateId } = await aCertificate(db, work);
  expect(await orderAudit(as(officer), certificateId, ordered)).toMatchObject({ refusal: 'not_drawn' });
  done(await drawAudits(as(officer), one));
  const announced = { ...ordered, noticeType: 'announced' } as const;
  expect(await orderAudit(as(officer), certificateId, announced)).toMatchObject({
    refusal: 'drawn_unannounced',
  });
  done(await orderAudit(as(officer), certificateId, ordered));
  expect(await listProposalTasks(as(officer))).toEqual([]);
  expect(await listCandidates(as(officer))).toMatchObject({ count: 0 });
});

test('the recruiter and its auditors-to-be hear nothing: no mail, no task, no calendar, no timeline', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  const { as, officer, recruiter, certificateId } = given;
  const holder = as(recruiter);
  const seen = async () => ({
    timelines: [
      await timelineOf(holder, certificateId),
      await timelineOf(holder, given.agency.id),
      await timelineOf(holder, given.applicationId),
    ],
    calendar: await listProgramme(holder, { type: '', notice: '', page: 1 }),
    months: await listSpan(holder, { from: '2026-01-01', until: '2030-01-01' }),
  });
  const before = await seen();
  mailer.sent.length = 0;
  done(await drawAudits(as(officer), one));
  await work();
  expect(mailer.sent).toEqual([]);
  expect(await seen()).toEqual(before);
  done(await orderAudit(as(officer), certificateId, ordered));
  await work();
  const addressed = await db
    .selectFrom('account')
    .select('email')
    .where('id', '=', recruiter.accountId)
    .executeTakeFirstOrThrow();
  expect(mailer.sent.map(({ to }) => to)).not.toContain(addressed.email);
  expect(await seen()).toEqual(before);
});

test('who is tied to a candidate neither draws nor learns what was drawn, nor answers it', async ({
  db,
  work,
}) => {
  const { as, officer, agency, certificateId } = await aCertificate(db, work);
  const scheme = { id: officer.organisationId, kind: 'scheme' as const };
  const tied = await aPerson(db, scheme, 'officer', 'Ines Costa');
  await db
    .insertInto('interest_declaration')
    .values({
      ...{ account_id: tied.accountId, organisation_id: agency.id, kind: 'kinship' },
      ...{ statement: 'My brother runs this agency.', from_on: '2020-01-01' },
      declared_at: as(officer).now,
    })
    .execute();
  expect(await listCandidates(as(tied))).toEqual({ count: 1, tied: true });
  expect(await drawAudits(as(tied), one)).toMatchObject({ refusal: 'tied_to_candidate' });
  const { id } = done(await drawAudits(as(officer), one));
  const [task] = await listProposalTasks(as(officer));
  const proposal = task?.id ?? '';
  expect(await findDraw(as(tied), id)).toBeUndefined();
  expect(await listDraws(as(tied), 1)).toMatchObject({ draws: [], count: 0 });
  expect(await listProgrammeTasks(as(tied))).toEqual([]);
  expect(await findProposal(as(tied), proposal)).toBeUndefined();
  const reason = { reason: 'It was audited unannounced last month.' };
  expect(await dismissProposal(as(tied), proposal, reason)).toMatchObject({ refusal: 'tied_officer' });
  expect(await orderAudit(as(tied), certificateId, ordered)).toMatchObject({ refusal: 'tied_officer' });
  const dismissed = sql`update audit_proposal set outcome = 'dismissed', reasons = 'Written past every rule.',
    answered_at = proposed_at, answered_by = ${tied.accountId}`;
  await expect(dismissed.execute(db)).rejects.toThrow('without a tie');
  done(await dismissProposal(as(officer), proposal, reason));
});

test('raw SQL draws nobody out of turn, leaves nobody out, and changes no draw', async ({ db, work }) => {
  const { as, officer, lead, agency, certificateId } = await aCertificate(db, work);
  await standing(db, certificateId, 3);
  const seed = 'ab'.repeat(32);
  const order = inOrderOfLots(seed, await candidatesOn(db, '2026-03-02'));
  const ids = order.map(({ certificateId: id, tickets }) => ({ id, tickets }));
  const raw = (
    rows: { id: string; tickets: number }[],
    { by = officer.accountId, proposed = 1, count = rows.length } = {},
  ) =>
    db.transaction().execute(async (trx) => {
      const { rows: drawn } = await sql<{ id: string }>`
        insert into audit_draw (seed, drawn_on, candidates, count, drawn_by, drawn_at)
        values (${seed}, '2026-03-02', ${count}, 1, ${by}, '2026-03-02T09:00:00Z') returning id`.execute(trx);
      const draw = drawn[0]?.id ?? '';
      for (const [index, { id, tickets }] of rows.entries())
        await sql`insert into audit_draw_candidate values (${draw}, ${id}, ${tickets}, ${index + 1})`.execute(
          trx,
        );
      for (const { id } of rows.slice(0, proposed))
        await sql`insert into audit_proposal (certificate_id, trigger, draw_id, proposed_at)
          values (${id}, 'random_draw', ${draw}, '2026-03-02T09:00:00Z')`.execute(trx);
    });
  const [first, ...others] = ids;
  const more = ids.map(({ id }) => ({ id, tickets: 3 }));
  await expect(raw(ids, { by: lead.accountId })).rejects.toThrow('by officers');
  await expect(raw(others)).rejects.toThrow('leaves out nobody');
  await expect(raw(ids, { count: 9 })).rejects.toThrow('leaves out nobody');
  await expect(raw(ids, { count: 2 })).rejects.toThrow('it began with');
  await expect(raw([...others, ...(first ? [first] : [])])).rejects.toThrow('of its lots');
  await expect(raw(more)).rejects.toThrow('tickets of its risk');
  const tie = { account_id: officer.accountId, organisation_id: agency.id, recorded_by: officer.accountId };
  const advised = { kind: 'training', given_on: '2025-03-01', recorded_at: as(officer).now };
  await db
    .insertInto('advice')
    .values({ ...tie, ...advised })
    .execute();
  await expect(raw(ids)).rejects.toThrow('has a tie to a candidate');
  await pastRules(db, (trx) => sql`delete from advice`.execute(trx));
  await expect(raw(ids, { proposed: 0 })).rejects.toThrow('each that was drawn');
  await expect(raw(ids, { proposed: 2 })).rejects.toThrow('whom it chose');
  await raw(ids);
  await expect(raw(ids)).rejects.toThrow();
  for (const statement of [
    `update audit_draw set seed = repeat('cd', 32)`,
    `update audit_draw_candidate set place = place + 10`,
    `delete from audit_draw_candidate`,
    `delete from audit_draw`,
    `truncate audit_draw cascade`,
    `truncate audit_draw_candidate cascade`,
  ])
    await expect(sql.raw(statement).execute(db), statement).rejects.toThrow('append-only');
  const orderOf = (type: string, notice: string, certificate: string) =>
    sql`insert into audit_programme_entry (certificate_id, type, reason, notice_type, window_from, due_on, trigger, grounds,
      ordered_by, ordered_at) values (${certificate}, ${type}, 'ordered', ${notice}, '2026-03-02', '2026-06-01', 'random_draw',
      'Drawn by lot out of all.', ${officer.accountId}, '2026-03-02T09:00:00Z')`.execute(db);
  await expect(orderOf('special', 'announced', first?.id ?? '')).rejects.toThrow('audited unannounced');
  await expect(orderOf('special', 'unannounced', others[0]?.id ?? '')).rejects.toThrow('was not drawn');
  expect(await listProposalTasks(as(officer))).toHaveLength(1);
});
