import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import {
  anEngagement,
  audited,
  fieldwork,
  notified,
  now,
  planned,
  strangers,
  type Engagement,
  fewHeard,
} from '#tests/support/factories/audits.ts';
import { aDevice } from '#tests/support/factories/fieldwork.ts';
import { test } from '#tests/support/test.ts';

describe('an indicator is assessed', () => {
  const assess = ({ db }: Engagement, audit: string, by: string) =>
    sql`insert into indicator_assessment (audit_id, scheme_version_id, indicator_code, conformity, assessed_at, assessed_by)
      select id, scheme_version_id, '1.1.2', 'conforms', ${now}, ${by}::uuid from audit where id = ${audit}`.execute(
      db,
    );

  test('by the team alone', async ({ db }) => {
    const given = await anEngagement(db);
    const audit = await fieldwork(given);
    const other = await strangers(db);
    for (const { accountId } of [
      given.colleague,
      given.reviewer,
      given.recruiter,
      given.officer,
      other.auditor,
    ])
      await expect(assess(given, audit, accountId)).rejects.toThrow('assessed by the audit team');
    await assess(given, audit, given.lead.accountId);
    await expect(
      sql`update indicator_assessment set revision = 2, note = 'Otherwise.', assessed_by = ${given.colleague.accountId}`.execute(
        db,
      ),
    ).rejects.toThrow('assessed by the audit team');
  });
});

describe('an edit from a device is applied', () => {
  const sent = (outcome: string, words: string) => `insert into fieldwork_operation
    select gen_random_uuid(), audit_id, device, 2, account_id, indicator_code, conformity, '${words}', evidence, base, made_at, applied_at,
      '${outcome}', revision, refusal from fieldwork_operation`;

  test('in the wording that stands, and conflicts in another', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await aDevice(given.as(given.lead), id).edits('1.1.2', 'As found', 0);
    const write = (statement: string) => sql.raw(statement).execute(db);
    await expect(write(sent('applied', 'Never taken over'))).rejects.toThrow('in the wording that was sent');
    await expect(write(sent('conflict', 'As found'))).rejects.toThrow('in the wording that was sent');
    await write(sent('conflict', 'Not as found'));
  });

  test('during fieldwork alone', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const device = aDevice(given.as(given.lead), id);
    await device.edits('1.1.2', 'As found', 0);
    await sql`delete from fieldwork_operation`.execute(db).catch(() => undefined);
    await sql`alter table indicator_assessment disable trigger all`.execute(db);
    await sql`insert into indicator_assessment (audit_id, scheme_version_id, indicator_code, conformity, assessed_at, assessed_by)
      select a.id, a.scheme_version_id, i.code, 'conforms', ${now}, ${given.lead.accountId}::uuid from audit a
        join indicator i on i.scheme_version_id = a.scheme_version_id where a.id = ${id} on conflict do nothing`.execute(
      db,
    );
    await sql`update audit set state = 'fieldwork_done', fieldwork_done_at = ${now}, sample_reasons = ${fewHeard.reasons} where id = ${id}`.execute(
      db,
    );
    await expect(sql.raw(sent('applied', 'As found')).execute(db)).rejects.toThrow('during its fieldwork');
  });
});

describe('days and sample', () => {
  /** The same reckoning again, by somebody. */
  const again = ({ db }: Engagement, table: string, by: string, number = 2) =>
    sql
      .raw(
        `insert into ${table} select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'number', ${number},
          'calculated_by', '${by}', 'calculated_at', '${now.toISOString()}'))).* from ${table} r order by calculated_at desc limit 1`,
      )
      .execute(db);
  const tables = ['audit_day_calculation', 'audit_sample_plan'];

  test('are reckoned by the lead auditor alone', async ({ db }) => {
    const given = await anEngagement(db);
    await planned(given, 'stage1');
    const other = await strangers(db);
    for (const table of tables)
      for (const { accountId } of [given.colleague, given.reviewer, given.recruiter, other.auditor])
        await expect(again(given, table, accountId)).rejects.toThrow('by its lead auditor');
    await expect(again(given, 'audit_day_calculation', given.lead.accountId, 7)).rejects.toThrow(
      'one after the other',
    );
    await again(given, 'audit_day_calculation', given.lead.accountId);
  });

  test('stand once the recruiter was told', async ({ db }) => {
    const given = await anEngagement(db);
    await notified(given, 'stage1');
    for (const table of tables)
      await expect(again(given, table, given.lead.accountId)).rejects.toThrow('until the recruiter is told');
  });

  test('stand through the report', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await audited(given, []);
    await expect(
      sql`update audit set day_calculation_id = null where id = ${id}`.execute(db),
    ).rejects.toThrow('stands');
  });

  test('are held by the days of the plan', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planned(given, 'stage1');
    await sql`alter table audit disable trigger audit_identity`.execute(db);
    await sql`update audit set type = 'stage2' where id = ${id}`.execute(db);
    const shorter = sql`update audit set ends_on = starts_on where id = ${id}`;
    await expect(shorter.execute(db)).rejects.toThrow('fewer days than were reckoned');
  });
});
