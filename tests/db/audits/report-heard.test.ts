import { expect } from 'vitest';

import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { answerComment } from '#app/features/audits/report/commands/answer-comment.server.ts';
import { commentOnFacts, endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';
import { saveReport } from '#app/features/audits/report/commands/save-report.server.ts';
import { sendReport } from '#app/features/audits/report/commands/send-report.server.ts';
import { namingsOf } from '#app/features/audits/report/namings.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { anEngagement, assessAll, done, fewHeard } from '#tests/support/factories/audits.ts';
import { heard } from '#tests/support/factories/interviews.ts';
import { report } from '#tests/support/factories/report-words.ts';
import { test } from '#tests/support/test.ts';

const refused = { ok: false, refusal: 'public_summary_names_heard' };

test('no report goes out that says the name or the number of a worker who was heard, and none is told whose', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const { audit: id, lead } = await heard(given);
  await assessAll(given, id);
  done(await closeFieldwork(lead, id, fewHeard));
  const wrong = [
    { ...report, publicSummary: 'KÁMALA quillfeather was paid back.' },
    { ...report, publicSummary: 'Ms Quillfeather was paid back.' },
    { ...report, sample: 'Twelve workers, among them Kamala.' },
    { ...report, method: 'A worker was called at 098-4123 7701.' },
  ];
  for (const [revision, text] of wrong.entries()) {
    done(await saveReport(lead, id, { ...text, revision }));
    expect(await sendReport(lead, id)).toEqual(refused);
    const audit = await findAudit(lead, id);
    expect(audit && (await namingsOf(db, audit, text))).toMatchObject([{ kind: 'heard' }]);
  }
  expect(refusalText(refused.refusal)).not.toMatch(/kamala|quillfeather|7701/i);
  // A manager may stand in the report, not in its summary.
  done(await saveReport(lead, id, { ...report, scope: 'Mina Rai showed both branches.', revision: 4 }));
  done(await sendReport(lead, id));
});

test('nor does one become final into which a name came on its way', async ({ db }) => {
  const given = await anEngagement(db);
  const { audit: id, lead } = await heard(given);
  await assessAll(given, id);
  done(await closeFieldwork(lead, id, fewHeard));
  done(await saveReport(lead, id, { ...report, revision: 0 }));
  done(await sendReport(lead, id));
  const recruiter = given.as(given.recruiter);
  const comment = { about: 'scope', comment: 'That was not all of it.' } as const;
  const said = done(await commentOnFacts(recruiter, id, comment));
  const corrected = 'Head office, and the home of Kamala Quillfeather.';
  const answer = { outcome: 'corrected', answer: 'So it is; corrected.', corrected, revision: 1 } as const;
  expect(await answerComment(lead, id, said.id, answer)).toMatchObject({
    refusal: 'names_worker_heard:Kamala',
  });
  done(await answerComment(lead, id, said.id, { ...answer, corrected: 'Head office alone.' }));
  await db.updateTable('audit_report_draft').set({ scope: corrected, revision: 3 }).execute();
  done(await endFactCheck(recruiter, id));
  expect(await approveReport(given.as(given.reviewer), id, { note: '', revision: 3 })).toEqual(refused);
});
