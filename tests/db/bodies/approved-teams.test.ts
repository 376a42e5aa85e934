import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { needsOf } from '#app/features/audits/team/abilities.server.ts';
import { listColleagues } from '#app/features/audits/team/engagements.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { scheduleAudit } from '#app/features/audits/team/commands/schedule-audit.server.ts';
import {
  askForApproval,
  grantApproval,
  liftSuspension,
  suspendApproval,
} from '#app/features/bodies/auditors/commands/approve.server.ts';
import { listAuditorApprovals } from '#app/features/bodies/auditors/queries.server.ts';
import type { Database } from '#db/client.server.ts';
import {
  anEngagement,
  aPerson,
  done,
  noConflict,
  notified,
  now,
  plan,
  prepared,
} from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const reason = { reason: 'A complaint about the last audit is open.' };
const request = 'Two years as auditor, always prepared.';
const days = {
  validFrom: '2026-03-01',
  validUntil: '2026-12-31',
  reasons: 'Records were seen and found good.',
};

/** An auditor of the body about whom nothing is known. */
async function aNewcomer(db: Kysely<Database>) {
  const given = await anEngagement(db);
  const newcomer = await aPerson(db, given.body, 'auditor', 'Sam Newcomer');
  const who = { bodyId: given.body.id, accountId: newcomer.accountId };
  const ask = (level: 'auditor' | 'lead_auditor') =>
    askForApproval(given.as(given.reviewer), who, { level, request });
  return { ...given, newcomer, who, ask };
}

describe('a team', () => {
  const stage1 = { type: 'stage1' as const, colleagues: [] };

  test('is formed of people the scheme approved, and led by one who may lead', async ({ db }) => {
    const { as, lead, newcomer, ask, officer, applicationId } = await aNewcomer(db);
    const with_ = (colleagues: string[]) => scheduleAudit(as(lead), applicationId, { ...stage1, colleagues });
    expect(await with_([newcomer.accountId])).toMatchObject({ refusal: 'auditor_not_approved' });
    expect((await listColleagues(as(lead))).map(({ name }) => name)).toEqual(['Bo Ek']);
    done(await grantApproval(as(officer), done(await ask('auditor')).id, days));
    expect(await scheduleAudit(as(newcomer), applicationId, stage1)).toMatchObject({
      refusal: 'lead_not_approved',
    });
    expect(await db.selectFrom('audit').select('id').execute()).toEqual([]);
    done(await with_([newcomer.accountId]));
  });

  test('is refused by the database whatever asks', async ({ db }) => {
    const { as, lead, newcomer, applicationId } = await aNewcomer(db);
    const { id } = done(await scheduleAudit(as(lead), applicationId, stage1));
    const join = (role: string) =>
      sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
        values (${id}, ${newcomer.accountId}, ${role}, ${now})`.execute(db);
    await expect(join('auditor')).rejects.toThrow('has not approved this person as auditor');
    await join('technical_expert');
    await expect(
      sql`update audit_team_member set role = 'auditor' where account_id = ${newcomer.accountId}`.execute(db),
    ).rejects.toThrow('has not approved');
  });

  test('is approved on all of the audit’s days before it is planned, and on the day it begins', async ({
    db,
  }) => {
    const given = await aNewcomer(db);
    const { as, lead, newcomer, ask, officer, applicationId } = given;
    const { id: approval } = done(await ask('auditor'));
    done(await grantApproval(as(officer), approval, { ...days, validUntil: '2026-03-02' }));
    const colleagues = [newcomer.accountId];
    const { id } = done(await scheduleAudit(as(lead), applicationId, { ...stage1, colleagues }));
    done(await declareConflict(as(lead), id, noConflict));
    done(await declareConflict(as(newcomer), id, noConflict));
    await prepared(given, id);
    expect(await planAudit(as(lead), id, plan)).toMatchObject({ refusal: 'team_not_approved' });
    done(await planAudit(as(lead), id, { ...plan, endsOn: '2026-03-02' }));
  });

  test('with somebody suspended does not begin', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await notified(given, 'stage1');
    const [approval] = await listAuditorApprovals(db, given.lead.accountId, given.body.id);
    done(await suspendApproval(given.as(given.officer), approval?.id ?? '', reason));
    expect(await startAudit(given.as(given.lead), id)).toMatchObject({ refusal: 'team_not_approved' });
    const raw = sql`update audit set state = 'in_progress', started_at = ${now} where id = ${id}`;
    await expect(raw.execute(db)).rejects.toThrow('not approved on all of its days');
    done(await liftSuspension(given.as(given.officer), approval?.id ?? '', reason));
    done(await startAudit(given.as(given.lead), id));
  });

  test('covers languages and sectors together, or its body says how the rest is done', async ({ db }) => {
    const { as, lead, applicationId, colleague } = await anEngagement(db);
    await db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`insert into application_answer (application_id, question, value, revision, saved_at, saved_by)
        select ${applicationId}, question, value::jsonb, 1, ${now}, ${lead.accountId}
        from (values ('audit_language', '"en"'), ('grievance_languages', '["ne", "tl"]')) as told (question, value)`.execute(
        trx,
      );
    });
    expect(await needsOf(db, applicationId)).toEqual({ language: 'en', workers: ['ne', 'tl'], sectors: [] });
    expect(await scheduleAudit(as(lead), applicationId, stage1)).toMatchObject({
      refusal: 'team_lacks_languages',
    });
    const gapReason = 'A union’s interpreter for Tagalog comes along.';
    const colleagues = [colleague.accountId];
    const { id } = done(await scheduleAudit(as(lead), applicationId, { ...stage1, colleagues, gapReason }));
    expect(await db.selectFrom('audit_team_gap').selectAll().execute()).toMatchObject([
      { audit_id: id, languages: ['tl'], sectors: [], reason: gapReason },
    ]);
    await expect(sql`delete from audit_team_gap`.execute(db)).rejects.toThrow();
  });
});
