import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { answerObjection } from '#app/features/audits/team/objections/commands/answer-objection.server.ts';
import { objectToMember } from '#app/features/audits/team/objections/commands/object.server.ts';
import { listObjections, listObjectionTasks } from '#app/features/audits/team/objections/queries.server.ts';
import { listAuditorTasks } from '#app/features/audits/tasks.server.ts';
import { isAwaited } from '#app/features/audits/team/rules.ts';
import type { Database } from '#db/client.server.ts';
import {
  anEngagement,
  done,
  noConflict,
  now,
  notified,
  plan,
  prepared,
  scheduled,
  strangers,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const reasons = 'She worked for our competitor until last month.';
const dismissed = { outcome: 'dismissed' as const, reasons: 'That agency is no competitor of yours.' };
const upheld = { outcome: 'upheld' as const, reasons: 'The tie is real and recent.' };
const system = { kind: 'system' } as const;

const objected = async (given: Engagement) => {
  const id = await notified(given, 'stage1');
  const objection = done(
    await objectToMember(given.as(given.recruiter), id, { member: given.lead.accountId, reasons }),
  );
  return { id, objectionId: objection.id };
};
const teamOf = async (db: Kysely<Database>, id: string) =>
  (await findAudit({ db, actor: system, now: new Date() }, id))?.team.map(({ name, role }) => [name, role]);

describe('objecting', () => {
  test('is told to who may answer, and keeps the audit from beginning', async ({ db, work, mailer }) => {
    const given = await anEngagement(db);
    const { id, objectionId } = await objected(given);
    expect(await listObjections(db, id)).toMatchObject([
      { member: 'Anjali Rao', reasons, answerBy: '2026-03-06', outcome: null },
    ]);
    const start = () =>
      sql`update audit set state = 'in_progress', started_at = now() where id = ${id}`.execute(db);
    await expect(start()).rejects.toThrow('an objection to its team is open');
    expect((await startAudit(given.as(given.lead), id)).ok).toBe(false);
    for (const who of [given.reviewer, given.officer])
      expect(await listObjectionTasks(given.as(who))).toMatchObject([{ id: objectionId, due: '2026-03-06' }]);
    await work();
    expect(mailer.sent.filter(({ subject }) => subject.includes('objects to Anjali Rao'))).toHaveLength(2);
  });

  test('is refused too late, twice, to others and of an unannounced audit', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await objected(given);
    const form = { member: given.lead.accountId, reasons };
    const again = await objectToMember(given.as(given.recruiter), id, form);
    expect(again).toEqual({ ok: false, refusal: 'already_objected' });
    const late = { ...given.as(given.recruiter), now: new Date('2026-03-07T09:00:00Z') };
    expect((await objectToMember(late, id, { ...form, member: given.colleague.accountId })).ok).toBe(false);
    const { recruiter } = await strangers(db);
    expect(await objectToMember(given.as(recruiter), id, form)).toEqual({ ok: false, refusal: 'not_found' });
    expect(await objectToMember(given.as(given.officer), id, form)).toEqual({
      ok: false,
      refusal: 'forbidden',
    });
    expect(await listObjections(db, id)).toHaveLength(1);
  });

  test('is not possible to an audit the recruiter does not know of', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await scheduled(given, 'stage1');
    done(await declareConflict(given.as(given.lead), id, noConflict));
    await prepared(given, id);
    done(await planAudit(given.as(given.lead), id, { ...plan, noticeType: 'unannounced' }));
    const form = { member: given.lead.accountId, reasons };
    expect(await objectToMember(given.as(given.recruiter), id, form)).toEqual({
      ok: false,
      refusal: 'not_found',
    });
    const raw = sql`insert into audit_objection (audit_id, account_id, reasons, raised_at, raised_by, answer_by)
      values (${id}, ${given.lead.accountId}, ${reasons}, now(), ${given.recruiter.accountId}, '2026-03-06')`;
    await expect(raw.execute(db)).rejects.toThrow('unless it is unannounced');
  });
});

