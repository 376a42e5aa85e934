import { endInterview } from '#app/features/audits/interviews/commands/end-interview.server.ts';
import { recordInterview } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import { answerComment } from '#app/features/audits/report/commands/answer-comment.server.ts';
import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { commentOnFacts, endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';
import { checking, done, fieldwork, type Engagement } from '#tests/support/factories/audits.ts';
import { aWorker } from '#tests/support/factories/interviews.ts';

/** An audit that found something, with a report whose facts its recruiter commented on; final by now. */
export async function reportNames(given: Engagement) {
  const { as, lead, recruiter, reviewer } = given;
  const begun = await fieldwork(given);
  const worker = done(await recordInterview(as(lead), begun, aWorker));
  done(await endInterview(as(lead), begun, worker.id, 'unreachable'));
  const { id, findings } = await checking(given, ['major', 'minor'], begun);
  const comment = { about: 'method', comment: 'Three unions were asked, not two.' } as const;
  const { id: said } = done(await commentOnFacts(as(recruiter), id, comment));
  const answer = { outcome: 'kept', answer: 'Two, say the minutes.', corrected: '', revision: 0 } as const;
  done(await answerComment(as(lead), id, said, answer));
  done(await endFactCheck(as(recruiter), id));
  done(await approveReport(as(reviewer), id, { note: '', revision: 1 }));
  return {
    auditId: id,
    finding: findings[0] ?? '',
    names: {
      'interviews/:interviewId': worker.id,
      'comments/:commentId': said,
      'reports/:auditId': id,
      'audit-plans/:auditId': id,
    },
  };
}
