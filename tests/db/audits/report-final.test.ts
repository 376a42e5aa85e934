import { createHash } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { drawReports, findFinalReport, findReportFile } from '#app/features/audits/report/final.server.ts';
import { findPublicSummary } from '#app/features/register/queries.server.ts';
import { folderStorage } from '#app/platform/files/storage.server.ts';
import { anEngagement, issued, now, reported } from '#tests/support/factories/audits.ts';
import { aCertificate, aPackage } from '#tests/support/factories/certificates.ts';
import { report } from '#tests/support/factories/report-words.ts';
import { test } from '#tests/support/test.ts';

describe('a final report', () => {
  test('is kept as it was approved, and nobody changes it', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await issued(given, 'major');
    await sql`update account set name = 'Anjali Devi Rao' where name = 'Anjali Rao'`.execute(db);
    const { scope, summary } = report;
    expect(await findFinalReport(db, id)).toMatchObject({
      ...{ version: 1, finalisedAt: now, file: null },
      content: {
        ...{ recruiter: 'Himal Workforce', auditBody: 'Meridian Audit', reviewer: 'Tomas Lindqvist' },
        team: [{ name: 'Anjali Rao', role: 'lead_auditor' }],
        words: { scope, summary },
        findings: [{ number: 1, grade: 'major', indicatorCode: '1.1.2' }],
      },
    });
    for (const change of [
      `update audit_report set content = '{}'`,
      `update audit_report set public_summary = 'All well.'`,
      'delete from audit_report',
      'truncate audit_report cascade',
    ])
      await expect(sql.raw(change).execute(db), change).rejects.toThrow('append-only');
    const second = sql`insert into audit_report (audit_id, version, content, public_summary, finalised_at, finalised_by)
      values (${id}, 2, '{}', 'All well.', now(), ${given.reviewer.accountId})`;
    await expect(second.execute(db)).rejects.toThrow('as its reviewer approved it');
  });

  test('is drawn once as a PDF whose sum stands in its row, twice at once', async ({ db }) => {
    const { id } = await issued(await anEngagement(db), 'major');
    const folder = await mkdtemp(join(tmpdir(), 'reports-'));
    const house = { db, now, storage: folderStorage(`file://${folder}`) };
    await Promise.all([drawReports(house), drawReports(house)]);
    await drawReports(house);
    const file = (await findFinalReport(db, id))?.file;
    const key = (await findReportFile(db, id))?.key ?? '';
    const stored = await readFile(join(folder, key.slice(0, 2), key));
    expect(stored.subarray(0, 5).toString()).toBe('%PDF-');
    expect(file).toEqual({ bytes: stored.length, sha256: createHash('sha256').update(stored).digest('hex') });
    await expect(sql`update audit_report_file set sha256 = repeat('0', 64)`.execute(db)).rejects.toThrow(
      'append-only',
    );
  });

  test('is not left without being kept', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await reported(given, []);
    const step = (change: string) => sql.raw(`update audit set ${change} where id = '${id}'`);
    await step(
      `state = 'report_final', reviewed_at = now(), reviewed_by = '${given.reviewer.accountId}'`,
    ).execute(db);
    await expect(step(`state = 'ready_for_decision'`).execute(db)).rejects.toThrow(
      'final report is not kept',
    );
  });

  test('is not approved by somebody who advised the recruiter, by rule and by the database', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { id } = await reported(given, []);
    await db
      .insertInto('advice')
      .values({
        account_id: given.reviewer.accountId,
        organisation_id: given.agency.id,
        ...{ kind: 'advice', given_on: '2025-06-01', recorded_at: now },
        recorded_by: given.officer.accountId,
      })
      .execute();
    const approval = { note: '', revision: 1 };
    expect(await approveReport(given.as(given.reviewer), id, approval)).toEqual({
      ok: false,
      refusal: 'reviewer_tied',
    });
    const final = sql`update audit set state = 'report_final', reviewed_at = ${now}, reviewed_by = ${given.reviewer.accountId}
      where id = ${id}`;
    await expect(final.execute(db)).rejects.toThrow('nobody with a tie');
  });
});

describe('the public summary', () => {
  test('stands on the register once a certificate is granted on it, and not before', async ({ db, work }) => {
    await aPackage(db, work);
    expect(await findPublicSummary({ db, now }, 'LRN00012603')).toBeUndefined();
  });

  test('of a holder is the one of the audit behind the certificate', async ({ db, work }) => {
    await aCertificate(db, work);
    expect(await findPublicSummary({ db, now }, 'LRN00012603')).toMatchObject({
      summary: report.publicSummary,
      auditedUntil: '2026-03-03',
    });
  });
});
