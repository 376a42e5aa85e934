import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import {
  abortAudit,
  closeAbandoned,
  recordRefusal,
} from '#app/features/audits/planning/commands/abandon-audit.server.ts';
import { calculateDays } from '#app/features/audits/planning/commands/calculate-days.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { planSample } from '#app/features/audits/planning/commands/plan-sample.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import type { PlanForm } from '#app/features/audits/planning/forms.ts';
import { findKept } from '#app/features/audits/planning/queries.server.ts';
import { tellDueAudits } from '#app/features/audits/programme/commands/tell-due.server.ts';
import { scheduleProgrammeAudit } from '#app/features/audits/programme/commands/schedule-entry.server.ts';
import { feedOf } from '#app/features/audits/programme/feed/feed.server.ts';
import { listLines } from '#app/features/audits/programme/feed/lines.server.ts';
import { findEntry } from '#app/features/audits/programme/queries.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { addDays } from '#app/platform/calendar.ts';
import { cancelling, done, noConflict, plan } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { fewWorkers, smallAgency } from '#tests/support/factories/ground.ts';
import { test } from '#tests/support/test.ts';

type Given = Awaited<ReturnType<typeof aCertificate>>;
const alone = { colleagues: [] };
const reason = { reason: 'Nobody let the team in, so it comes again.' };
const no = (refusal: string) => ({ ok: false, refusal });

/** Entries of a certificate’s programme in the order of their days, each with the day it may be audited from. */
const entries = ({ db }: Given) =>
  db
    .selectFrom('audit_programme_entry')
    .select(['id', 'type', 'notice_type as noticeType', 'window_from as from'])
    .where('reason', '=', 'cycle')
    .orderBy('due_on')
    .execute();

const on = (given: Given, day: string) => ({
  ...given.as(given.lead),
  now: new Date(`${day}T09:00:00Z`),
});

/** The audit of an entry, its team ready, on the first day it may be held. */
async function ready(given: Given, entry: { id: string; from: string }) {
  const lead = on(given, entry.from);
  const { id } = done(await scheduleProgrammeAudit(lead, entry.id, alone));
  done(await declareConflict(lead, id, noConflict));
  done(await planSample(lead, id, fewWorkers));
  done(await calculateDays(lead, id, smallAgency));
  return id;
}
const form = (from: string): PlanForm => ({ ...plan, startsOn: from, endsOn: addDays(from, 2) });

async function told(given: Given, entry: { id: string; from: string }) {
  const id = await ready(given, entry);
  const lead = on(given, entry.from);
  done(await planAudit(lead, id, form(entry.from)));
  done(await notifyAudit(lead, id, reason));
  return id;
}

test('an audit that did not take place is due again, and its body is told of it again, once each time', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  const [entry = { id: '', from: '' }] = await entries(given);
  const said = async (day: string) => {
    mailer.sent.length = 0;
    await Promise.all([1, 2].map(() => tellDueAudits({ db, now: new Date(`${day}T05:00:00Z`) })));
    await work();
    const people = mailer.sent.filter(({ text }) => text.includes(`/audits/programme/${entry.id}`));
    return people.map(({ to }) => to).toSorted();
  };
  const lead = (day: string) => on(given, day);
  const schedule = async (day: string) => done(await scheduleProgrammeAudit(lead(day), entry.id, alone)).id;
  const body = await said('2027-01-15');
  expect(body).toHaveLength(2);
  const first = await schedule('2027-01-16');
  expect(await said('2027-01-17')).toEqual([]);
  done(await cancelAudit(lead('2027-01-18'), first, cancelling));
  expect(await said('2027-01-19')).toEqual(body);
  expect(await said('2027-01-20')).toEqual([]);
  const second = await schedule('2027-01-21');
  expect(await said('2027-01-22')).toEqual([]);
  done(await cancelAudit(lead('2027-01-23'), second, cancelling));
  expect(await said('2027-01-24')).toEqual(body);
  const told = await db.selectFrom('event').select('id').where('type', '=', 'audit.due').execute();
  expect(told).toHaveLength(3);
});

