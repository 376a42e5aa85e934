import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { acceptApplication, engageAuditBody } from '#app/features/applications/review-commands.server.ts';
import { listAuditBodies } from '#app/features/applications/queries.server.ts';
import { scheduleAudit } from '#app/features/audits/team/commands/schedule-audit.server.ts';
import { warnOfEndingApprovals } from '#app/features/bodies/approvals/clock.server.ts';
import { approveBody, endApproval } from '#app/features/bodies/approvals/commands.server.ts';
import {
  findApproval,
  findBody,
  listApprovals,
  listBodies,
} from '#app/features/bodies/approvals/queries.server.ts';
import { listApprovalTasks } from '#app/features/bodies/approvals/tasks.server.ts';
import type { Database } from '#db/client.server.ts';
import { anEngagement, done, now, scheduled, strangers } from '#tests/support/factories/audits.ts';
import { anApplicant, inReview } from '#tests/support/factories/applications.ts';
import { test } from '#tests/support/test.ts';

const approval = {
  countries: ['NP'],
  sectors: ['F' as const],
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  ground: 'Accredited, and its contract is signed.',
};
const reason = { reason: 'Its accreditation was withdrawn.' };
const form = { type: 'stage1' as const, colleagues: [] };

const approvalOf = async (db: Kysely<Database>, bodyId: string) => {
  const [first] = await listApprovals({ db }, bodyId);
  return first?.id ?? '';
};

describe('approving', () => {
  test('is told to the people of the body', async ({ db, work, mailer }) => {
    const { as, officer, body } = await anEngagement(db);
    const { id } = done(await approveBody(as(officer), body.id, approval));
    expect(await findApproval({ db }, id)).toMatchObject({ ...approval, bodyId: body.id, endedOn: null });
    await work();
    expect(
      mailer.sent.filter(({ subject }) => subject.includes('approved until 31 December 2026')),
    ).toHaveLength(3);
    expect((await listBodies(as(officer))).find((each) => each.id === body.id)?.countries).toContain('NP');
  });

  test('is refused to others, for a day that passed, and for what is no body', async ({ db }) => {
    const { as, officer, lead, body, agency } = await anEngagement(db);
    const before = await listApprovals({ db }, body.id);
    expect(await approveBody(as(lead), body.id, approval)).toEqual({ ok: false, refusal: 'forbidden' });
    expect(await approveBody(as(officer), agency.id, approval)).toEqual({ ok: false, refusal: 'not_found' });
    const past = await approveBody(as(officer), body.id, { ...approval, validUntil: '2026-02-28' });
    expect(past).toEqual({ ok: false, refusal: 'approval_past' });
    expect(await listApprovals({ db }, body.id)).toEqual(before);
  });

  test('is read by the body’s own people and by no other body’s', async ({ db }) => {
    const { as, lead, body } = await anEngagement(db);
    const { auditor } = await strangers(db);
    expect(await findBody(as(lead), body.id)).toMatchObject({ name: 'Meridian Audit' });
    expect(await findBody(as(auditor), body.id)).toBeUndefined();
  });
});

