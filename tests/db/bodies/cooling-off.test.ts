import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { listAuditBodies } from '#app/features/applications/queries.server.ts';
import { acceptApplication, engageAuditBody } from '#app/features/applications/review-commands.server.ts';
import { scheduleAudit } from '#app/features/audits/team/commands/schedule-audit.server.ts';
import { askForTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import { listBodiesFor } from '#app/features/certificates/transfer/queries.server.ts';
import type { Database } from '#db/client.server.ts';
import { anApplicant, inReview } from '#tests/support/factories/applications.ts';
import { approvedAuditor } from '#tests/support/factories/auditors.ts';
import { anEngagement, aPerson, aPlace, approved, done, scheduled } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const form = { type: 'stage1' as const, colleagues: [] };
const no = { ok: false, refusal: 'body_advised' };
const says = 'does not audit whom its people trained or advised';

type Given = { to: string; by: string; on: string; recordedBy: string };

const advised = (db: Kysely<Database>, { to, by, on, recordedBy }: Given) =>
  sql`insert into advice (account_id, organisation_id, kind, given_on, recorded_at, recorded_by)
    values (${by}, ${to}, 'training', ${on}, ${`${on}T12:00:00Z`}, ${recordedBy})`.execute(db);

/** Whether a body's advice keeps it away on a day, as the database says. */
async function isAway(db: Kysely<Database>, { body, to, day }: { body: string; to: string; day: string }) {
  const { rows } = await sql<{ away: boolean }>`select body_advised(${body}, ${to}, ${day}) as away`.execute(
    db,
  );
  return rows[0]?.away;
}

test('a body one of whose people advised the recruiter puts nobody on its audits for two years', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const { agency, body, colleague, officer } = given;
  const auditId = await scheduled(given, 'stage1');
  await advised(db, {
    ...{ to: agency.id, by: colleague.accountId },
    ...{ on: '2026-03-01', recordedBy: officer.accountId },
  });
  const third = await aPerson(db, body, 'auditor', 'Femi Adeyemi');
  await approvedAuditor(given.as(officer), body.id, third.accountId, officer);
  await expect(
    sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
      values (${auditId}, ${third.accountId}, 'auditor', '2026-03-01T09:00:00Z')`.execute(db),
  ).rejects.toThrow(says);
  await sql`update audit set state = 'cancelled', cancelled_at = '2026-03-01T09:00:00Z', cancel_cause = 'body',
    cancel_note = 'The team fell ill.' where id = ${auditId}`.execute(db);
  expect(await scheduleAudit(given.as(given.lead), given.applicationId, form)).toEqual(no);

  const of = { body: body.id, to: agency.id };
  // Whoever leaves takes nothing of it along: the body was theirs then.
  await sql`delete from membership where account_id = ${colleague.accountId}`.execute(db);
  expect(await isAway(db, { ...of, day: '2028-02-29' })).toBe(true);
  expect(await isAway(db, { ...of, day: '2028-03-01' })).toBe(false);
  const other = await aPlace(db, 'audit_body', 'Lantern Audits');
  expect(await isAway(db, { ...of, body: other.id, day: '2026-03-02' })).toBe(false);
  for (const statement of [`delete from former_membership`, `truncate former_membership`])
    await expect(sql.raw(statement).execute(db)).rejects.toThrow('append-only');
});

test('what somebody advised before they came is not their body’s; what they say of themselves counts too', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const { agency, body, colleague, officer } = given;
  const of = { body: body.id, to: agency.id, day: '2026-03-02' };
  await advised(db, {
    ...{ to: agency.id, by: colleague.accountId },
    ...{ on: '2025-06-01', recordedBy: officer.accountId },
  });
  expect(await isAway(db, of)).toBe(false);
  done(await scheduleAudit(given.as(given.lead), given.applicationId, form));
  await sql`insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, declared_at)
    values (${given.reviewer.accountId}, ${agency.id}, 'advice', 'I help it with its handbook.', '2026-02-01',
      '2026-03-01T09:00:00Z')`.execute(db);
  expect(await isAway(db, of)).toBe(true);
});

test('a recruiter is not shown a body that advised it, and does not engage it', async ({ db, work }) => {
  const given = await anApplicant(db);
  await inReview(given, work);
  done(await acceptApplication(given.officer, given.id, { reasons: 'All is in order with this applicant.' }));
  const adviser = await aPerson(db, given.body, 'auditor', 'Bo Ek');
  const { organisationId } = given.recruiter.actor;
  await advised(db, {
    ...{ to: organisationId, by: adviser.accountId },
    ...{ on: '2026-03-01', recordedBy: given.officer.actor.accountId },
  });
  expect(await listAuditBodies(given.recruiter)).toEqual([]);
  expect(await engageAuditBody(given.recruiter, given.id, { auditBodyId: given.body.id })).toEqual(no);
  const raw = sql`update application set state = 'engaged', audit_body_id = ${given.body.id},
    engaged_at = ${given.recruiter.now}, lapses_on = '2026-09-01'`;
  await expect(raw.execute(db)).rejects.toThrow(says);
});

test('no certificate moves to a body that advised its holder', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const other = await aPlace(db, 'audit_body', 'Lantern Audits');
  await approved(db, other.id, given.officer);
  const adviser = await aPerson(db, other, 'auditor', 'Bo Ek');
  await advised(db, {
    ...{ to: given.agency.id, by: adviser.accountId },
    ...{ on: '2026-03-01', recordedBy: given.officer.accountId },
  });
  const holder = given.as(given.recruiter);
  expect(await listBodiesFor(holder, given.certificateId)).toEqual([]);
  const grounds = 'The new body has auditors who speak Maithili.';
  expect(await askForTransfer(holder, { body: other.id, grounds })).toEqual(no);
  const raw = sql`insert into certificate_transfer (certificate_id, to_body_id, grounds, asked_by, asked_at, due_on)
    values (${given.certificateId}, ${other.id}, ${grounds}, ${given.recruiter.accountId}, ${holder.now}, '2026-04-01')`;
  await expect(raw.execute(db)).rejects.toThrow(says);
});
