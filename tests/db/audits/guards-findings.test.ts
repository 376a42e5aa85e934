import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { closeAudit } from '#app/features/audits/commands/close-audit.server.ts';
import { extendFinding } from '#app/features/audits/findings/clocks/commands.server.ts';
import { acceptPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import {
  anEngagement,
  done,
  fieldwork,
  issued,
  now,
  raised,
  reasons,
  reported,
  strangers,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { correctiveAction, evidence } from '#tests/support/factories/corrections.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const reason = 'The bank needs a few days more.';
const change =
  ({ db }: Engagement) =>
  (id: string, columns: string) =>
    sql.raw(`update finding set ${columns} where id = '${id}'`).execute(db);

/** A finding of this audit, as the command would write it, by whomever. */
const raising = ({ db }: Engagement, audit: string, by: string, number = 9) =>
  sql`insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, statement,
      evidence, state, raised_at, raised_by, grading_reasons)
    select id, application_id, organisation_id, ${number}::integer, scheme_version_id, '1.1.2', 'minor', 'No payee is named.',
      'Seen on paper.', 'raised', ${now}, ${by}::uuid, ${reasons} from audit where id = ${audit}`.execute(db);

/** A finding whose plan was accepted, and whose evidence was sent. */
async function proven(given: Engagement, grade: 'major' | 'minor') {
  const { finding } = await issued(given, grade);
  done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
  done(await acceptPlan(given.as(given.lead), finding, { round: 1 }));
  done(await submitEvidence(given.as(given.recruiter), finding, evidence));
  return finding;
}
const answering = ({ db }: Engagement, table: string, by: string, answer: string) =>
  sql
    .raw(
      `update ${table} set answer = '${answer}', answered_at = '${now.toISOString()}', answered_by = '${by}'
        ${answer === 'accepted' || answer === 'verified' ? '' : `, answer_reason = 'Not good enough.'`}`,
    )
    .execute(db);

describe('findings are raised', () => {
  test('by the team alone, of its recruiter', async ({ db }) => {
    const given = await anEngagement(db);
    const audit = await fieldwork(given);
    const other = await strangers(db);
    for (const { accountId } of [given.colleague, given.reviewer, given.recruiter, other.auditor])
      await expect(raising(given, audit, accountId)).rejects.toThrow('raised by its team');
    await expect(
      sql`insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, statement,
          evidence, state, raised_at, raised_by)
        select id, application_id, ${other.recruiter.organisationId}::uuid, 9, scheme_version_id, '1.1.2', 'minor', 'No payee is named.',
          'Seen on paper.', 'raised', ${now}, ${given.lead.accountId}::uuid from audit where id = ${audit}`.execute(
        db,
      ),
    ).rejects.toThrow('of its recruiter');
    await raising(given, audit, given.lead.accountId);
  });

  test('until the report is sent, and not after it is final', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await reported(given, []);
    await expect(raising(given, id, given.lead.accountId)).rejects.toThrow('until its report is sent');
    const other = await anEngagement(db);
    const { id: final } = await issued(other, 'minor');
    await expect(raising(other, final, other.lead.accountId)).rejects.toThrow('until its report is sent');
  });
});

describe('a finding reaches a state', () => {
  test.for([
    ['cap_submitted', 'no plan', ''],
    ['withdrawn', 'no dispute', `, withdrawn_at = now(), withdrawal_reason = 'Raised in error.'`],
  ] as const)('not %s with %s', async ([state, , more], { db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    await expect(change(given)(finding, `state = '${state}'${more}`)).rejects.toThrow(
      /has no ground|does not go/,
    );
  });

  test('not accepted or returned while its plan waits, nor on the answer to another', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
    for (const state of [`state = 'cap_accepted'`, `state = 'cap_returned', resubmit_due_on = '2026-03-31'`])
      await expect(change(given)(finding, state)).rejects.toThrow('has no ground');
  });

  test('not with evidence, or its rejection, that nobody wrote', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
    done(await acceptPlan(given.as(given.lead), finding, { round: 1 }));
    await expect(change(given)(finding, `state = 'evidence_submitted'`)).rejects.toThrow('has no ground');
    done(await submitEvidence(given.as(given.recruiter), finding, evidence));
    await expect(change(given)(finding, `state = 'evidence_rejected'`)).rejects.toThrow('has no ground');
  });
});