describe('answering', () => {
  test('dismissed, the team stays and the recruiter reads why', async ({ db, work, mailer }) => {
    const given = await anEngagement(db);
    const { id, objectionId } = await objected(given);
    done(await answerObjection(given.as(given.reviewer), id, objectionId, dismissed));
    expect(await teamOf(db, id)).toEqual([['Anjali Rao', 'lead_auditor']]);
    await work();
    expect(mailer.sent.find(({ subject }) => subject.includes('was dismissed'))?.text).toContain(
      dismissed.reasons,
    );
    expect(await listObjectionTasks(given.as(given.officer))).toEqual([]);
  });

  test('upheld, a successor takes the lead and declares before the audit begins', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, objectionId } = await objected(given);
    const alone = await answerObjection(given.as(given.officer), id, objectionId, upheld);
    expect(alone).toEqual({ ok: false, refusal: 'successor_missing' });
    const successor = given.colleague.accountId;
    done(await answerObjection(given.as(given.officer), id, objectionId, { ...upheld, successor }));
    expect(await teamOf(db, id)).toEqual([['Bo Ek', 'lead_auditor']]);
    expect(await findAudit(given.as(given.lead), id)).toBeUndefined();
    const raw = sql`update audit set state = 'in_progress', started_at = now() where id = ${id}`;
    await expect(raw.execute(db)).rejects.toThrow('declaration of no conflict');
    expect(await listAuditorTasks(given.as(given.colleague))).toMatchObject([{ action: 'Declare' }, {}]);
    const colleague = given.as(given.colleague);
    const declared = done(await declareConflict(colleague, id, noConflict));
    expect(isAwaited(declared)).toBe(true);
    // Whoever left does not come back.
    const back = sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
      values (${id}, ${given.lead.accountId}, 'auditor', ${now})`;
    await expect(back.execute(db)).rejects.toThrow('does not come back');
  });

  test('is refused to the team itself, to another body, and a second time at once', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, objectionId } = await objected(given);
    const { reviewer } = await strangers(db);
    expect(await answerObjection(given.as(reviewer), id, objectionId, dismissed)).toEqual({
      ok: false,
      refusal: 'not_found',
    });
    expect(await answerObjection(given.as(given.lead), id, objectionId, dismissed)).toEqual({
      ok: false,
      refusal: 'forbidden',
    });
    const both = await Promise.all(
      [given.reviewer, given.officer].map((who) =>
        answerObjection(given.as(who), id, objectionId, dismissed),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, refusal: 'already_answered' });
  });
});

test('a reviewer whose approval or membership ended answers no more, by command or in SQL', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const { id, objectionId } = await objected(given);
  const { accountId } = given.reviewer;
  const raw = sql`insert into audit_objection_answer (objection_id, outcome, reasons, answered_at, answered_by)
    values (${objectionId}, 'dismissed', 'That agency is no competitor of yours.', ${now}, ${accountId})`;
  await pastRules(db, (one) =>
    sql`update auditor_approval set valid_until = '2026-02-28' where account_id = ${accountId}`.execute(one),
  );
  expect(await answerObjection(given.as(given.reviewer), id, objectionId, dismissed)).toEqual({
    ok: false,
    refusal: 'reviewer_not_approved',
  });
  await expect(raw.execute(db)).rejects.toThrow('whom the scheme approved');
  await pastRules(db, (one) =>
    sql`delete from membership where account_id = ${accountId} and role = 'reviewer'`.execute(one),
  );
  const gone = await answerObjection(given.as(given.reviewer), id, objectionId, dismissed);
  expect(gone).toEqual({ ok: false, refusal: 'reviewer_not_approved' });
  await expect(raw.execute(db)).rejects.toThrow('reviewer or the scheme');
  done(await answerObjection(given.as(given.officer), id, objectionId, dismissed));
});

describe('the database', () => {
  test.for([
    [`delete from audit_team_member`, 'nobody leaves an audit team'],
    [`update audit_objection set reasons = 'Something else entirely.'`, 'append-only'],
    [`delete from audit_objection`, 'append-only'],
    [`truncate audit_objection cascade`, 'append-only'],
    [
      `insert into audit_objection_answer (objection_id, outcome, reasons, answered_at, answered_by)
        select o.id, 'dismissed', 'Answered by the team.', now(), o.account_id from audit_objection o`,
      'nobody on the team',
    ],
    [
      `insert into audit_objection_answer (objection_id, outcome, reasons, answered_at, answered_by)
        select o.id, 'upheld', 'Answered by the auditee.', now(), o.raised_by from audit_objection o`,
      'reviewer or the scheme',
    ],
  ] as const)('refuses %s', async ([statement, why], { db }) => {
    await objected(await anEngagement(db));
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(why);
  });

  test('takes nobody off a team by an objection that was dismissed', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, objectionId } = await objected(given);
    done(await answerObjection(given.as(given.reviewer), id, objectionId, dismissed));
    await sql`insert into audit_team_departure (audit_id, account_id, role, objection_id, left_at)
      values (${id}, ${given.lead.accountId}, 'lead_auditor', ${objectionId}, now())`.execute(db);
    await expect(sql`delete from audit_team_member`.execute(db)).rejects.toThrow('upheld');
  });
});
