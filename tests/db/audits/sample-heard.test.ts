import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { endInterview } from '#app/features/audits/interviews/commands/end-interview.server.ts';
import { recordInterview } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import { writeInterview } from '#app/features/audits/interviews/commands/write-interview.server.ts';
import type { RecordForm } from '#app/features/audits/interviews/forms.ts';
import { findSampled } from '#app/features/audits/interviews/sample.server.ts';
import { findFinalReport } from '#app/features/audits/report/final.server.ts';
import { reportAsPdf } from '#app/features/audits/report/ui/report-paper.tsx';
import { listAudits } from '#app/features/certificates/decisions/evidence.server.ts';
import {
  anEngagement,
  assessAll,
  done,
  fewHeard,
  fieldwork,
  readiness,
} from '#tests/support/factories/audits.ts';
import type { Engagement } from '#tests/support/factories/audits.ts';
import { aPackage, matterOf } from '#tests/support/factories/certificates.ts';
import { aWorker, said } from '#tests/support/factories/interviews.ts';
import { test } from '#tests/support/test.ts';

/** So many workers like this one were heard. */
async function hear(given: Engagement, id: string, count: number, worker: Partial<RecordForm>) {
  const lead = given.as(given.lead);
  for (let one = 0; one < count; one += 1) {
    const { id: interview } = done(await recordInterview(lead, id, { ...aWorker, ...worker }));
    done(await writeInterview(lead, id, interview, { ...said, revision: 0 }));
  }
}

/** Stage 2 in its last hour: nothing is left but to hear workers. */
async function lastHour(given: Engagement) {
  const id = await fieldwork(given);
  await assessAll(given, id);
  const close = (reasons: string) => closeFieldwork(given.as(given.lead), id, { reasons });
  const raw = (reasons: string | null) =>
    sql`update audit set state = 'fieldwork_done', fieldwork_done_at = now(), sample_reasons = ${reasons}
      where id = ${id}`.execute(given.db);
  return { id, close, raw };
}

const short = { ok: false, refusal: 'sample_short' };
const reasonsOf = async ({ db }: Engagement, id: string) =>
  (await db.selectFrom('audit').select('sample_reasons').where('id', '=', id).executeTakeFirstOrThrow())
    .sample_reasons;

describe('fieldwork that heard fewer workers than its sample asks for', () => {
  test('closes with written reasons, by rule and by database', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, close, raw } = await lastHour(given);
    expect(await close('')).toEqual(short);
    expect(await close('Too few letters.')).toEqual(short);
    await expect(raw(null)).rejects.toThrow('fewer workers heard than its sample asks for have reasons');
    await expect(raw('Too few letters.')).rejects.toThrow('audit_sample_reasons');
    done(await close(fewHeard.reasons));
    expect(await reasonsOf(given, id)).toBe(fewHeard.reasons);
    await expect(
      sql`update audit set sample_reasons = 'Other words, twenty letters.' where id = ${id}`.execute(db),
    ).rejects.toThrow('sample_reasons stands');
  });

  test('counts whoever was tried and not heard as tried, not as heard', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, close } = await lastHour(given);
    await hear(given, id, 9, {});
    const lead = given.as(given.lead);
    const worker = done(await recordInterview(lead, id, aWorker));
    done(await endInterview(lead, id, worker.id, 'refused'));
    expect(await findSampled(db, { id, type: 'stage2' })).toEqual({
      ...{ target: 10, heard: 9, refused: 1, unreachable: 0, aloneTarget: 3, alone: 9, reasons: null },
      short: [{ corridor: 'NP-QA', planned: 10, heard: 9 }],
    });
    expect(await close('')).toEqual(short);
  });

  test('asks also where too few were reached without the recruiter', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, close, raw } = await lastHour(given);
    await hear(given, id, 2, {});
    await hear(given, id, 8, { reached: 'through_recruiter' });
    expect(await close('')).toEqual(short);
    await expect(raw(null)).rejects.toThrow('fewer workers heard than its sample asks for');
    await hear(given, id, 1, {});
    // What is not short has no reasons.
    await expect(raw(fewHeard.reasons)).rejects.toThrow('and nothing else has');
    done(await close('These words are about nothing at all.'));
    expect(await reasonsOf(given, id)).toBeNull();
  });

  test('asks also where the corridor of the plan was not the one that was heard', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, close, raw } = await lastHour(given);
    await hear(given, id, 10, { destination: 'AE' });
    expect(await close('')).toEqual(short);
    await expect(raw(null)).rejects.toThrow('fewer workers heard than its sample asks for');
  });

  test('is asked nothing in stage 1', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await readiness(given);
    expect(await findSampled(db, { id, type: 'stage1' })).toBeUndefined();
    expect(await reasonsOf(given, id)).toBeNull();
  });
});

test('the final report and the package of the panel say why fewer were heard', async ({ db, work }) => {
  const given = await aPackage(db, work);
  const report = await findFinalReport(db, given.auditId);
  expect(report?.content.interviews).toMatchObject({ target: 10, heard: 0, reasons: fewHeard.reasons });
  if (report) {
    const { content, version, finalisedAt: at } = report;
    expect((await reportAsPdf({ content, version, at })).length).toBeGreaterThan(1000);
  }
  const matter = await matterOf(db, given.applicationId);
  const audits = await listAudits({ db }, matter);
  expect(audits.map(({ type, sampleReasons }) => [type, sampleReasons])).toEqual([
    ['stage1', null],
    ['stage2', fewHeard.reasons],
  ]);
  const { rows } = await sql<{ text: string }>`select decision_package_text(${matter}) as text`.execute(db);
  expect(rows[0]?.text).toContain(fewHeard.reasons);
});
