import { sql } from 'kysely';
import { expect } from 'vitest';

import { findOwnApplication, listAuditBodies } from '#app/features/applications/queries.server.ts';
import { engageAuditBody } from '#app/features/applications/review-commands.server.ts';
import { listRecruiterTasks } from '#app/features/applications/tasks.server.ts';
import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { scheduleAudit } from '#app/features/audits/team/commands/schedule-audit.server.ts';
import { releaseMember } from '#app/features/audits/team/ties/commands.server.ts';
import { approvedAuditor } from '#tests/support/factories/auditors.ts';
import { anEngagement, aPerson, cancelling, done, scheduled } from '#tests/support/factories/audits.ts';
import { anotherBody, barred } from '#tests/support/factories/barred.ts';
import { test } from '#tests/support/test.ts';

const form = { type: 'stage1' as const, colleagues: [] };
const no = (refusal: string) => ({ ok: false, refusal });
const later = new Date('2026-03-05T09:00:00Z');

test('recruiter and officers hear that a body may not audit any more, and another takes its place', async ({
  db,
  work,
  mailer,
}) => {
  const given = await anEngagement(db);
  const { applicationId: id, recruiter, officer, body } = given;
  const other = await anotherBody(given);
  await work();
  mailer.sent.length = 0;
  await barred(given, work);
  const emailOf = async ({ accountId }: { accountId: string }) =>
    (await db.selectFrom('account').select('email').where('id', '=', accountId).executeTakeFirstOrThrow())
      .email;
  const told = mailer.sent.filter(({ subject }) => subject.includes('may not audit'));
  expect(new Set(told.map(({ to }) => to))).toEqual(
    new Set([await emailOf(recruiter), await emailOf(officer)]),
  );
  expect(told).toHaveLength(2);

  const holder = { db, actor: recruiter, now: later };
  expect(await findOwnApplication(holder)).toMatchObject({ state: 'engaged', barred: true });
  expect(await listRecruiterTasks(holder)).toMatchObject([{ href: '/apply/audit-body' }]);
  expect((await listAuditBodies(holder)).map((one) => one.id)).toEqual([other.id]);
  const engage = (auditBodyId: string) => engageAuditBody(holder, id, { auditBodyId });
  expect(await engage(body.id)).toEqual(no('body_advised'));
  done(await engage(other.id));
  expect(await engage(other.id)).toEqual(no('already_engaged'));
  expect(await findOwnApplication(holder)).toMatchObject({ auditBody: 'Lantern Audits', barred: false });
  expect(await listRecruiterTasks(holder)).toEqual([]);
  await work();
  expect(mailer.sent.filter(({ subject }) => subject.includes('has chosen your audit body'))).toMatchObject([
    { to: await emailOf(other.lead) },
  ]);
  // Those who audit for the body that was left, the one who trained the recruiter among them; the new body is not told so.
  const left = mailer.sent.filter(({ subject }) => subject.includes('has engaged another audit body'));
  expect(left).toHaveLength(3);
  expect(left.map(({ to }) => to)).toEqual(expect.arrayContaining([await emailOf(given.lead)]));
  expect(left.map(({ to }) => to)).not.toContain(await emailOf(other.lead));
  for (const { text } of left) expect(text).not.toMatch(/Lantern|trained|advised|two years/);
  done(await scheduleAudit({ db, actor: other.lead, now: later }, id, form));
});

test('nobody goes to another body while an audit is arranged', async ({ db }) => {
  const given = await anEngagement(db);
  const { applicationId: id, recruiter, lead } = given;
  const other = await anotherBody(given);
  const auditId = await scheduled(given, 'stage1');
  const engage = () => engageAuditBody({ db, actor: recruiter, now: later }, id, { auditBodyId: other.id });
  const raw = sql`update application set audit_body_id = ${other.id}, engaged_at = ${later} where id = ${id}`;
  expect(await engage()).toEqual(no('audit_arranged'));
  await expect(raw.execute(db)).rejects.toThrow('while no audit is arranged');
  done(await cancelAudit(given.as(lead), auditId, cancelling));
  await expect(
    sql`update application set engaged_at = ${later} where id = ${id}`.execute(db),
  ).rejects.toThrow('while no audit is arranged');
  done(await engage());
});

test('an audit under way goes on with who takes the place of one who left, unless they are tied themselves', async ({
  db,
  work,
}) => {
  const given = await anEngagement(db);
  const { agency, body, colleague, officer, reviewer } = given;
  const tie = (person: string) =>
    sql`insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, declared_at)
      values (${person}, ${agency.id}, 'kinship', 'A cousin runs the branch.', '2020-01-01', ${later})`.execute(
      db,
    );
  const auditId = await scheduled(given, 'stage1', [colleague.accountId]);
  const joiner = async (name: string) => {
    const person = await aPerson(db, body, 'auditor', name);
    await approvedAuditor(given.as(officer), body.id, person.accountId, officer);
    return person.accountId;
  };
  const [free, bound] = [await joiner('Ola Berg'), await joiner('Uma Das')];
  await barred(given, work);
  await tie(colleague.accountId);
  await tie(bound);
  const release = (successor: string) =>
    releaseMember({ db, actor: reviewer, now: later }, auditId, colleague.accountId, {
      ...{ reason: 'A cousin of theirs runs the branch.', successor },
    });
  const loose = sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
    values (${auditId}, ${free}, 'auditor', ${later})`;
  await expect(loose.execute(db)).rejects.toThrow('trained or advised');
  expect(await release(bound)).toEqual(no('tied'));
  done(await release(free));
  const team = await db
    .selectFrom('audit_team_member')
    .select('account_id')
    .where('audit_id', '=', auditId)
    .execute();
  expect(new Set(team.map(({ account_id }) => account_id))).toEqual(new Set([given.lead.accountId, free]));
});
