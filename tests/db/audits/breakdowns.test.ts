import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { keepMinors, raiseBreakdown } from '#app/features/audits/findings/breakdowns/commands.server.ts';
import { breakdownsOf, listBreakdowns } from '#app/features/audits/findings/breakdowns/queries.server.ts';
import { withdrawFinding } from '#app/features/audits/findings/commands/withdraw-finding.server.ts';
import { answerRegrade, proposeRegrade } from '#app/features/audits/findings/regrading/commands.server.ts';
import { saveReport } from '#app/features/audits/report/commands/save-report.server.ts';
import { sendReport } from '#app/features/audits/report/commands/send-report.server.ts';
import {
  anEngagement,
  audited,
  done,
  fieldwork,
  raised,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { report } from '#tests/support/factories/report-words.ts';
import { test } from '#tests/support/test.ts';

const reason = 'Three clerks, three slips; the procedure itself is followed.';
const major = {
  indicator: '1.1.2',
  statement: 'Nobody checks the cost schedules.',
  evidence: 'The three minor findings.',
};

/** A report that is written, with three minors on one criterion. */
async function written(given: Engagement) {
  const { id, findings } = await audited(given, ['minor', 'minor', 'minor']);
  done(await saveReport(given.as(given.lead), id, { ...report, revision: 0 }));
  return { id, findings, send: () => sendReport(given.as(given.lead), id) };
}
const refused = { ok: false, refusal: 'major_suggested' };

describe('three minors on one criterion', () => {
  test('keep the report from being sent until the team says why they stay minor', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, send } = await written(given);
    expect(await send()).toEqual(refused);
    expect(await keepMinors(given.as(given.lead), id, '1.2', { reason })).toMatchObject({ ok: false });
    done(await keepMinors(given.as(given.lead), id, '1.1', { reason }));
    expect(await keepMinors(given.as(given.lead), id, '1.1', { reason })).toEqual({
      ok: false,
      refusal: 'no_breakdown',
    });
    expect(await breakdownsOf(db, { id })).toMatchObject({
      suggestions: [{ criterion: '1.1', answered: true }],
      reasons: [{ reason, majorId: null, answerer: 'Anjali Rao' }],
    });
    done(await send());
  });

  test('become a major that names them, and wait again when it is withdrawn', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, send } = await written(given);
    const lead = given.as(given.lead);
    expect(await raiseBreakdown(lead, id, '1.1', { ...major, indicator: '1.2.1' })).toMatchObject({
      refusal: 'not_of_criterion',
    });
    const raisedAs = done(await raiseBreakdown(lead, id, '1.1', major)).id;
    expect(
      await db.selectFrom('finding').select(['grade', 'state']).where('id', '=', raisedAs).executeTakeFirst(),
    ).toEqual({ grade: 'major', state: 'raised' });
    expect(await db.selectFrom('finding_breakdown_minor').select('finding_id').execute()).toHaveLength(3);
    done(await withdrawFinding(lead, raisedAs, { reason: 'Raised in error.' }));
    expect(await send()).toEqual(refused);
    done(await raiseBreakdown(lead, id, '1.1', major));
    done(await send());
  });

  test('are answered by one that a second person grades up, and not by its proposal', async ({ db }) => {
    const given = await anEngagement(db);
    const { findings, send } = await written(given);
    const [finding = ''] = findings;
    const grade = 'major' as const;
    done(await proposeRegrade(given.as(given.lead), finding, { grade, reason }));
    expect(await send()).toEqual(refused);
    done(await answerRegrade(given.as(given.reviewer), finding, { grade, outcome: 'approved', reason }));
    done(await send());
  });

  test('wait anew when a fourth is raised', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, send } = await written(given);
    done(await keepMinors(given.as(given.lead), id, '1.1', { reason }));
    await raised(given, id, 'minor');
    expect(await send()).toEqual(refused);
  });

  test('are counted with those of stage 1, and answered by this team alone', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await raised(given, id, 'minor');
    await raised(given, id, 'minor');
    expect(await listBreakdowns(db, { id })).toEqual([]);
    // Stage 1 is over by then; its findings were raised before.
    await pastRules(db, (one) =>
      sql`insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code,
        grade, statement, evidence, state, raised_at, raised_by)
      select a.id, a.application_id, a.organisation_id, 9, a.scheme_version_id, '1.1.1', 'minor', 'No payee is named.',
        'Seen on paper.', 'raised', now(), ${given.lead.accountId} from audit a where a.type = 'stage1'`.execute(
        one,
      ),
    );
    expect(await listBreakdowns(db, { id })).toMatchObject([{ criterion: '1.1', answered: false }]);
    for (const other of [given.colleague, given.reviewer, given.recruiter])
      expect(await keepMinors(given.as(other), id, '1.1', { reason })).toMatchObject({ ok: false });
  });
});

describe('the database', () => {
  test('lets no report go while the suggestion is open', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await written(given);
    await expect(
      sql`update audit set state = 'fact_check', summary = 's', reported_at = now(), reported_by = ${given.lead.accountId},
        fact_check_at = now(), fact_check_due_on = current_date where id = ${id}`.execute(db),
    ).rejects.toThrow('three minors on one criterion');
  });

  test('takes an answer from the team alone, for what waits for one, and keeps it', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await written(given);
    const answer = (criterion: string, by: string) =>
      sql`insert into finding_breakdown (audit_id, scheme_version_id, criterion_code, outcome, reason, answered_at, answered_by)
        select id, scheme_version_id, ${criterion}, 'kept', ${reason}, now(), ${by} from audit where id = ${id}`.execute(
        db,
      );
    await expect(answer('1.1', given.reviewer.accountId)).rejects.toThrow('by the audit team');
    await expect(answer('1.2', given.lead.accountId)).rejects.toThrow('no three minors');
    await answer('1.1', given.lead.accountId);
    // An answer that speaks of none of the minors answers nothing.
    expect(await listBreakdowns(db, { id })).toMatchObject([{ answered: false }]);
    await expect(
      sql`update finding_breakdown set reason = 'Another reason altogether.'`.execute(db),
    ).rejects.toThrow();
    await expect(sql`delete from finding_breakdown`.execute(db)).rejects.toThrow();
    const foreign = await raised(given, id, 'minor', '1.3.1');
    await expect(
      sql`insert into finding_breakdown_minor select id, ${foreign} from finding_breakdown`.execute(db),
    ).rejects.toThrow('minors on its criterion');
  });
});
