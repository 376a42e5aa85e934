import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { answerRegrade, proposeRegrade } from '#app/features/audits/findings/regrading/commands.server.ts';
import { listRegrades } from '#app/features/audits/findings/regrading/queries.server.ts';
import { listGradeTasks } from '#app/features/audits/findings/regrading/tasks.server.ts';
import { verifyEvidence } from '#app/features/audits/findings/commands/answer-evidence.server.ts';
import { acceptPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import type { Grade } from '#app/features/scheme/model.ts';
import {
  anEngagement,
  aPerson,
  done,
  fieldwork,
  issued,
  raised,
  strangers,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { anotherReviewer, correctiveAction, evidence, seen } from '#tests/support/factories/corrections.ts';
import { test } from '#tests/support/test.ts';

const reason = 'The practice is wider than one office.';
const propose = (given: Engagement, id: string, grade: Grade) =>
  proposeRegrade(given.as(given.lead), id, { grade, reason });
const answer = (
  given: Engagement,
  id: string,
  grade: Grade,
  outcome: 'approved' | 'dismissed' = 'approved',
) => answerRegrade(given.as(given.reviewer), id, { grade, outcome, reason });
const row = ({ db }: Engagement, id: string) =>
  db.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const facts = ({ db }: Engagement, subject: string) =>
  db
    .selectFrom('event')
    .select(['type', 'payload'])
    .where('subject', '=', subject)
    .orderBy('position')
    .execute();

describe('a grade', () => {
  test('proposed by one and approved by another changes, with its clocks from that day', async ({
    db,
    mailer,
    work,
  }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    done(await propose(given, finding, 'major'));
    expect(await listGradeTasks(given.as(given.lead))).toEqual([]);
    expect(await listGradeTasks(given.as(given.reviewer))).toMatchObject([
      { what: 'Answer the proposed grade', href: `/findings/${finding}/regrade/answer` },
    ]);
    expect(await row(given, finding)).toMatchObject({ grade: 'minor', plan_due_on: '2026-03-31' });
    done(await answer(given, finding, 'major'));
    expect(await row(given, finding)).toMatchObject({
      ...{ grade: 'major', state: 'awaiting_cap', plan_due_on: '2026-03-15', close_due_on: '2026-05-30' },
    });
    expect(await facts(given, finding)).toContainEqual({
      type: 'finding.regraded',
      payload: { from: 'minor', to: 'major' },
    });
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).toContain('Finding AUD-00002/1: now major');
  });

  test('that is dismissed stays as it was', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    const before = await row(given, finding);
    done(await propose(given, finding, 'minor'));
    done(await answer(given, finding, 'minor', 'dismissed'));
    expect(await row(given, finding)).toEqual(before);
  });

  test('that becomes critical sends the finding back to stopping the harm', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
    done(await propose(given, finding, 'critical'));
    done(await answer(given, finding, 'critical'));
    expect(await row(given, finding)).toMatchObject({ state: 'issued', contain_due_on: '2026-03-04' });
  });

  test('of an observation lets the audit go on to its decision', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, finding } = await issued(given, 'major');
    done(await propose(given, finding, 'observation'));
    done(await answer(given, finding, 'observation'));
    expect(await row(given, finding)).toMatchObject({ state: 'issued', close_due_on: null });
    expect((await findAudit({ db, actor: { kind: 'system' }, now: new Date() }, id))?.state).toBe(
      'ready_for_decision',
    );
  });

  test('of a finding that is not issued is told on the audit alone, and mailed to nobody', async ({
    db,
    mailer,
    work,
  }) => {
    const given = await anEngagement(db);
    const id = await raised(given, await fieldwork(given), 'minor');
    await work();
    mailer.sent.length = 0;
    done(await propose(given, id, 'major'));
    done(await answer(given, id, 'major'));
    await work();
    expect(mailer.sent).toEqual([]);
    const told = await db.selectFrom('event').select('related').where('subject', '=', id).execute();
    expect(new Set(told.map(({ related }) => related.length))).toEqual(new Set([1]));
  });

  test('waits: nothing is verified while another grade is proposed', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
    done(await acceptPlan(given.as(given.lead), finding, { round: 1 }));
    done(await submitEvidence(given.as(given.recruiter), finding, evidence));
    done(await propose(given, finding, 'major'));
    expect(await verifyEvidence(given.as(given.lead), finding, seen('desk'))).toEqual({
      ok: false,
      refusal: 'regrade_open',
    });
  });
});