describe('a round', () => {
  const plan = ({ db }: Engagement, finding: string, by: string, round = 1) =>
    sql`insert into corrective_action_plan (finding_id, round, root_cause, correction, corrective_action, preventive_action, owner,
        target_on, submitted_at, submitted_by)
      values (${finding}, ${round}::integer, 'a', 'b', 'c', 'd', 'e', '2026-04-01', ${now}, ${by}::uuid)`.execute(
      db,
    );

  test('is sent by the recruiter, in turn, and moves its finding on', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    await expect(plan(given, finding, given.lead.accountId)).rejects.toThrow('answered by its recruiter');
    await expect(plan(given, finding, given.recruiter.accountId, 2)).rejects.toThrow(
      'follows the one before',
    );
    await expect(plan(given, finding, given.recruiter.accountId)).rejects.toThrow('moves its finding on');
    const proof = sql`insert into finding_evidence (finding_id, round, description, submitted_at, submitted_by)
      values (${finding}, 1, 'Receipts', ${now}, ${given.recruiter.accountId})`;
    await expect(proof.execute(db)).rejects.toThrow('nothing is sent for a finding that is awaiting_cap');
  });

  test('is answered by the team, and moves its finding on', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await proven(given, 'minor');
    for (const { accountId } of [given.colleague, given.reviewer, given.recruiter, given.officer])
      await expect(answering(given, 'finding_evidence', accountId, 'verified')).rejects.toThrow(
        'answered by the audit team',
      );
    await expect(answering(given, 'finding_evidence', given.lead.accountId, 'verified')).rejects.toThrow(
      'moves its finding on',
    );
    expect(await db.selectFrom('finding').select('state').where('id', '=', finding).execute()).toEqual([
      { state: 'evidence_submitted' },
    ]);
  });
});

describe('a finding is verified', () => {
  const verified = (state: string, by: string, closed = '') =>
    `state = '${state}', verified_at = '${now.toISOString()}', verified_by = '${by}', verification_method = 'on_site'${closed}`;
  const closing = (by: string) => `, closed_at = '${now.toISOString()}', closed_by = '${by}'`;

  /** The lead takes the evidence, and this becomes of the finding in the same transaction. */
  const after = (given: Engagement, finding: string, columns: string) =>
    given.db.transaction().execute(async (trx) => {
      await sql`insert into finding_verification (finding_id, round, method, seen, seen_on, place, verified_at, verified_by)
        values (${finding}, 1, 'on_site', 'The new schedule hangs there.', ${dayOf(now)}, 'Kathmandu', ${now}, ${given.lead.accountId})`.execute(
        trx,
      );
      await answering({ ...given, db: trx }, 'finding_evidence', given.lead.accountId, 'verified');
      await change({ ...given, db: trx })(finding, columns);
    });

  test('by whoever of the team took the evidence', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await proven(given, 'major');
    const { lead, colleague, reviewer } = given;
    for (const { accountId } of [colleague, reviewer])
      await expect(after(given, finding, verified('verified', accountId))).rejects.toThrow(
        'of the team took',
      );
    await after(given, finding, verified('verified', lead.accountId));
    await expect(change(given)(finding, `verified_by = '${reviewer.accountId}'`)).rejects.toThrow();
    await expect(change(given)(finding, `verification_method = 'desk'`)).rejects.toThrow('stands');
  });

  test('and closes at once when it is minor, by the same person', async ({ db }) => {
    const given = await anEngagement(db);
    const { lead, reviewer } = given;
    const finding = await proven(given, 'minor');
    const both = (closer: string) => verified('closed', lead.accountId, closing(closer));
    await expect(after(given, finding, verified('verified', lead.accountId))).rejects.toThrow(
      'a minor finding that harmed nobody closes',
    );
    await expect(after(given, finding, both(reviewer.accountId))).rejects.toThrow(
      'a minor finding that harmed nobody closes',
    );
    await after(given, finding, both(lead.accountId));
  });

  test('and closes at once in no other case', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await proven(given, 'major');
    const columns = verified('closed', given.lead.accountId, closing(given.reviewer.accountId));
    await expect(after(given, finding, columns)).rejects.toThrow('waits for a second person');
  });

  test('never without its evidence', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await proven(given, 'major');
    await expect(change(given)(finding, verified('verified', given.lead.accountId))).rejects.toThrow(
      /no ground|took the evidence/,
    );
  });
});

