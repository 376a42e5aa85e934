import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { tellLateAnswers } from '#app/features/audits/delays/commands.server.ts';
import { listDelays } from '#app/features/audits/delays/queries.server.ts';
import { answerContainment } from '#app/features/audits/findings/containment/commands.server.ts';
import { listContainmentTasks } from '#app/features/audits/findings/containment/tasks.server.ts';
import { escalateOverdue } from '#app/features/audits/findings/clocks/commands.server.ts';
import { acceptPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { listTeamTasks } from '#app/features/audits/findings/tasks.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { listFindings } from '#app/features/certificates/decisions/evidence.server.ts';
import {
  anEngagement,
  done,
  fieldwork,
  now,
  raised,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { believed, contained, containment, correctiveAction } from '#tests/support/factories/corrections.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const reason = 'The clinic charged again this morning.';
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

/** A critical finding whose harm is said to be stopped on the second day. */
async function said(given: Engagement) {
  const finding = await raised(given, await fieldwork(given), 'critical');
  done(await contained({ db: given.db, actor: given.recruiter, now: later(1) }, finding));
  return { finding, lead: { db: given.db, actor: given.lead, now: later(2) } };
}
/** A matter of its application before the panel, as no rule would open it yet. */
async function anOpenMatter({ db, applicationId, agency }: Engagement) {
  const id = crypto.randomUUID();
  await pastRules(db, (one) =>
    sql`insert into decision_matter (id, application_id, organisation_id, kind, quorum, opened_at, due_on)
      values (${id}, ${applicationId}, ${agency.id}, 'initial', 2, ${now}, '2026-05-01')`.execute(one),
  );
  return id;
}
const row = ({ db }: Engagement, id: string) =>
  db
    .selectFrom('finding')
    .select(['state', 'containment', 'due_on as dueOn', 'contained_at as at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

describe('harm that is said to be stopped', () => {
  test('is read by the panel with its answer', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding, lead } = await said(given);
    done(await answerContainment(lead, finding, { round: 1, outcome: 'not_contained', reason }));
    const about = await anOpenMatter(given);
    expect(await listFindings({ db }, about)).toMatchObject([
      {
        id: finding,
        containments: [{ words: containment.containment, answer: 'not_contained', reason }],
      },
    ]);
  });

  test('is shown by a document, told to the lead, and believed', async ({ db, mailer, work }) => {
    const given = await anEngagement(db);
    const { finding, lead } = await said(given);
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).toContain(
      'Finding AUD-00002/1: the harm is said to be stopped',
    );
    expect(await listContainmentTasks(lead)).toMatchObject([
      { id: `${finding}-containment`, due: '2026-03-17', href: `/findings/${finding}` },
    ]);
    const plan = { ...correctiveAction, targetOn: '2026-03-20' };
    done(await submitPlan({ db, actor: given.recruiter, now: later(1) }, finding, plan));
    expect(await acceptPlan(lead, finding, { round: 1 })).toEqual({
      ok: false,
      refusal: 'containment_unanswered',
    });
    await expect(
      sql
        .raw(
          `update corrective_action_plan set answer = 'accepted', answered_at = '${lead.now.toISOString()}', answered_by = '${given.lead.accountId}';
           update finding set state = 'cap_accepted'`,
        )
        .execute(db),
    ).rejects.toThrow('believes that the harm was stopped');
    done(await answerContainment(lead, finding, believed));
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).toContain('Finding AUD-00002/1: the harm is stopped');
    done(await acceptPlan(lead, finding, { round: 1 }));
    const record = await findFinding(given.as(given.recruiter), finding);
    expect(record?.containments).toMatchObject([
      { ...{ round: 1, description: containment.containment, answer: 'contained', answerReason: null } },
    ]);
    expect(record?.containments[0]).toMatchObject({ filename: 'proof.pdf', version: 1 });
  });

  test('is not believed late, and the days the answer took are given back and named', async ({
    db,
    mailer,
    work,
  }) => {
    const given = await anEngagement(db);
    const { finding, lead } = await said(given);
    const answer = (days: string) =>
      sql
        .raw(
          `begin; update finding_containment set answer = 'not_contained', answer_reason = '${reason}', answered_at = '2026-03-17T08:00:00Z', answered_by = '${given.lead.accountId}';
         update finding set state = 'issued', contained_at = null, containment = null${days}; commit`,
        )
        .execute(db);
    for (const days of [
      '',
      `, contain_due_on = '2026-04-19', plan_due_on = '2026-03-23'`,
      `, close_due_on = '2026-06-30'`,
    ]) {
      await expect(answer(days)).rejects.toThrow('took to answer are given back');
      await sql`rollback`.execute(db);
    }
    const form = { round: 1, outcome: 'not_contained' as const, reason };
    done(await answerContainment({ ...lead, now: new Date('2026-03-17T08:00:00Z') }, finding, form));
    const { contain_due_on, plan_due_on, close_due_on } = await db
      .selectFrom('finding')
      .selectAll()
      .executeTakeFirstOrThrow();
    // Said on 2 March, two days before the day and seven before that of the plan.
    expect([contain_due_on, plan_due_on, close_due_on]).toEqual(['2026-03-19', '2026-03-23', '2026-03-31']);
    await escalateOverdue({ db, now: new Date('2026-03-19T06:00:00Z') });
    expect(await db.selectFrom('finding_escalation').select('id').execute()).toEqual([]);
    await work();
    const mail = mailer.sent.find(
      ({ subject }) => subject === 'Finding AUD-00002/1: the harm is not stopped',
    );
    const text = mail?.text.replace(/\s+/g, ' ');
    expect(text).toContain('stop the harm by 19 March 2026');
    expect(text).toContain('by 23 March 2026');
  });

  test('is not believed, for a reason, and is to be stopped again', async ({ db, mailer, work }) => {
    const given = await anEngagement(db);
    const { finding, lead } = await said(given);
    const form = { round: 1, outcome: 'not_contained' as const, reason };
    for (const actor of [given.recruiter, given.reviewer, given.colleague])
      expect(await answerContainment({ ...lead, actor }, finding, form)).toMatchObject({ ok: false });
    done(await answerContainment(lead, finding, form));
    expect(await row(given, finding)).toEqual({
      ...{ state: 'issued', containment: null, dueOn: '2026-03-05', at: null },
    });
    await work();
    const mail = mailer.sent.find(
      ({ subject }) => subject === 'Finding AUD-00002/1: the harm is not stopped',
    );

    expect(mail?.text).toContain(reason);
    done(await contained({ db, actor: given.recruiter, now: later(3) }, finding));
    expect(await answerContainment(lead, finding, form)).toEqual({ ok: false, refusal: 'another_round' });
    const record = await findFinding(given.as(given.recruiter), finding);
    expect(record?.containments.map(({ round, answer }) => [round, answer])).toEqual([
      [2, null],
      [1, 'not_contained'],
    ]);
    expect(await row(given, finding)).toMatchObject({ state: 'awaiting_cap', ...containment });
  });

  test('and that nobody answers is told once the days for evidence have passed', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding, lead } = await said(given);
    await tellLateAnswers({ db, now: later(16) });
    expect(await listDelays(db, 'finding', finding)).toEqual([]);
    await tellLateAnswers({ db, now: later(17) });
    expect(await listDelays(db, 'finding', finding)).toMatchObject([
      { occasion: 'containment_review', dueOn: '2026-03-17' },
    ]);
    done(await answerContainment({ ...lead, now: later(18) }, finding, believed));
    expect(await listDelays(db, 'finding', finding)).toEqual([]);
  });

  test('keeps its plan waiting, whose days begin with that answer', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding, lead } = await said(given);
    const plan = { ...correctiveAction, targetOn: '2026-03-20' };
    done(await submitPlan({ db, actor: given.recruiter, now: later(1) }, finding, plan));
    await tellLateAnswers({ db, now: later(13) });
    expect(await listDelays(db, 'finding', finding)).toEqual([]);
    done(await answerContainment({ ...lead, now: later(14) }, finding, believed));
    expect(await listTeamTasks({ ...lead, now: later(14) })).toMatchObject([
      { id: finding, due: '2026-03-25' },
    ]);
    await tellLateAnswers({ db, now: later(24) });
    expect(await listDelays(db, 'finding', finding)).toEqual([]);
    await tellLateAnswers({ db, now: later(25) });
    expect(await listDelays(db, 'finding', finding)).toMatchObject([
      { occasion: 'plan_review', dueOn: '2026-03-25' },
    ]);
  });
});

