import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { timelineOf } from '#app/events/timeline.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import type { PlanForm } from '#app/features/audits/planning/forms.ts';
import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import {
  orderForComplaint,
  orderForComplaints,
} from '#app/features/audits/programme/commands/order-for-complaint.server.ts';
import { scheduleProgrammeAudit } from '#app/features/audits/programme/commands/schedule-entry.server.ts';
import { findEntry, listProgramme } from '#app/features/audits/programme/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { watchForComplaint } from '#app/features/certificates/facts/reactions.server.ts';
import { clearCertificate } from '#app/features/certificates/status-commands.server.ts';
import { listToWatchTasks } from '#app/features/certificates/watch/queries.server.ts';
import { findRecord } from '#app/features/register/queries.server.ts';
import type { Database } from '#db/client.server.ts';
import { done, noConflict, plan, prepared } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aComplaint } from '#tests/support/factories/complaints.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { visitor } from '#tests/support/factories/people.ts';
import { aCaseworker, factOf, substantiated, walked } from '#tests/support/factories/substantiated.ts';
import { test } from '#tests/support/test.ts';

type Given = Awaited<ReturnType<typeof aCertificate>>;

const ordersOf = (db: Kysely<Database>) =>
  db
    .selectFrom('audit_programme_entry')
    .selectAll()
    .where('reason', '=', 'ordered')
    .orderBy('due_on')
    .execute();
const unanswered = async (db: Kysely<Database>, before: string) =>
  (await sql`select complaints_unanswered(${before}::timestamptz)`.execute(db)).rows;
