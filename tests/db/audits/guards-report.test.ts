import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { answerObjection } from '#app/features/audits/team/objections/commands/answer-objection.server.ts';
import { objectToMember } from '#app/features/audits/team/objections/commands/object.server.ts';
import {
  anEngagement,
  audited,
  checking,
  done,
  fieldwork,
  issued,
  notified,
  now,
  raised,
  reported,
} from '#tests/support/factories/audits.ts';
import { aPackage, matterOf } from '#tests/support/factories/certificates.ts';
import { anotherReviewer } from '#tests/support/factories/corrections.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const reasons = 'She worked for our competitor until last month.';
const ofAudit = (id: string, change: string) => sql.raw(`update audit set ${change} where id = '${id}'`);

describe('whoever was on a team', () => {
  test('leaves it by an objection only before the audit begins, and it does not begin with them', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const id = await notified(given, 'stage1');
    const objection = { member: given.lead.accountId, reasons };
    const { id: objectionId } = done(await objectToMember(given.as(given.recruiter), id, objection));
    await sql`insert into audit_objection_answer (objection_id, outcome, reasons, answered_at, answered_by)
      values (${objectionId}, 'upheld', ${reasons}, ${now}, ${given.officer.accountId})`.execute(db);
    const begin = ofAudit(id, `state = 'in_progress', started_at = now()`);
    await expect(begin.execute(db)).rejects.toThrow('was upheld');
    await pastRules(db, (one) => begin.execute(one));
    const leave = sql`insert into audit_team_departure (audit_id, account_id, role, objection_id, left_at)
      values (${id}, ${given.lead.accountId}, 'lead_auditor', ${objectionId}, now())`;
    await expect(leave.execute(db)).rejects.toThrow('before the audit begins');
  });

  test('replaced before it begins, the audit begins with the successor', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await notified(given, 'stage1');
    const objection = { member: given.lead.accountId, reasons };
    const { id: objectionId } = done(await objectToMember(given.as(given.recruiter), id, objection));
    const form = { outcome: 'upheld' as const, reasons, successor: given.colleague.accountId };
    done(await answerObjection(given.as(given.officer), id, objectionId, form));
    const left = await sql`select 1 from audit_team_departure where audit_id = ${id}`.execute(db);
    expect(left.rows).toHaveLength(1);
  });

  test('and left it reviews no report of it', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await reported(given, []);
    const former = await anotherReviewer(given, given.colleague.accountId);
    await pastRules(db, (one) =>
      sql`insert into audit_team_departure (audit_id, account_id, role, left_at, reason, decided_by)
        values (${id}, ${former.accountId}, 'auditor', now(), ${reasons}, ${given.officer.accountId})`.execute(
        one,
      ),
    );
    const approve = (who: string) =>
      ofAudit(id, `state = 'report_final', reviewed_at = now(), reviewed_by = '${who}'`).execute(db);
    await expect(approve(former.accountId)).rejects.toThrow('had a part in');
    expect(await approveReport(given.as(former), id, { note: '', revision: 1 })).toEqual({
      ok: false,
      refusal: 'reviewer_on_team',
    });
    await approve(given.reviewer.accountId);
  });

  test('and left it has no vote on what it found', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const matter = await matterOf(db, given.applicationId);
    const { accountId } = given.recruiter;
    const bar = async () =>
      (
        await sql<{ bar: string | null }>`select bar_to_vote(${matter}, ${accountId}, ${now}) as bar`.execute(
          db,
        )
      ).rows[0]?.bar;
    expect(await bar()).not.toBe('audited_by_you');
    await pastRules(db, (one) =>
      sql`insert into audit_team_departure (audit_id, account_id, role, left_at, reason, decided_by)
        select id, ${accountId}, 'auditor', now(), ${reasons}, ${given.officer.accountId}
        from audit where type = 'stage2'`.execute(one),
    );
    expect(await bar()).toBe('audited_by_you');
  });

  test('sent its report, and nobody else takes that over', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await checking(given, []);
    for (const who of [given.colleague, given.reviewer])
      await expect(ofAudit(id, `reported_by = '${who.accountId}'`).execute(db)).rejects.toThrow(
        'stays theirs who sent it',
      );
  });
});

describe('what is final', () => {
  test('has one report, and its days stand', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await reported(given, []);
    const keep = (version: number) =>
      sql`insert into audit_report (audit_id, version, content, public_summary, finalised_at, finalised_by)
        select ${id}, ${version}::integer, '{}', public_summary, now(), ${given.reviewer.accountId}
        from audit_report_draft where audit_id = ${id}`;
    const twice = db.transaction().execute(async (trx) => {
      const final = `state = 'report_final', reviewed_at = now(), reviewed_by = '${given.reviewer.accountId}'`;
      await ofAudit(id, final).execute(trx);
      await keep(1).execute(trx);
      await keep(2).execute(trx);
    });
    await expect(twice).rejects.toThrow('audit_report_once');
    done(await approveReport(given.as(given.reviewer), id, { note: '', revision: 1 }));
    for (const column of [
      'fact_check_at',
      'fact_checked_at',
      'report_started_at',
      'planned_at',
      'notified_at',
    ])
      await expect(ofAudit(id, `${column} = '2020-01-01'`).execute(db), column).rejects.toThrow('stands');
    await expect(ofAudit(id, 'day_calculation_id = null').execute(db)).rejects.toThrow('stands');
  });

  test('has its findings issued, in the words that were reviewed', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, findings } = await reported(given, ['major']);
    await ofAudit(
      id,
      `state = 'report_final', reviewed_at = now(), reviewed_by = '${given.reviewer.accountId}'`,
    ).execute(db);
    await sql`insert into audit_report (audit_id, version, content, public_summary, finalised_at, finalised_by)
      select ${id}, 1, '{}', public_summary, now(), ${given.reviewer.accountId}
      from audit_report_draft where audit_id = ${id}`.execute(db);
    await expect(ofAudit(id, `state = 'ready_for_decision'`).execute(db)).rejects.toThrow('is not issued');
    const finding = (change: string) =>
      sql.raw(`update finding set ${change} where id = '${findings[0] ?? ''}'`).execute(db);
    await expect(finding(`statement = 'All was in order there.'`)).rejects.toThrow('final report says');
    await expect(
      finding(`state = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'An error of ours.'`),
    ).rejects.toThrow('final report says');
  });

  test('was reworded freely before', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await raised(given, await fieldwork(given));
    await sql`update finding set statement = 'No payee is named in it.' where id = ${id}`.execute(db);
    expect((await issued(await anEngagement(db), 'minor')).findings).toHaveLength(1);
  });
});

test('notice and days of an audit stand from its beginning on, and are reckoned by the formula', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const { id } = await audited(given, []);
  for (const change of [`notice_type = 'unannounced'`, `starts_on = '2026-01-01'`, 'started_at = now()'])
    await expect(ofAudit(id, change).execute(db), change).rejects.toThrow('stands');
  await expect(
    sql`insert into audit_day_calculation select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(),
      'number', 99, 'formula', 'any-formula'))).* from audit_day_calculation d where audit_id = ${id} limit 1`.execute(
      db,
    ),
  ).rejects.toThrow('audit_day_formula');
});