describe('by SQL', () => {
  test('nothing is stopped without a document of its recruiter, nor taken back without an answer', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    await said(given);
    const refuses = (what: string, why: string) => expect(sql.raw(what).execute(db)).rejects.toThrow(why);
    const by = `answered_at = '${later(2).toISOString()}', answered_by`;
    await refuses(
      `update finding set state = 'issued', contained_at = null, containment = null`,
      'until the audit team says it was not',
    );
    await refuses(
      `update finding_containment set answer = 'contained', ${by} = '${given.reviewer.accountId}'`,
      'answered by the audit team',
    );
    await refuses(
      `update finding_containment set answer = 'not_contained', ${by} = '${given.lead.accountId}'`,
      'finding_containment_answer_shape',
    );
    await refuses(
      `update finding_containment set answer = 'not_contained', answer_reason = '${reason}', ${by} = '${given.lead.accountId}'`,
      'moves its finding',
    );
    await refuses(`update finding_containment set containment = 'Another thing than was sent.'`, 'stands');
    await refuses(`delete from finding_containment`, 'append-only');
    await refuses(`truncate finding_containment`, 'append-only');
    await refuses(
      `insert into finding_containment select finding_id, 2, containment, document_id, document_version, sha256, submitted_at, submitted_by
        from finding_containment`,
      'finding_containment_document_id_key',
    );
    const other = await raised(given, await auditOf(given), 'critical', '1.1.3');
    await refuses(
      `update finding set state = 'awaiting_cap', contained_at = now(), containment = 'It was stopped, they say.' where id = '${other}'`,
      'shown by a document',
    );
  });
});

const auditOf = async ({ db }: Engagement) =>
  (await db.selectFrom('finding').select('audit_id as id').executeTakeFirstOrThrow()).id;