const statusOf = (db: Kysely<Database>, id: string) =>
  db
    .selectFrom('certificate')
    .select(['status', 'reason_class'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

/** The ordered audit, from its schedule to the morning it begins. */
async function begun(given: Given, entryId: string, part: Partial<PlanForm> = {}) {
  const lead = given.as(given.lead);
  const { id } = done(await scheduleProgrammeAudit(lead, entryId, { colleagues: [] }));
  done(await declareConflict(lead, id, noConflict));
  await prepared(given, id);
  const days: PlanForm = { ...plan, noticeType: 'unannounced', ...part };
  done(await planAudit(lead, id, days));
  const start = async (at?: string) =>
    done(await startAudit({ ...lead, ...(at && { now: new Date(at) }) }, id));
  return { id, start };
}

/** What anybody reads of the recruiter on the register, and the recruiter of its own certificate. */
async function readBy(
  { db, as, lead, certificateId, agency }: Given,
  actor: Given['recruiter'] | typeof visitor,
) {
  const { now } = as(lead);
  const record = await findRecord({ db, now }, 'LRN00012603');
  if (actor.kind !== 'recruiter') return JSON.stringify(record);
  const scope = { db, now, actor };
  const programme = await listProgramme(scope, { type: '', notice: '', page: 1 });
  const timelines = await Promise.all([certificateId, agency.id].map((about) => timelineOf(scope, about)));
  return JSON.stringify([record, programme, timelines]);
}

describe('a severe complaint that was found to be so', () => {
  test('has a special audit within a month, told to nobody but the audit body, and no certificate is untouched', async ({
    copy: { db, pool },
    work,
    now,
    mailer,
  }) => {
    const given = await aCertificate(db, work);
    const before = await Promise.all([readBy(given, given.recruiter), readBy(given, visitor)]);
    const sent = mailer.sent.length;
    const { id, number } = await substantiated({ db, pool, now }, given.agency);
    expect(await unanswered(db, '2026-03-01T09:00:00Z')).toEqual([{ complaints_unanswered: id }]);
    await work();
    expect(await unanswered(db, '2026-06-01T09:00:00Z')).toEqual([]);
    const orders = await ordersOf(db);
    expect(orders).toMatchObject([
      {
        ...{ certificate_id: given.certificateId, type: 'special', trigger: 'critical_complaint' },
        ...{ notice_type: 'unannounced', window_from: '2026-03-01', due_on: '2026-03-31', ordered_by: null },
      },
    ]);
    const told = await db.selectFrom('event').selectAll().where('type', '=', 'audit.ordered').execute();
    expect(told).toMatchObject([
      { subject: orders[0]?.id, related: [given.body.id], actor: { kind: 'system' } },
    ]);
    // The same again, and the day's clock, order nothing more.
    expect(await orderForComplaint({ db, now }, id)).toEqual({ ok: false, refusal: 'no_certificate' });
    await orderForComplaints({ db, now });
    expect(await ordersOf(db)).toHaveLength(1);

    expect(await Promise.all([readBy(given, given.recruiter), readBy(given, visitor)])).toEqual(before);
    expect(await statusOf(db, given.certificateId)).toEqual({ status: 'active', reason_class: null });
    const body = given.as(given.lead);
    const shown = JSON.stringify([await findEntry(body, orders[0]?.id ?? ''), told, orders]);
    for (const said of [id, number, 'Zephyrine', '90,000', 'rupees']) expect(shown).not.toContain(said);
    const letters = mailer.sent.slice(sent);
    expect(letters.map(({ to }) => to)).toHaveLength(2);
    expect(JSON.stringify(letters)).not.toContain(number);
  });

  test('places a watch when its audit begins, and no sooner: until then nothing is read of either', async ({
    copy: { db, pool },
    work,
    now,
  }) => {
    const given = await aCertificate(db, work);
    const { certificateId } = given;
    const { id, number } = await substantiated({ db, pool, now }, given.agency);
    await work();
    const quiet = await Promise.all([readBy(given, given.recruiter), readBy(given, visitor)]);
    const audit = await begun(given, (await ordersOf(db))[0]?.id ?? '');
    await work();
    expect(await Promise.all([readBy(given, given.recruiter), readBy(given, visitor)])).toEqual(quiet);
    expect(await statusOf(db, certificateId)).toMatchObject({ status: 'active' });

    await audit.start();
    await work();
    expect(await statusOf(db, certificateId)).toEqual({
      status: 'active_under_watch',
      reason_class: 'special_audit',
    });
    const [seen, open] = await Promise.all([readBy(given, given.recruiter), readBy(given, visitor)]);
    expect(open).toContain('special_audit');
    const page = JSON.stringify(await findAudit(given.as(given.recruiter), audit.id));
    for (const text of [seen, open, page]) {
      expect(text).not.toMatch(/complain/i);
      for (const said of [id, number]) expect(text).not.toContain(said);
    }
    const status = await db
      .selectFrom('certificate_status')
      .selectAll()
      .where('action', '=', 'watched')
      .execute();
    expect(status).toMatchObject([{ cause: 'complaint', decided_by: null }]);
    expect(status[0]?.note).not.toMatch(/complain/i);

    // Ended by an officer, it is not placed again for the same audit, nor asked about.
    const note = 'What was looked for was not there any more.';
    done(await clearCertificate(given.as(given.officer), certificateId, { note }));
    await watchForComplaint({ db, mailer: { send: () => Promise.resolve() }, origin: '' }).run(
      await factOf(db, id),
      id,
    );
    expect(await statusOf(db, certificateId)).toMatchObject({ status: 'active' });
    expect(await listToWatchTasks(given.as(given.officer))).toEqual([]);
  });

  test('is looked into by an audit that another complaint brought, while its fieldwork is to be done', async ({
    copy: { db, pool },
    work,
    now,
  }) => {
    const given = await aCertificate(db, work);
    await substantiated({ db, pool, now }, given.agency);
    await work();
    await substantiated({ db, pool, now }, given.agency);
    await work();
    const [first] = await ordersOf(db);
    expect(await ordersOf(db)).toHaveLength(1);
    expect(await db.selectFrom('complaint_audit').select('entry_id').execute()).toEqual([
      { entry_id: first?.id },
      { entry_id: first?.id },
    ]);
    const audit = await begun(given, first?.id ?? '');
    await pastRules(db, (one) =>
      sql`update audit set state = 'fieldwork_done', started_at = '2026-03-04T09:00:00Z', fieldwork_done_at = '2026-03-06T09:00:00Z' where id = ${audit.id}`.execute(
        one,
      ),
    );
    await substantiated({ db, pool, now }, given.agency);
    await work();
    // On the day before: there is one order a day.
    expect((await ordersOf(db)).map(({ due_on }) => due_on)).toEqual(['2026-03-30', '2026-03-31']);
  });

  test('that an audit under way looks into puts the certificate under watch at once', async ({
    copy: { db, pool },
    work,
    now,
  }) => {
    const given = await aCertificate(db, work);
    await substantiated({ db, pool, now }, given.agency);
    await work();
    const audit = await begun(given, (await ordersOf(db))[0]?.id ?? '');
    await audit.start();
    // What began is not heard yet when the second comes.
    const { id } = await substantiated({ db, pool, now }, given.agency);
    done(await orderForComplaint({ db, now }, id));
    await watchForComplaint({ db, mailer: { send: () => Promise.resolve() }, origin: '' }).run(
      await factOf(db, id),
      id,
    );
    expect(await statusOf(db, given.certificateId)).toMatchObject({ status: 'active_under_watch' });
    await work();
    expect(
      await db.selectFrom('certificate_status').select('position').where('action', '=', 'watched').execute(),
    ).toHaveLength(1);
  });

  test('that an audit looks into of which the recruiter knows a window alone is watched once it begins', async ({
    copy: { db, pool },
    work,
    now,
  }) => {
    const given = await aCertificate(db, work);
    const order = {
      type: 'special',
      trigger: 'critical_complaint',
      noticeType: 'semi_announced',
      dueOn: '2026-06-30',
    } as const;
    const grounds = 'Three workers say they paid at the airport.';
    const { id: entryId } = done(
      await orderAudit(given.as(given.officer), given.certificateId, { ...order, grounds }),
    );
    await substantiated({ db, pool, now }, given.agency);
    await work();
    expect(await ordersOf(db)).toHaveLength(1);
    const audit = await begun(given, entryId, {
      ...{ noticeType: 'semi_announced', startsOn: '2026-03-21', endsOn: '2026-03-23' },
      ...{ windowFrom: '2026-03-11', windowUntil: '2026-04-10' },
    });
    done(await notifyAudit(given.as(given.lead), audit.id, { reason: '' }));
    await work();
    expect(await statusOf(db, given.certificateId)).toMatchObject({ status: 'active' });
    // Not tried in vain either: nothing waits to be tried again.
    expect(
      (await sql`select id from graphile_worker.jobs where last_error is not null`.execute(db)).rows,
    ).toEqual([]);
    await audit.start('2026-03-21T09:00:00Z');
    await work();
    expect(await statusOf(db, given.certificateId)).toMatchObject({ status: 'active_under_watch' });
  });

  test('about whom no certificate stands, or that is not severe, orders nothing', async ({
    copy: { db, pool },
    work,
    now,
  }) => {
    const given = await aCertificate(db, work);
    await substantiated({ db, pool, now }, given.agency, false);
    const by = await aCaseworker(db);
    const other = await aComplaint({ db, pool, now });
    await walked({ db, now }, other.id, { by, severe: true });
    await work();
    expect(await ordersOf(db)).toEqual([]);
    expect(await unanswered(db, '2026-06-01T09:00:00Z')).toEqual([]);
  });
});
