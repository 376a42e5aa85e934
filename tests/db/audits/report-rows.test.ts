import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { answerComment } from '#app/features/audits/report/commands/answer-comment.server.ts';
import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { commentOnFacts, endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';
import { saveReport } from '#app/features/audits/report/commands/save-report.server.ts';
import { sendReport } from '#app/features/audits/report/commands/send-report.server.ts';
import { listComments } from '#app/features/audits/report/queries.server.ts';
import { anEngagement, audited, checking, done, reported } from '#tests/support/factories/audits.ts';
import { report } from '#tests/support/factories/report-words.ts';
import { test } from '#tests/support/test.ts';

const kept = { outcome: 'kept', answer: 'The minutes name two unions.', corrected: '', revision: 0 } as const;
const onMethod = { about: 'method', comment: 'Three unions were asked, not two.' } as const;

describe('the database refuses', () => {
  const audit = (id: string, change: string) => sql.raw(`update audit set ${change} where id = '${id}'`);

  test('every way around the check of the facts and the second person', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await audited(given, []);
    const sent = `reported_at = now(), reported_by = '${given.lead.accountId}', summary = 'All well.'`;
    const ways: [string, string][] = [
      [
        `state = 'tech_review', fact_checked_at = now(), ${sent}`,
        'does not go from fieldwork_done to tech_review',
      ],
      [`state = 'closed', closed_at = now()`, 'every other audit with a report'],
    ];
    for (const [change, reason] of ways) await expect(audit(id, change).execute(db)).rejects.toThrow(reason);

    done(await saveReport(given.as(given.lead), id, { ...report, scope: '', revision: 0 }));
    const check = `state = 'fact_check', ${sent}, fact_check_at = now(), fact_check_due_on = current_date`;
    await expect(audit(id, check).execute(db)).rejects.toThrow('a part of its report is not written');
    for (const publicSummary of ['Ask anjali RAO.', 'Ask a@himal.example'])
      await expect(
        db.transaction().execute(async (trx) => {
          await sql`update audit_report_draft set scope = 'All', public_summary = ${publicSummary},
            revision = revision + 1`.execute(trx);
          await audit(id, check.replace('All well.', report.summary)).execute(trx);
        }),
      ).rejects.toThrow('names a person');

    done(await saveReport(given.as(given.lead), id, { ...report, revision: 1 }));
    done(await sendReport(given.as(given.lead), id));
    await expect(audit(id, `state = 'tech_review'`).execute(db)).rejects.toThrow('facts are not checked');
    await expect(audit(id, `state = 'report_draft'`).execute(db)).rejects.toThrow(
      'does not go from fact_check',
    );
    done(await commentOnFacts(given.as(given.recruiter), id, onMethod));
    done(await endFactCheck(given.as(given.recruiter), id));
    const final = (who: string) => `state = 'report_final', reviewed_at = now(), reviewed_by = '${who}'`;
    await expect(audit(id, final(given.reviewer.accountId)).execute(db)).rejects.toThrow('is not answered');
    await expect(audit(id, `state = 'caps_open'`).execute(db)).rejects.toThrow();
    const [said] = await listComments(db, id);
    done(await answerComment(given.as(given.lead), id, said?.id ?? '', kept));
    await expect(audit(id, final(given.colleague.accountId)).execute(db)).rejects.toThrow(
      'by a reviewer of the audit body',
    );
  });

  test('comments of others, other words in them, second answers, and their removal', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await checking(given, []);
    const comment = (
      who: string,
    ) => sql`insert into fact_check_comment (audit_id, section, comment, made_at, made_by)
      values (${id}, 'scope', 'Not so.', now(), ${who})`;
    await expect(comment(given.lead.accountId).execute(db)).rejects.toThrow('checked by its recruiter');
    await comment(given.recruiter.accountId).execute(db);
    const answer = (
      who: string,
      words: string,
    ) => sql`update fact_check_comment set outcome = 'kept', answer = ${words},
      answered_at = now(), answered_by = ${who}`;
    await expect(answer(given.reviewer.accountId, 'No.').execute(db)).rejects.toThrow('lead auditor answers');
    await answer(given.lead.accountId, 'No.').execute(db);
    await expect(answer(given.lead.accountId, 'Yes.').execute(db)).rejects.toThrow('stands');
    await expect(sql`update fact_check_comment set comment = 'Well.'`.execute(db)).rejects.toThrow('stands');
    await expect(sql`delete from fact_check_comment`.execute(db)).rejects.toThrow('append-only');
    done(await endFactCheck(given.as(given.recruiter), id));
    await expect(comment(given.recruiter.accountId).execute(db)).rejects.toThrow('while the check lasts');
  });

  test('another word in a report that is final, and its removal', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await reported(given, []);
    await expect(sql`update audit_report_draft set scope = 'Less'`.execute(db)).rejects.toThrow(
      'revision by revision',
    );
    done(await approveReport(given.as(given.reviewer), id, { note: '', revision: 1 }));
    const rewrite = sql`update audit_report_draft set scope = 'Less', revision = revision + 1`;
    await expect(rewrite.execute(db)).rejects.toThrow('is not being written');
    await expect(sql`delete from audit_report_draft`.execute(db)).rejects.toThrow('append-only');
  });
});
