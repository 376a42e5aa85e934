import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { listRefused } from '#app/features/audits/fieldwork/operations.server.ts';
import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { answerRegrade, proposeRegrade } from '#app/features/audits/findings/regrading/commands.server.ts';
import { FindingFacts } from '#app/features/audits/findings/ui/finding-facts.tsx';
import { recordInterview } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import { findFinalReport } from '#app/features/audits/report/final.server.ts';
import { listReportFindings } from '#app/features/audits/report/queries.server.ts';
import { ReportFindings } from '#app/features/audits/report/ui/report-text.tsx';
import { listFindings } from '#app/features/certificates/decisions/evidence.server.ts';
import {
  anEngagement,
  done,
  fieldwork,
  issued,
  now,
  raised,
  reasons,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { aPackage, matterOf } from '#tests/support/factories/certificates.ts';
import { aDevice, aRaising } from '#tests/support/factories/fieldwork.ts';
import { aWorker } from '#tests/support/factories/interviews.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const said = {
  statement: 'A worker paid for a copy of his contract.',
  evidence: 'Receipt of January, seen on paper.',
};
const minor = { ...said, grade: 'minor' as const };
const no = { ok: false, refusal: 'grade_needs_reasons' };
const because = `Default grade: major; graded minor because: ${reasons}`;

/** What a page says of the finding, and the recruiter's. */
async function readOf(given: Engagement, id: string, who: 'reviewer' | 'recruiter' = 'reviewer') {
  const record = await findFinding(given.as(given[who]), id);
  return record && renderToStaticMarkup(createElement(FindingFacts, { record }));
}

describe('a finding below the grade of its indicator', () => {
  test('is raised with reasons alone, by rule and by database, and so is harm that is minor', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const audit = await fieldwork(given);
    const lead = given.as(given.lead);
    expect(await raiseFinding(lead, audit, '1.1.2', minor)).toEqual(no);
    expect(await raiseFinding(lead, audit, 'B.1.4', { ...minor, harm: 'wages' })).toEqual(no);
    expect(await raiseFinding(lead, audit, '1.1.5', { ...minor, grade: 'observation' })).toEqual(no);
    done(await raiseFinding(lead, audit, 'B.1.4', minor));
    const { id } = done(await raiseFinding(lead, audit, '1.1.2', { ...minor, gradingReasons: reasons }));
    expect(await readOf(given, id)).toContain(because);

    const forged = (code: string, harm: string | null, words: string | null) =>
      sql`insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, harm,
          statement, evidence, state, raised_at, raised_by, grading_reasons)
        select id, application_id, organisation_id, 9, scheme_version_id, ${code}, 'minor', ${harm}, 'No payee is named.',
          'Seen on paper.', 'raised', ${now}, ${given.lead.accountId}::uuid, ${words} from audit where id = ${audit}`.execute(
        db,
      );
    await expect(forged('1.1.2', null, null)).rejects.toThrow('has written reasons');
    await expect(forged('B.1.4', 'wages', null)).rejects.toThrow('has written reasons');
    await expect(forged('1.1.2', null, 'Short')).rejects.toThrow('grading_reasons');
    for (const words of [`'Other words than before.'`, 'null'])
      await expect(sql.raw(`update finding set grading_reasons = ${words}`).execute(db)).rejects.toThrow(
        'grading_reasons stands as it is',
      );
  });

  test('names no worker who was heard', async ({ db }) => {
    const given = await anEngagement(db);
    const audit = await fieldwork(given);
    const lead = given.as(given.lead);
    done(await recordInterview(lead, audit, aWorker));
    const named = { ...minor, gradingReasons: `Only ${aWorker.name} paid, nobody else.` };
    const outcome = await raiseFinding(lead, audit, '1.1.2', named);
    expect(outcome).toMatchObject({ ok: false, refusal: expect.stringContaining('names_worker_heard') });
  });

  test('comes from a device with its reasons; without them it is kept in its words', async ({ db }) => {
    const given = await anEngagement(db);
    const audit = await fieldwork(given);
    const { sends } = aDevice(given.as(given.lead), audit);
    const silent = { ...aRaising(1, '1.1.2'), grade: 'minor' as const };
    const spoken = { ...aRaising(2, '1.1.2'), grade: 'minor' as const, gradingReasons: reasons };
    const { results } = done(
      await sends([silent, { ...spoken, statement: 'Another slip in the till book.' }]),
    );
    expect(results).toMatchObject([
      { outcome: 'refused', refusal: 'grade_needs_reasons' },
      { outcome: 'raised', finding: { id: spoken.findingId } },
    ]);
    expect(await listRefused(db, audit)).toMatchObject([
      { note: silent.statement, raising: { grade: 'minor' } },
    ]);
    expect(await readOf(given, spoken.findingId)).toContain(because);
  });
});

describe('why a lesser grade holds', () => {
  test('is read by the reviewer, in the final report and by the recruiter', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, finding } = await issued(given, 'minor');
    const findings = await listReportFindings(db, id);
    expect(findings).toMatchObject([{ grading: because }]);
    expect(renderToStaticMarkup(createElement(ReportFindings, { findings, linked: false }))).toContain(
      because,
    );
    expect((await findFinalReport(db, id))?.content.findings).toMatchObject([{ grading: because }]);
    expect(await readOf(given, finding, 'recruiter')).toContain(because);
  });

  test('after another grade is what two people wrote, which the recruiter does not read', async ({ db }) => {
    const given = await anEngagement(db);
    const audit = await fieldwork(given);
    const id = await raised(given, audit, 'major');
    expect(await readOf(given, id)).not.toContain('Why this grade');
    const reason = 'It was one clerk, on one day, and nobody paid.';
    done(await proposeRegrade(given.as(given.lead), id, { grade: 'minor', reason }));
    const yes = { grade: 'minor', outcome: 'approved', reason: 'So it is.........' } as const;
    done(await answerRegrade(given.as(given.reviewer), id, yes));
    expect(await readOf(given, id)).toContain(`graded minor because: ${reason}`);
    const [told] = await listReportFindings(db, audit);
    expect(told?.grading).toBe(
      'Default grade: major; graded minor because: two people of the audit body agreed on it',
    );
  });

  test('is before the panel', async ({ db, work }) => {
    const given = await aPackage(db, work);
    await pastRules(db, (one) =>
      sql`insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, state,
          statement, evidence, raised_at, raised_by, issued_at, plan_due_on, close_due_on, grading_reasons)
        select id, application_id, organisation_id, 77, scheme_version_id, '1.1.2', 'minor', 'cap_accepted', 'No payee is named.',
          'Seen on paper.', ${now}, ${given.lead.accountId}::uuid, ${now}, '2026-04-01', '2026-08-01', ${reasons}
        from audit where id = ${given.auditId}`.execute(one),
    );
    const findings = await listFindings({ db }, await matterOf(db, given.applicationId));
    expect(findings.find(({ number }) => number === 77)?.grading).toBe(because);
  });
});