describe('its days', () => {
  test.for([`plan_due_on = '2026-12-31'`, `close_due_on = '2027-12-31'`] as const)(
    'begin as its clocks say: not %s',
    async (columns, { db }) => {
      const given = await anEngagement(db);
      const id = await raised(given, await fieldwork(given), 'minor');
      const due = { plan_due_on: '2026-03-31', close_due_on: '2026-08-28' };
      const start = Object.entries(due).map(([name, day]) => `${name} = '${day}'`);
      const begin = (days: string[]) =>
        change(given)(id, [`state = 'awaiting_cap', issued_at = '${now.toISOString()}'`, ...days].join(', '));
      const name = columns.split(' ')[0] ?? '';
      const wrong = [...start.filter((one) => !one.startsWith(name)), columns];
      await expect(begin(wrong)).rejects.toThrow('those of its clocks');
      await begin(start);
    },
  );

  test('are extended by the body’s own people, and within the clock', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    const extend = (by: string, until: string, clock = 'plan') =>
      change(given)(
        finding,
        `${clock}_due_on = '${until}', extended_at = '${now.toISOString()}', extended_by = '${by}', extension_reason = '${reason}',
          extended_clock = '${clock}', extended_from = plan_due_on`,
      );
    for (const { accountId } of [given.recruiter, given.colleague, given.officer, given.decider])
      await expect(extend(accountId, '2026-04-10')).rejects.toThrow('more time is given by its audit team');
    await expect(extend(given.lead.accountId, '2026-08-20')).rejects.toThrow('no more than its clock');
    await expect(extend(given.lead.accountId, '2026-09-10', 'close')).rejects.toThrow();
    await extend(given.lead.accountId, '2026-04-10');
  });

  test('are extended by no reviewer who is tied, by command or by SQL', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    const tie = { account_id: given.reviewer.accountId, organisation_id: given.agency.id, kind: 'advice' };
    const recorded = { recorded_at: now, recorded_by: given.officer.accountId };
    await db
      .insertInto('advice')
      .values({ ...tie, given_on: '2025-06-01', ...recorded })
      .execute();
    const form = { until: '2026-04-10', reason };
    expect(await extendFinding(given.as(given.reviewer), finding, form)).toEqual({
      ok: false,
      refusal: 'tied_to_recruiter',
    });
    done(await extendFinding(given.as(given.lead), finding, form));
  });
});

describe('an audit', () => {
  test('is not ready for a decision while its findings are open', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await issued(given, 'major');
    const ready = sql`update audit set state = 'ready_for_decision' where id = ${id}`;
    await expect(ready.execute(db)).rejects.toThrow('while its findings are open');
  });

  test('does not end over a grave finding without a decision', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await issued(given, 'major');
    await pastRules(db, (one) =>
      sql`update audit set state = 'ready_for_decision' where id = ${id}`.execute(one),
    );
    const close = sql`update audit set state = 'closed', closed_at = now() where id = ${id}`;
    await expect(close.execute(db)).rejects.toThrow('ends by a decision');
    expect(await closeAudit({ db, actor: { kind: 'system' }, now }, id)).toEqual({
      ok: false,
      refusal: 'findings_open',
    });
    await pastRules(db, (one) =>
      sql`update finding set state = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'Raised in error.' where audit_id = ${id}`.execute(
        one,
      ),
    );
    await close.execute(db);
  });
});
