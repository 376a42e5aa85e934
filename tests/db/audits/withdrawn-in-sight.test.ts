import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { raisingStates } from '#app/features/audits/fieldwork/model.ts';
import { withdrawFinding } from '#app/features/audits/findings/commands/withdraw-finding.server.ts';
import { findLeft } from '#app/features/audits/fieldwork/closing.server.ts';
import { judgeEffectiveness } from '#app/features/audits/findings/effectiveness/commands.server.ts';
import { listPastFindings } from '#app/features/audits/findings/effectiveness/queries.server.ts';
import { raiseMisuse } from '#app/features/audits/findings/misuses/commands.server.ts';
import { raiseMisuseForm } from '#app/features/audits/findings/misuses/forms.ts';
import { answerRegrade, proposeRegrade } from '#app/features/audits/findings/regrading/commands.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';
import { returnReport } from '#app/features/audits/report/commands/return-report.server.ts';
import { contentShape } from '#app/features/audits/report/content.ts';
import { listWithdrawn } from '#app/features/audits/report/queries.server.ts';
import { recordMisuseInAudit } from '#app/features/certificates/claims/misuse/commands.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { findPackage } from '#app/features/certificates/decisions/package.server.ts';
import { listWithdrawn as listInPackage } from '#app/features/certificates/decisions/withdrawn/queries.server.ts';
import { anEngagement, audited, done, reported, sentForCheck } from '#tests/support/factories/audits.ts';
import { aCertificate, aPackage, matterOf, noInterest } from '#tests/support/factories/certificates.ts';
import { anOpenAudit, aReadyAudit, pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const reason = { reason: 'It was the paper of another agency.' };
const no = (refusal: string) => ({ ok: false, refusal });
const shown = { number: 1, indicatorCode: '1.1.2', grade: 'minor', by: 'Anjali Rao', ...reason };

describe('a raised finding', () => {
  test('is withdrawn until the report is sent, and again once it is returned, by rule and by database', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { id, findings } = await reported(given, ['minor']);
    const finding = findings[0] ?? '';
    const lead = given.as(given.lead);
    const raw = (by: string | null) =>
      sql`update finding set state = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'In error, as it was.',
        withdrawn_by = ${by}::uuid where id = ${finding}`.execute(db);
    expect(await withdrawFinding(lead, finding, reason)).toEqual(no('report_sent'));
    await expect(raw(given.lead.accountId)).rejects.toThrow('until the report is sent');
    done(await returnReport(given.as(given.reviewer), id, { reason: 'Whose paper was this one?' }));
    await expect(raw(null)).rejects.toThrow('by somebody');
    await expect(raw(given.colleague.accountId)).rejects.toThrow('by whoever leads its audit');
    done(await withdrawFinding(lead, finding, reason));
  });

  test('that was withdrawn stands in the report with why and by whom, without what it said', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { id, findings } = await audited(given, ['minor']);
    done(await withdrawFinding(given.as(given.lead), findings[0] ?? '', reason));
    expect(await listWithdrawn(db, id)).toEqual([shown]);
    await sentForCheck(given, id);
    done(await endFactCheck(given.as(given.recruiter), id));
    done(await approveReport(given.as(given.reviewer), id, { note: '', revision: 1 }));
    const { content } = await db.selectFrom('audit_report').select('content').executeTakeFirstOrThrow();
    expect(contentShape.parse(content).withdrawn).toEqual([shown]);
    expect(JSON.stringify(content)).not.toContain('names no payee');
  });

  test('whose grade is another by now is read again before the report is approved', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, findings } = await reported(given, ['minor']);
    const finding = findings[0] ?? '';
    const graver = { grade: 'major' as const, reason: 'All twelve schedules are alike in this.' };
    done(await proposeRegrade(given.as(given.lead), finding, graver));
    const reviewer = given.as(given.reviewer);
    done(await answerRegrade(reviewer, finding, { ...graver, outcome: 'approved' }));
    expect(await approveReport(reviewer, id, { note: '', revision: 1 })).toEqual(
      no('report_saved_meanwhile'),
    );
    done(await approveReport(reviewer, id, { note: '', revision: 2 }));
  });
});