describe('who', () => {
  test('proposed never answers, in whatever role', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    done(await propose(given, finding, 'major'));
    const same = await anotherReviewer(given, given.lead.accountId);
    for (const actor of [given.lead, same])
      expect(
        await answerRegrade(given.as(actor), finding, { grade: 'major', outcome: 'approved', reason }),
      ).toEqual({ ok: false, refusal: 'own_regrade' });
  });

  test('has nothing to do with the finding neither proposes nor answers', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    const foreign = await strangers(db);
    for (const actor of [foreign.auditor, foreign.reviewer, given.colleague, given.decider])
      expect(await proposeRegrade(given.as(actor), finding, { grade: 'major', reason })).toEqual({
        ok: false,
        refusal: 'not_found',
      });
    for (const actor of [given.recruiter, given.officer])
      expect(await proposeRegrade(given.as(actor), finding, { grade: 'major', reason })).toEqual({
        ok: false,
        refusal: 'forbidden',
      });
    expect(await db.selectFrom('finding_regrade').select('id').execute()).toEqual([]);
  });

  test('answers at once with another is told so: one answer counts', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    done(await propose(given, finding, 'major'));
    const both = await Promise.all([
      answer(given, finding, 'major'),
      answer(given, finding, 'major', 'dismissed'),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, refusal: 'no_regrade' });
  });
});

describe('the database refuses', () => {
  const refuses = (given: Engagement, statement: string, why: string) =>
    expect(sql.raw(statement).execute(given.db)).rejects.toThrow(why);

  test('a grade without its ground, also one that was approved before', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    await refuses(given, `update finding set grade = 'observation'`, 'grade stands');
    for (const [grade] of [['major'], ['minor']] as const) {
      done(await propose(given, finding, grade));
      done(await answer(given, finding, grade));
    }
    await refuses(
      given,
      `update finding set grade = 'major', plan_due_on = '2026-03-15', close_due_on = '2026-05-30'`,
      'grade stands',
    );
  });

  test('a state that only a new grade leads to', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    done(await propose(given, finding, 'observation'));
    done(await answer(given, finding, 'observation'));
    done(await propose(given, finding, 'minor'));
    done(await answer(given, finding, 'minor'));
    await refuses(given, `update finding set state = 'issued'`, 'finding_state_shape');
  });

  test('an answer by whoever proposed, by somebody else’s people, or that nothing shows', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    done(await propose(given, finding, 'major'));
    const approve = (who: string) =>
      `update finding_regrade set outcome = 'approved', answer_reason = 'It is so, we agree.', answered_at = now(), answered_by = '${who}'`;
    await refuses(given, approve(given.lead.accountId), 'finding_regrade_second_person');
    await refuses(given, approve(given.recruiter.accountId), 'by people of the audit body');
    await refuses(given, approve(given.reviewer.accountId), 'does not show the grade');
    await refuses(given, `update finding_regrade set to_grade = 'observation'`, 'to_grade stands');
    await refuses(given, 'delete from finding_regrade', 'append-only');
    await refuses(given, 'truncate finding_regrade', 'append-only');
  });
});

test('the second of two who answer is refused, and finds what the first said', async ({ db }) => {
  const given = await anEngagement(db);
  const { finding } = await issued(given, 'minor');
  done(await propose(given, finding, 'major'));
  const other = await aPerson(db, given.body, 'reviewer', 'Ida Sund');
  const both = await Promise.all([
    answer(given, finding, 'major', 'dismissed'),
    answerRegrade(given.as(other), finding, { grade: 'major', outcome: 'dismissed', reason }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'no_regrade' });
  expect(await listRegrades(db, finding)).toMatchObject([
    { outcome: 'dismissed', answerReason: reason, answerer: expect.any(String) },
  ]);
});
