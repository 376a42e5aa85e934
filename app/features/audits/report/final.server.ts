import { Readable } from 'node:stream';

import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';

import type { Storage } from '#app/platform/files/storage.server.ts';
import { oneByOne } from '#app/platform/operation/round.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { findCoverage } from '../fieldwork/queries.server.ts';
import { findSampled } from '../interviews/sample.server.ts';
import type { ReportFinal } from '../model.ts';
import { contentShape } from './content.ts';
import { findDraft, listComments, listReportFindings, listWithdrawn } from './queries.server.ts';
import { reportAsPdf } from './ui/report-paper.tsx';

/** Keeps the report as it is approved, in the transaction that approves it. */
export async function keepReport(
  trx: Transaction<Database>,
  { now }: Pick<Scope, 'now'>,
  audit: ReportFinal,
) {
  const [draft, interviews, findings, comments] = [
    await findDraft(trx, audit.id),
    await findSampled(trx, audit),
    await listReportFindings(trx, audit.id),
    await listComments(trx, audit.id),
  ];
  const withdrawn = await listWithdrawn(trx, audit.id);
  const coverage = await findCoverage(trx, audit);
  const names = await trx
    .selectFrom('organisation')
    .select('name as recruiter')
    .select((from) => [
      from
        .selectFrom('organisation as body')
        .select('name')
        .where('id', '=', audit.auditBodyId)
        .as('auditBody'),
      from.selectFrom('account').select('name').where('id', '=', audit.reviewedBy).as('reviewer'),
    ])
    .where('id', '=', audit.organisationId)
    .executeTakeFirstOrThrow();
  // The shape drops what is not the report's: ids, states, who is conflicted.
  const told = { interviews, findings, withdrawn, coverage, comments };
  const content = contentShape.parse({ ...audit, ...names, words: draft, ...told });
  await trx
    .insertInto('audit_report')
    .values({
      ...{ audit_id: audit.id, version: 1, content: JSON.stringify(content) },
      public_summary: content.words.publicSummary,
      ...{ finalised_at: now, finalised_by: audit.reviewedBy },
    })
    .execute();
}

const reportShape = z.object({
  content: contentShape,
  version: z.number(),
  finalisedAt: z.date(),
  file: z.object({ sha256: z.string(), bytes: z.number() }).nullable(),
});

const reports = (db: Kysely<Database>) =>
  db
    .selectFrom('audit_report as report')
    .leftJoin('audit_report_file as file', (join) =>
      join.onRef('file.audit_id', '=', 'report.audit_id').onRef('file.version', '=', 'report.version'),
    )
    .select(['report.audit_id as auditId', 'report.content', 'report.version'])
    .select(['report.finalised_at as finalisedAt', 'file.sha256', 'file.bytes', 'file.storage_key as key']);

/** The final report of an audit; its file is there once it was drawn. */
export async function findFinalReport(db: Kysely<Database>, auditId: string) {
  const row = await reports(db).where('report.audit_id', '=', auditId).executeTakeFirst();
  return row && reportShape.parse({ ...row, file: row.key === null ? null : row });
}

/** Where the file is; the key never leaves the house. */
export const findReportFile = (db: Kysely<Database>, auditId: string) =>
  db
    .selectFrom('audit_report_file')
    .select(['storage_key as key', 'bytes'])
    .where('audit_id', '=', auditId)
    .executeTakeFirst();

/**
 * By clock: draws final reports that have no file yet, each once. Whoever dies between the file and its row leaves a
 * file nobody names; the report is drawn again.
 */
export async function drawReports({ db, now, storage }: Pick<Scope, 'db' | 'now'> & { storage: Storage }) {
  const waiting = await reports(db).where('file.storage_key', 'is', null).limit(20).execute();
  await oneByOne(waiting, async (row) => {
    const { content, version, finalisedAt } = reportShape.parse({ ...row, file: null });
    const pdf = await reportAsPdf({ content, version, at: finalisedAt });
    const { key, bytes, sha256 } = await storage.write(Readable.from([pdf]));
    const { numInsertedOrUpdatedRows = 0n } = await db
      .insertInto('audit_report_file')
      .values({ audit_id: row.auditId, version, storage_key: key, bytes, sha256, made_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) await storage.remove(key);
  });
}