test('the panel reads what an audit withdrew, with its reason', async ({ db, work }) => {
  const given = await aPackage(db, work);
  await pastRules(db, (one) =>
    sql`insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, state,
        statement, evidence, raised_at, raised_by, withdrawn_at, withdrawn_by, withdrawal_reason)
      select id, application_id, organisation_id, 1, scheme_version_id, '1.1.2', 'minor', 'withdrawn', 'No payee is named.',
        'Seen on paper.', now(), ${given.lead.accountId}::uuid, now(), ${given.lead.accountId}::uuid, ${reason.reason}
      from audit where id = ${given.auditId}`.execute(one),
  );
  const matter = await matterOf(db, given.applicationId);
  const told = [{ number: 1, grade: 'minor', ...reason, by: 'Anjali Rao' }];
  expect(await listInPackage({ db }, matter)).toMatchObject(told);
  const member = given.as(given.decider);
  done(await declareInterest(member, matter, noInterest));
  expect((await findPackage(member, matter))?.contents?.withdrawn).toMatchObject(told);
});

test('a misuse whose finding was withdrawn before it was told is to be raised again, and once', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const auditId = await anOpenAudit(given, 'special');
  const lead = given.as(given.lead);
  const misuse = done(
    await recordMisuseInAudit(
      lead,
      auditId,
      {
        ...{ place: 'https://himal.example/jobs', seenOn: '2026-03-01' },
        what: 'An advert for Japan says “certified”, and Japan is not in the scope.',
        evidence: 'A copy of the page, kept by the team.',
      },
      raisingStates,
    ),
  );
  const raising = raiseMisuseForm.parse({
    grade: 'observation',
    statement: 'An advert claims a certificate that does not cover Japan.',
    evidence: 'The page as it stood on 1 March.',
    gradingReasons: 'It was taken down the same day.',
  });
  const first = done(await raiseMisuse(lead, auditId, misuse.id, raising));
  const audit = await findAudit(lead, auditId);
  if (!audit) throw new Error('The audit is gone');
  expect(await findLeft(db, audit)).toMatchObject({ misuses: 0 });
  done(await withdrawFinding(lead, first.id, reason));
  expect(await findLeft(db, audit)).toMatchObject({ misuses: 1 });
  await expect(
    sql`update audit set state = 'fieldwork_done', fieldwork_done_at = now() where id = ${auditId}`.execute(
      db,
    ),
  ).rejects.toThrow('a misuse of the certificate is not a finding yet');
  done(await raiseMisuse(lead, auditId, misuse.id, raising));
  expect(await raiseMisuse(lead, auditId, misuse.id, raising)).toEqual(no('misuse_raised'));
  const linked = sql`insert into finding_of_misuse select m.id, f.id from claim_misuse m, finding f
    where f.audit_id = ${auditId} and f.state = 'raised'`;
  await expect(linked.execute(db)).rejects.toThrow('a misuse is one finding');
});

test('a correction is open again when what was raised over it is withdrawn, and is judged once more', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const before = await aReadyAudit(given, 'surveillance', '2026-04-01');
  const findingId = crypto.randomUUID();
  await pastRules(db, (one) =>
    sql`insert into finding (id, audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, state,
        statement, evidence, raised_at, raised_by, issued_at, plan_due_on, close_due_on, closed_at, closed_by)
      select ${findingId}, id, application_id, organisation_id, 1, scheme_version_id, '1.1.2', 'minor', 'closed', 'No payee is named.',
        'Seen on paper.', now(), ${given.lead.accountId}::uuid, now(), '2026-05-01', '2026-06-01', now(), ${given.reviewer.accountId}::uuid
      from audit where id = ${before}`.execute(one),
  );
  const auditId = await anOpenAudit(given, 'special');
  const lead = given.as(given.lead);
  const judged = { auditId, findingId };
  const said = { effective: 'no' as const, note: 'The schedule names no payee again.' };
  const first = done(await judgeEffectiveness(lead, judged, said));
  expect(await judgeEffectiveness(lead, judged, said)).toEqual(no('judged_already'));
  const raw = sql`insert into finding_effectiveness (finding_id, audit_id, effective, note, judged_at, judged_by)
    values (${findingId}, ${auditId}, true, 'It lasted, all the same.', now(), ${given.lead.accountId})`;
  await expect(raw.execute(db)).rejects.toThrow('is said once');

  done(await withdrawFinding(lead, first.reopened ?? '', reason));
  const audit = await findAudit(lead, auditId);
  if (!audit) throw new Error('The audit is gone');
  expect(await listPastFindings(db, audit)).toMatchObject([{ id: findingId, judged: null }]);
  expect(await findLeft(db, audit)).toMatchObject({ unjudged: 1 });
  await expect(
    sql`update audit set state = 'fieldwork_done', fieldwork_done_at = now() where id = ${auditId}`.execute(
      db,
    ),
  ).rejects.toThrow('a correction of an earlier audit was not judged');
  done(await judgeEffectiveness(lead, judged, { effective: 'yes', note: 'The payee stands on page two.' }));
  expect(await findLeft(db, audit)).toMatchObject({ unjudged: 0 });
});
