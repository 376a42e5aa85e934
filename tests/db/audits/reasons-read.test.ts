import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect } from 'vitest';

import { noteAlong } from '#app/features/audits/fieldwork/along/commands.server.ts';
import { listAway } from '#app/features/audits/fieldwork/along/queries.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';
import { findFinalReport } from '#app/features/audits/report/final.server.ts';
import { reportAsPdf } from '#app/features/audits/report/ui/report-paper.tsx';
import { listAudits } from '#app/features/certificates/decisions/evidence.server.ts';
import { reasonsOf } from '#app/features/certificates/decisions/audited/closing-reasons.ts';
import {
  anEngagement,
  assessAll,
  done,
  fewHeard,
  fieldwork,
  sentForCheck,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { aCertificate, matterOf } from '#tests/support/factories/certificates.ts';
import { aReadyAudit, anOpenAudit, pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const awayReasons = 'Bo was called at six; his laptop stays at the hotel until Monday.';

async function final(given: Engagement, id: string) {
  await sentForCheck(given, id);
  done(await endFactCheck(given.as(given.recruiter), id));
  done(await approveReport(given.as(given.reviewer), id, { note: '', revision: 1 }));
}

async function textOf(content: Buffer) {
  const document = await getDocument({ data: new Uint8Array(content) }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, at) => {
    const { items } = await (await document.getPage(at + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join(' ');
  });
  return (await Promise.all(pages)).join(' ').replaceAll(/\s+/g, ' ');
}

/** What the panel reads of each audit of its matter, and the text its reference stands for. */
async function readByPanel({ db, applicationId }: Pick<Engagement, 'db' | 'applicationId'>) {
  const matter = await matterOf(db, applicationId);
  const audits = await listAudits({ db }, matter);
  const { rows } = await sql<{ text: string }>`select decision_package_text(${matter}) as text`.execute(db);
  return { reasons: audits.map(reasonsOf), text: rows[0]?.text ?? '' };
}

test('the panel reads why fieldwork closed without what a device had not sent', async ({ db, work }) => {
  const given = await anEngagement(db);
  const id = await fieldwork(given);
  await work();
  await assessAll(given, id);
  const lead = given.as(given.lead);
  done(await noteAlong(lead, id, { device: randomUUID(), opens: true, waits: true }));
  const without = await listAway(db, id);
  done(await closeFieldwork(lead, id, { ...fewHeard, without, awayReasons }));
  await final(given, id);
  await work();
  const { reasons, text } = await readByPanel(given);
  expect(reasons.at(-1)).toEqual([
    { term: 'Why fewer than planned', value: fewHeard.reasons },
    { term: 'Why it closed without what a device had not sent', value: awayReasons },
  ]);
  expect(text).toContain(awayReasons);
});

test('the final report of a surveillance says why it left a principle out', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const id = await anOpenAudit(given, 'surveillance');
  done(await closeFieldwork(given.as(given.lead), id, fewHeard));
  await final(given, id);
  const report = await findFinalReport(db, id);
  expect(report?.content.coverage).toBe(fewHeard.coverage);
  if (!report) throw new Error('No report');
  const { content, version, finalisedAt: at } = report;
  expect(await textOf(await reportAsPdf({ content, version, at }))).toContain(fewHeard.coverage);
  const without = await reportAsPdf({ content: { ...content, coverage: null }, version, at });
  expect(await textOf(without)).not.toContain('Principles left out');
});

test('the panel reads why a principle was left out', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const id = await aReadyAudit(given, 'recertification', '2028-10-01');
  await pastRules(db, (one) =>
    sql`update audit set coverage_reasons = ${fewHeard.coverage} where id = ${id}`.execute(one),
  );
  await work();
  const { reasons, text } = await readByPanel(given);
  expect(reasons).toEqual([[{ term: 'Why a principle was left out', value: fewHeard.coverage }]]);
  expect(text).toContain(fewHeard.coverage);
});