test('one that was scheduled before anybody had to be told is told of when it opens again and is near', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const [entry = { id: '', from: '' }] = await entries(given);
  const { id } = done(await scheduleProgrammeAudit(on(given, '2026-06-01'), entry.id, alone));
  done(await cancelAudit(on(given, '2026-06-02'), id, cancelling));
  const told = async (day: string) => {
    await tellDueAudits({ db, now: new Date(`${day}T05:00:00Z`) });
    return (await db.selectFrom('event').select('id').where('type', '=', 'audit.due').execute()).length;
  };
  expect([await told('2026-06-03'), await told('2027-01-10'), await told('2027-01-11')]).toEqual([0, 1, 1]);
});

describe('an audit that did not take place', () => {
  test('because it was refused is to be scheduled again, before the scheme closes it and after', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    const [entry = { id: '', from: '' }] = await entries(given);
    const lead = on(given, entry.from);
    const id = await told(given, entry);
    expect(await findEntry(lead, entry.id)).toBeUndefined();
    done(await recordRefusal(lead, id, reason));
    expect(await findEntry(lead, entry.id)).toMatchObject({ id: entry.id });
    done(await closeAbandoned({ ...lead, actor: given.officer }, id, reason));
    expect(await findEntry(lead, entry.id)).toMatchObject({ id: entry.id });
    const span = { from: entry.from, until: addDays(entry.from, 30) };
    expect(feedOf(await listLines(lead, span), 'https://scheme.example')).toContain('STATUS:CANCELLED');
    const again = await Promise.all([1, 2].map(() => scheduleProgrammeAudit(lead, entry.id, alone)));
    expect(again.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await findEntry(lead, entry.id)).toBeUndefined();
  });

  test('because its team had to leave leaves its recertification to be done', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const entry = (await entries(given)).find(({ type }) => type === 'recertification') ?? {
      id: '',
      from: '',
    };
    const lead = on(given, entry.from);
    const id = await told(given, entry);
    done(await startAudit(lead, id));
    done(await abortAudit(lead, id, { reason: 'safety', note: 'A crowd with sticks came to the gate.' }));
    done(await closeAbandoned({ ...lead, actor: given.officer }, id, reason));
    done(await scheduleProgrammeAudit(lead, entry.id, alone));
  });
});

describe('what the programme keeps from the recruiter', () => {
  test('the plan keeps: a semi-announced entry is not planned as announced', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const entry = (await entries(given)).find(({ noticeType }) => noticeType === 'semi_announced') ?? {
      ...{ id: '', from: '' },
    };
    const lead = on(given, entry.from);
    const id = await ready(given, entry);
    expect((await findKept(db, id)).kept).toBe('semi_announced');
    expect(await planAudit(lead, id, form(entry.from))).toEqual(no('programme_tells_less'));
    const window = { windowFrom: entry.from, windowUntil: addDays(entry.from, 20) };
    done(await planAudit(lead, id, { ...form(entry.from), ...window, noticeType: 'semi_announced' }));
    done(await planAudit(lead, id, { ...form(entry.from), noticeType: 'unannounced' }));
  });

  test('binds nothing that does not come from it', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    expect((await findKept(db, given.auditId)).kept).toBeNull();
  });

  test('raw SQL hangs no audit on an entry that tells more than it', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const all = await entries(given);
    const [first = { id: '', from: '' }] = all;
    const kept = all.find(({ noticeType }) => noticeType === 'semi_announced')?.id ?? '';
    const id = await told(given, first);
    done(await recordRefusal(on(given, first.from), id, reason));
    await sql`update audit_programme_entry set audit_id = null where id = ${first.id}`.execute(db);
    const hang = sql`update audit_programme_entry set audit_id = ${id} where id = ${kept}`;
    await expect(hang.execute(db)).rejects.toThrow('tells no more than it');
  });
});
