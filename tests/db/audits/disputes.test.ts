import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { answerDispute, disputeFinding } from '#app/features/audits/findings/disputes/commands.server.ts';
import { answerRegrade, proposeRegrade } from '#app/features/audits/findings/regrading/commands.server.ts';
import { listReviewTasks, listTeamTasks } from '#app/features/audits/findings/tasks.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import {
  anEngagement,
  done,
  fieldwork,
  issued,
  raised,
  strangers,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { contained } from '#tests/support/factories/corrections.ts';
import { test } from '#tests/support/test.ts';

const statement = 'The schedule names the payee on its second page, as sent on 3 January.';
const reason = 'The second page was in the file we were given.';
const contest = (given: Engagement, id: string) =>
  disputeFinding(given.as(given.recruiter), id, { statement });
const row = ({ db }: Engagement, id: string) =>
  db.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const outcomes = async ({ db }: Engagement) =>
  (
    await db.selectFrom('event').select('payload').where('type', '=', 'finding.dispute_answered').execute()
  ).map(({ payload }) => payload);
const refuses = (given: Engagement, what: string, why: string) =>
  expect(sql.raw(what).execute(given.db)).rejects.toThrow(why);

describe('a critical finding', () => {
  test('is told as it is raised, before any report', async ({ db, mailer, work }) => {
    const given = await anEngagement(db);
    const id = await raised(given, await fieldwork(given), 'critical');
    expect(await row(given, id)).toMatchObject({ state: 'issued', contain_due_on: '2026-03-04' });
    await work();
    const types = await db
      .selectFrom('event')
      .select('type')
      .where('subject', '=', id)
      .orderBy('position')
      .execute();
    expect(types.map(({ type }) => type)).toEqual([
      'finding.raised',
      'finding.issued',
      'finding.told_at_once',
    ]);
    expect(mailer.sent.map(({ subject }) => subject)).toContain(
      'Finding AUD-00002/1 (critical): stop the harm by 4 March 2026',
    );
    done(await contained(given.as(given.recruiter), id));
    expect(await row(given, id)).toMatchObject({ state: 'awaiting_cap' });
  });

  test('is never kept back, not by a new grade either', async ({ db }) => {
    const given = await anEngagement(db);
    const audit = await fieldwork(given);
    const id = await raised(given, audit, 'minor');
    done(await proposeRegrade(given.as(given.lead), id, { grade: 'critical', reason }));
    done(
      await answerRegrade(given.as(given.reviewer), id, { grade: 'critical', outcome: 'approved', reason }),
    );
    expect(await row(given, id)).toMatchObject({ state: 'issued', contain_due_on: '2026-03-04' });
    await refuses(
      given,
      `insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, statement, evidence, state, raised_at, raised_by)
       select audit_id, application_id, organisation_id, 9, scheme_version_id, indicator_code, 'critical', statement, evidence, 'raised', raised_at, raised_by from finding`,
      'finding_critical_is_told',
    );
  });

  test('that was told before the report keeps the audit from its decision', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await issued(given, 'critical');
    expect((await findAudit({ db, actor: { kind: 'system' }, now: new Date() }, id))?.state).toBe(
      'caps_open',
    );
  });
});

describe('a dispute', () => {
  test('is answered by somebody who did not raise the finding: kept, its days given back', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    done(await contest(given, finding));
    expect(await row(given, finding)).toMatchObject({ state: 'disputed', due_on: '2026-03-11' });
    expect(await answerDispute(given.as(given.lead), finding, { outcome: 'kept', reason })).toEqual({
      ok: false,
      refusal: 'own_finding',
    });
    expect((await listTeamTasks(given.as(given.lead))).filter(({ id }) => id === finding)).toEqual([]);
    expect(await listReviewTasks(given.as(given.reviewer))).toMatchObject([
      { what: 'Answer the dispute', due: '2026-03-11' },
    ]);
    const later = { ...given.as(given.reviewer), now: new Date('2026-03-05T08:00:00Z') };
    done(await answerDispute(later, finding, { outcome: 'kept', reason }));
    expect(await row(given, finding)).toMatchObject({
      ...{ state: 'awaiting_cap', plan_due_on: '2026-03-19', close_due_on: '2026-06-03' },
    });
    expect(await contest(given, finding)).toEqual({ ok: false, refusal: 'disputed_before' });
  });

  test('may end in withdrawal, after which the audit goes on', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, finding } = await issued(given, 'major');
    done(await contest(given, finding));
    done(await answerDispute(given.as(given.reviewer), finding, { outcome: 'withdrawn', reason }));
    expect(await row(given, finding)).toMatchObject({ state: 'withdrawn', withdrawal_reason: reason });
    expect((await findAudit({ db, actor: { kind: 'system' }, now: new Date() }, id))?.state).toBe(
      'ready_for_decision',
    );
  });

  test('may end in another grade, which two people agree on', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    done(await contest(given, finding));
    done(await proposeRegrade(given.as(given.lead), finding, { grade: 'minor', reason }));
    expect(await answerDispute(given.as(given.reviewer), finding, { outcome: 'kept', reason })).toEqual({
      ok: false,
      refusal: 'regrade_open',
    });
    done(
      await answerRegrade(given.as(given.reviewer), finding, { grade: 'minor', outcome: 'approved', reason }),
    );
    expect(await row(given, finding)).toMatchObject({ state: 'awaiting_cap', grade: 'minor' });
    expect(await outcomes(given)).toEqual([{ outcome: 'regraded' }]);
  });

  test('comes in time, from the recruiter alone, and once', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    const late = { ...given.as(given.recruiter), now: new Date('2026-03-07T08:00:00Z') };
    expect(await disputeFinding(late, finding, { statement })).toEqual({
      ok: false,
      refusal: 'dispute_too_late',
    });
    const foreign = await strangers(db);
    expect(await disputeFinding(given.as(foreign.recruiter), finding, { statement })).toMatchObject({
      refusal: 'not_found',
    });
    expect(await disputeFinding(given.as(given.lead), finding, { statement })).toMatchObject({
      refusal: 'forbidden',
    });
    const both = await Promise.all([contest(given, finding), contest(given, finding)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is not gone around in the database', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    await refuses(given, `update finding set state = 'disputed', dispute_due_on = '2026-03-11'`, 'in words');
    const insert = (who: string, when: string) =>
      `insert into finding_dispute (finding_id, statement, disputed_at, disputed_by) values ('${finding}', '${statement}', '${when}', '${who}')`;
    await refuses(given, insert(given.lead.accountId, '2026-03-02'), 'by the people it was issued to');
    await refuses(given, insert(given.recruiter.accountId, '2026-03-20'), 'in time');
    done(await contest(given, finding));
    await refuses(given, `update finding set state = 'awaiting_cap'`, 'in words');
    await refuses(
      given,
      `update finding_dispute set outcome = 'kept', answer_reason = 'It is as we said.', answered_at = now(), answered_by = '${given.lead.accountId}'`,
      'who did not raise',
    );
    await refuses(given, 'delete from finding_dispute', 'append-only');
  });
});