describe('ending', () => {
  test('keeps the body from scheduling, and is told with its reason', async ({ db, work, mailer }) => {
    const given = await anEngagement(db);
    const id = await approvalOf(db, given.body.id);
    done(await endApproval(given.as(given.officer), id, reason));
    const refused = await scheduleAudit(given.as(given.lead), given.applicationId, form);
    expect(refused).toEqual({ ok: false, refusal: 'body_not_approved' });
    expect(await db.selectFrom('audit').select('id').execute()).toEqual([]);
    await work();
    expect(mailer.sent.find(({ subject }) => subject.includes('ended the approval'))?.text).toContain(
      reason.reason,
    );
  });

  test('twice at once ends it once; nobody but an officer does', async ({ db }) => {
    const { as, officer, lead, body } = await anEngagement(db);
    const id = await approvalOf(db, body.id);
    expect(await endApproval(as(lead), id, reason)).toEqual({ ok: false, refusal: 'forbidden' });
    expect(await endApproval(as(officer), 'no-such-id', reason)).toEqual({ ok: false, refusal: 'not_found' });
    const both = await Promise.all([1, 2].map(() => endApproval(as(officer), id, reason)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe('a recruiter', () => {
  test('is shown and may engage only bodies approved for its country and sectors', async ({ db, work }) => {
    const given = await anApplicant(db);
    await inReview(given, work);
    done(
      await acceptApplication(given.officer, given.id, { reasons: 'All is in order with this applicant.' }),
    );
    expect(await listAuditBodies(given.recruiter)).toMatchObject([{ name: 'Meridian Audit' }]);
    done(await endApproval(given.officer, await approvalOf(db, given.body.id), reason));
    const engage = () => engageAuditBody(given.recruiter, given.id, { auditBodyId: given.body.id });
    expect(await listAuditBodies(given.recruiter)).toEqual([]);
    expect(await engage()).toEqual({ ok: false, refusal: 'body_not_approved' });
    const { sectors } = await db.selectFrom('application').select('sectors').executeTakeFirstOrThrow();
    const other = sectors.includes('F') ? 'C' : 'F';
    done(await approveBody(given.officer, given.body.id, { ...approval, sectors: [other] }));
    expect(await engage()).toEqual({ ok: false, refusal: 'body_not_approved' });
    const raw = sql`update application set state = 'engaged', audit_body_id = ${given.body.id}, engaged_at = ${now}, lapses_on = '2026-09-01'`;
    await expect(raw.execute(db)).rejects.toThrow('not approved for its country and sectors');
  });
});

describe('the clock', () => {
  test('warns 90, 30 and 7 days ahead, each once, both ends', async ({ db, work, mailer }) => {
    const { as, officer, body } = await anEngagement(db);
    done(await approveBody(as(officer), body.id, approval));
    await work();
    mailer.sent.length = 0;
    const told: string[] = [];
    for (const day of [
      ...['2026-10-01', '2026-10-02', '2026-10-03', '2026-11-30', '2026-12-01', '2026-12-02'],
      ...['2026-12-23', '2026-12-24', '2026-12-31', '2027-01-01'],
    ]) {
      const before = await warnings(db);
      const clock = { db, now: new Date(`${day}T00:27:00Z`) };
      await Promise.all([warnOfEndingApprovals(clock), warnOfEndingApprovals(clock)]);
      if ((await warnings(db)) > before) told.push(day);
    }
    expect(told).toEqual(['2026-10-02', '2026-12-01', '2026-12-24']);
    await work();
    // Three of the body, one officer, three times.
    expect(mailer.sent).toHaveLength(12);
  });

  test('after it stood still warns of the nearest alone', async ({ db }) => {
    const { as, officer, body } = await anEngagement(db);
    done(await approveBody(as(officer), body.id, approval));
    for (const day of ['2026-12-28', '2026-12-29'])
      await warnOfEndingApprovals({ db, now: new Date(`${day}T00:27:00Z`) });
    expect(await db.selectFrom('audit_body_approval_warning').select('step').execute()).toEqual([
      { step: 7 },
    ]);
  });

  test('puts an approval that ends on the officers’ desk, unless a longer one takes over', async ({ db }) => {
    const { as, officer, body } = await anEngagement(db);
    done(await endApproval(as(officer), await approvalOf(db, body.id), reason));
    done(await approveBody(as(officer), body.id, approval));
    const late = { ...as(officer), now: new Date('2026-12-10T09:00:00Z') };
    expect(await listApprovalTasks(late)).toMatchObject([
      { due: '2026-12-31', href: `/audit-body/${body.id}` },
    ]);
    done(await approveBody(late, body.id, { ...approval, validUntil: '2028-12-31' }));
    expect(await listApprovalTasks(late)).toEqual([]);
  });
});

const warnings = async (db: Kysely<Database>) =>
  (await db.selectFrom('audit_body_approval_warning').select('step').execute()).length;

describe('the database', () => {
  test.for([
    [`update audit_body_approval set valid_until = '2099-01-01'`, 'valid_until stands'],
    [`update audit_body_approval set countries = '{LK}'`, 'countries stands'],
    ['delete from audit_body_approval', 'append-only'],
    ['truncate audit_body_approval cascade', 'append-only'],
    [`update audit_body_approval set ended_at = now()`, 'audit_body_approval_end'],
    [
      `insert into audit_body_approval (organisation_id, countries, sectors, valid_from, valid_until, ground, granted_at, granted_by)
        select b.organisation_id, countries, sectors, valid_from, valid_until, ground, now(), a.account_id
        from audit_body_approval b, membership a where a.role = 'auditor' limit 1`,
      'approved by officers',
    ],
    [
      `insert into audit_body_approval (organisation_id, countries, sectors, valid_from, valid_until, ground, granted_at, granted_by)
        select organisation_id, '{nepal}', sectors, valid_from, valid_until, ground, now(), granted_by from audit_body_approval`,
      'check',
    ],
  ] as const)('refuses %s', async ([statement, why], { db }) => {
    await anEngagement(db);
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(why);
  });

  test('schedules no audit by a body whose approval ended', async ({ db }) => {
    const given = await anEngagement(db);
    const audit = await scheduled(given, 'stage1');
    done(await endApproval(given.as(given.officer), await approvalOf(db, given.body.id), reason));
    const twin = sql`insert into audit (application_id, organisation_id, audit_body_id, scheme_version_id, type, state, scheduled_at, scheduled_by)
      select application_id, organisation_id, audit_body_id, scheme_version_id, 'stage2', 'scheduled', scheduled_at, scheduled_by
      from audit where id = ${audit}`;
    await expect(twin.execute(db)).rejects.toThrow('not approved for the recruiter');
  });
});
