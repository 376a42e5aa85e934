import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { answerObjection } from '#app/features/audits/team/objections/commands/answer-objection.server.ts';
import { objectToMember } from '#app/features/audits/team/objections/commands/object.server.ts';
import { releaseMember } from '#app/features/audits/team/ties/commands.server.ts';
import { listTieTasks } from '#app/features/audits/team/ties/queries.server.ts';
import type { SignedIn } from '#app/platform/scope.ts';
import { approvedAuditor } from '#tests/support/factories/auditors.ts';
import {
  cancelling,
  aPerson,
  anEngagement,
  done,
  notified,
  planned,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const reasons = 'She worked for our competitor until last month.';
const upheld = { outcome: 'upheld' as const, reasons: 'The tie is real and recent.' };
const conflict = { conflicted: true, statement: 'My brother sits on its board of directors.' };
const on = <A extends SignedIn>(given: Engagement, actor: A, day: string) => ({
  ...given.as(actor),
  now: new Date(`${day}T09:00:00Z`),
});

/** Notified on the first of March; its lead was objected to, and on the fifth a colleague took the place. */
async function succeeded(given: Engagement) {
  const id = await notified(given, 'stage1');
  const objection = done(
    await objectToMember(given.as(given.recruiter), id, { member: given.lead.accountId, reasons }),
  );
  const successor = given.colleague.accountId;
  const reviewer = on(given, given.reviewer, '2026-03-05');
  done(await answerObjection(reviewer, id, objection.id, { ...upheld, successor }));
  return id;
}

describe('a successor on a team that was told of', () => {
  test('is told to the recruiter, who may object to them in days of their own', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anEngagement(db);
    const id = await succeeded(given);
    await work();
    const mail = mailer.sent.find(({ subject }) => subject.includes('has changed'));
    expect(mail?.text.replace(/\s+/g, ' ')).toContain(
      'now: Bo Ek. If you cannot accept who has joined, object by 10 March 2026',
    );
    const member = given.colleague.accountId;
    const late = on(given, given.recruiter, '2026-03-11');
    expect(await objectToMember(late, id, { member, reasons })).toMatchObject({
      refusal: 'objection_too_late',
    });
    const raw = (day: string) =>
      sql`insert into audit_objection (audit_id, account_id, reasons, raised_at, raised_by, answer_by)
        values (${id}, ${member}, ${reasons}, ${`${day}T09:00:00Z`}, ${given.recruiter.accountId}, ${day})`;
    await expect(raw('2026-03-11').execute(db)).rejects.toThrow('days to object to this member');
    const inTime = on(given, given.recruiter, '2026-03-10');
    expect(await objectToMember(inTime, id, { member, reasons })).toMatchObject({ ok: true });
  });

  test('who declares a conflict leaves to another one, and the audit stays', async ({ db, work, mailer }) => {
    const given = await anEngagement(db);
    const third = await aPerson(db, given.body, 'auditor', 'Ines Duarte');
    await approvedAuditor(given.as(given.officer), given.body.id, third.accountId, given.officer);
    const id = await succeeded(given);
    await work();
    mailer.sent.length = 0;
    const declared = done(await declareConflict(on(given, given.colleague, '2026-03-06'), id, conflict));
    expect(declared.state).toBe('notified');
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).toEqual(
      Array<string>(2).fill('Bo Ek declared a tie to Himal Workforce while auditing it'),
    );
    const reviewer = on(given, given.reviewer, '2026-03-06');
    expect(await listTieTasks(reviewer)).toMatchObject([{ action: 'Take off' }]);
    const release = { reason: 'Their brother sits on its board.', successor: third.accountId };
    done(await releaseMember(reviewer, id, given.colleague.accountId, release));
    await work();
    expect(mailer.sent.filter(({ subject }) => subject.includes('has changed'))).toHaveLength(1);
    expect(await findAudit(reviewer, id)).toMatchObject({
      ...{ state: 'notified', team: [{ name: 'Ines Duarte', role: 'lead_auditor' }] },
    });
  });
});

describe('a cancelled audit', () => {
  test.for([
    ['is told to the recruiter that knew of its days', notified, 1],
    ['is told to nobody who was not told of it', planned, 0],
  ] as const)('%s', async ([, begun, mails], { db, work, mailer }) => {
    const given = await anEngagement(db);
    const id = await begun(given, 'stage1');
    done(await cancelAudit(given.as(given.lead), id, cancelling));
    await work();
    expect(mailer.sent.filter(({ subject }) => subject.includes('was cancelled'))).toHaveLength(mails);
  });
});
