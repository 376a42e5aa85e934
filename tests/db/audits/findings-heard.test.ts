import { sql } from 'kysely';
import { expect } from 'vitest';

import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { listRefused } from '#app/features/audits/fieldwork/operations.server.ts';
import { inWords } from '#app/features/audits/fieldwork/ui/sync-words.ts';
import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import { withdrawFinding } from '#app/features/audits/findings/commands/withdraw-finding.server.ts';
import { judgeEffectiveness } from '#app/features/audits/findings/effectiveness/commands.server.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { recordInterview } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import { writeInterview } from '#app/features/audits/interviews/commands/write-interview.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { answerComment } from '#app/features/audits/report/commands/answer-comment.server.ts';
import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { commentOnFacts, endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';
import { saveReport } from '#app/features/audits/report/commands/save-report.server.ts';
import { sendReport } from '#app/features/audits/report/commands/send-report.server.ts';
import { checkHeard, namingsBeside } from '#app/features/audits/report/namings.server.ts';
import {
  anEngagement,
  assessAll,
  done,
  fewHeard,
  fieldwork,
  reasons,
} from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aDevice, aRaising } from '#tests/support/factories/fieldwork.ts';
import { aWorker, heard, said } from '#tests/support/factories/interviews.ts';
import { anOpenAudit, aReadyAudit, pastRules } from '#tests/support/factories/matters.ts';
import { report } from '#tests/support/factories/report-words.ts';
import { test } from '#tests/support/test.ts';

const named = (...words: string[]) => ({ ok: false, refusal: `names_worker_heard:${words.join(', ')}` });
const statement = 'The cost schedule names no payee.';
const evidence = 'Kamala Quillfeather paid NPR 120,000 for it.';

test('no finding is raised that names a worker who was heard, and its author reads which words', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const { audit: id, lead, pseudonym } = await heard(given);
  const raising = { grade: 'critical' as const, statement, evidence };
  expect(await raiseFinding(lead, id, '1.1.2', raising)).toEqual(named('Kamala'));
  const called = { ...raising, evidence: 'She was called at 098-4123 7701.' };
  expect(await raiseFinding(lead, id, '1.1.2', called)).toEqual(named(aWorker.phone));
  expect(await db.selectFrom('finding').select('id').execute()).toEqual([]);
  expect(refusalText('names_worker_heard:Kamala')).toContain('“Kamala”');
  // A manager and the key of the interview may stand there.
  done(await raiseFinding(lead, id, '1.1.2', { ...raising, evidence: `Mina Rai confirms ${pseudonym}.` }));
});

test('one from a device is kept in its words, beside the words to take out', async ({ db }) => {
  const given = await anEngagement(db);
  const { audit: id, lead } = await heard(given);
  const { sends } = aDevice(lead, id);
  const [answer] = done(await sends([{ ...aRaising(1, '1.1.2'), evidence }])).results;
  expect(answer).toMatchObject({ outcome: 'refused', refusal: 'names_worker_heard:Kamala' });
  expect(answer && inWords(answer)).toMatchObject({
    message: expect.stringMatching(/“Kamala”.*“Kept answers”/s),
  });
  expect(await listRefused(db, id)).toMatchObject([{ kind: 'raise', evidence }]);
});

test('a correction that did not last names none of this audit either', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const before = await aReadyAudit(given, 'surveillance', '2026-04-01');
  const past = crypto.randomUUID();
  await pastRules(db, (one) =>
    sql`insert into finding (id, audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, state,
        statement, evidence, raised_at, raised_by, issued_at, plan_due_on, close_due_on, closed_at, closed_by)
      select ${past}, id, application_id, organisation_id, 1, scheme_version_id, '1.1.2', 'minor', 'closed', ${statement},
        'Seen on paper.', now(), ${given.lead.accountId}::uuid, now(), '2026-05-01', '2026-06-01', now(), ${given.reviewer.accountId}::uuid
      from audit where id = ${before}`.execute(one),
  );
  const id = await anOpenAudit(given, 'special');
  const lead = { db, actor: given.lead, now: new Date() };
  const audit = await findAudit(lead, id);
  const { id: worker } = done(await recordInterview(lead, id, aWorker));
  done(await writeInterview(lead, id, worker, { ...said, revision: 0 }));
  const judged = { auditId: id, findingId: past };
  expect(await judgeEffectiveness(lead, judged, { effective: 'no', note: evidence })).toEqual(
    named('Kamala'),
  );
  expect(audit && (await checkHeard(db, audit, 'Ms Quillfeather', 'Kamala'))).toEqual(named('Quillfeather'));
});

test('a finding raised before its worker was heard holds up the report until it is withdrawn', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const id = await fieldwork(given);
  const lead = given.as(given.lead);
  const early = done(
    await raiseFinding(lead, id, '1.1.2', { grade: 'minor', statement, evidence, gradingReasons: reasons }),
  );
  const { id: worker } = done(await recordInterview(lead, id, aWorker));
  done(await writeInterview(lead, id, worker, { ...said, revision: 0 }));
  await assessAll(given, id);
  done(await closeFieldwork(lead, id, fewHeard));
  done(await saveReport(lead, id, { ...report, revision: 0 }));
  expect(await sendReport(lead, id)).toEqual(named('Kamala'));
  const audit = await findAudit(lead, id);
  expect(audit && (await namingsBeside(db, audit))).toEqual([
    { kind: 'heard', words: 'Kamala', where: 'Finding 1' },
  ]);
  done(await withdrawFinding(lead, early.id, { reason: 'Raised again without the name.' }));
  const again = {
    ...{ grade: 'minor' as const, statement, gradingReasons: reasons },
    evidence: 'A worker paid NPR 120,000 for it.',
  };
  const { id: findingId } = done(await raiseFinding(lead, id, '1.1.2', again));
  done(await sendReport(lead, id));

  const recruiter = given.as(given.recruiter);
  const comment = done(await commentOnFacts(recruiter, id, { about: findingId, comment: 'It was 12,000.' }));
  const answer = { outcome: 'kept', answer: 'Ms Quillfeather says 120,000.', corrected: '', revision: 1 };
  expect(await answerComment(lead, id, comment.id, { ...answer, outcome: 'kept' })).toEqual(
    named('Quillfeather'),
  );
  done(await answerComment(lead, id, comment.id, { ...answer, outcome: 'kept', answer: 'W-01 says so.' }));
  done(await endFactCheck(recruiter, id));
  // As it would be, had anything else written it.
  await pastRules(db, (one) =>
    sql`update finding set evidence = ${evidence} where id = ${findingId}`.execute(one),
  );
  const reviewer = given.as(given.reviewer);
  expect(await approveReport(reviewer, id, { note: '', revision: 1 })).toEqual(named('Kamala'));
});
