import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { acceptPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import {
  anEngagement,
  done,
  fieldwork,
  issued,
  notified,
  scheduled,
} from '#tests/support/factories/audits.ts';
import { correctiveAction, evidence } from '#tests/support/factories/corrections.ts';
import { test } from '#tests/support/test.ts';

/** A row like another one of its table, but for these columns. */
const alike = (table: string, of: string, changes: Record<string, unknown>) =>
  sql.raw(`insert into ${table} ${sameAs(table, of, changes)}`);
const sameAs = (table: string, of: string, changes: Record<string, unknown>) =>
  `select (jsonb_populate_record(r, '${JSON.stringify(changes)}'::jsonb)).* from ${table} r where ${of} limit 1`;
const columns = `id, application_id, organisation_id, audit_body_id, scheme_version_id, type, state, scheduled_at, scheduled_by`;

describe('an audit begins', () => {
  test.for([
    ['as notified', { state: 'notified' }, 'does not begin as notified'],
    ['as final', { state: 'ready_for_decision' }, 'does not begin as ready_for_decision'],
    ['as closed', { state: 'closed' }, 'does not begin as closed'],
  ] as const)('never %s', async ([, change, said], { db }) => {
    const given = await anEngagement(db);
    const id = await notified(given, 'stage1');
    const past = {
      ...{ id: crypto.randomUUID(), reference: 'AUD-99999', type: 'stage2' },
      ...{ started_at: '2026-03-01', fieldwork_done_at: '2026-03-02', reported_at: '2026-03-03' },
      ...{ reported_by: given.lead.accountId, summary: 'Everything was in order there.' },
      ...{ reviewed_at: '2026-03-04', reviewed_by: given.reviewer.accountId, ...change },
      ...{ day_calculation_id: null, sample_plan_id: null },
      ...(change.state === 'closed' ? { closed_at: '2026-03-05' } : {}),
      ...(change.state === 'notified' ? { started_at: null } : {}),
    };
    // Its declarations are asked for before: they came with a row that names another audit.
    await sql`alter table audit disable trigger audit_declarations`.execute(db);
    await sql`alter table audit disable trigger audit_by_approved_body`.execute(db);
    await expect(alike('audit', `id = '${id}'`, past).execute(db)).rejects.toThrow(said);
  });

  test('without a reviewer, a plan or days', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await scheduled(given, 'stage1');
    const twin = { id: crypto.randomUUID(), reference: 'AUD-99999', type: 'stage2' };
    for (const ahead of [
      { reviewed_by: given.reviewer.accountId },
      { plan: 'Whatever there is to see.' },
      { notice_type: 'announced' },
      { fact_checked_at: '2026-03-01' },
    ])
      await expect(
        alike('audit', `id = '${id}'`, { ...twin, ...ahead }).execute(db),
        JSON.stringify(ahead),
      ).rejects.toThrow('audit begins without');
    await alike('audit', `id = '${id}'`, twin).execute(db);
  });

  test('by an auditor of its body, with the recruiter whose application it is', async ({ db }) => {
    const given = await anEngagement(db);
    await scheduled(given, 'stage1');
    const insert = (by: string, organisation: string) =>
      sql`insert into audit (${sql.raw(columns)})
        select gen_random_uuid(), application_id, ${organisation}::uuid, audit_body_id, scheme_version_id, 'stage2', state,
          scheduled_at, ${by}::uuid from audit`.execute(db);
    await expect(insert(given.reviewer.accountId, given.agency.id)).rejects.toThrow('an auditor of its body');
    await expect(insert(given.recruiter.accountId, given.agency.id)).rejects.toThrow(
      'an auditor of its body',
    );
    await insert(given.colleague.accountId, given.agency.id);
  });
});

describe('a finding begins', () => {
  const given = { evidence: 'Seen on paper there.', statement: 'No payee is named in it.' };

  test.for([
    ['awaiting its plan', { state: 'awaiting_cap', issued_at: '2026-03-01', ...due() }, 'does not begin as'],
    [
      'closed',
      { state: 'closed', issued_at: '2026-03-01', closed_at: '2026-03-02', ...due() },
      'does not begin as',
    ],
    ['with a verification', { verification_method: 'desk' }, 'finding_verified_whole'],
    ['with its clocks running', due(), 'begin when it is issued'],
    ['issued though minor', { state: 'issued', issued_at: '2026-03-01', ...due() }, 'finding_state_shape'],
    [
      'issued as an observation',
      { state: 'issued', issued_at: '2026-03-01', grade: 'observation' },
      'when it is critical',
    ],
  ] as const)('never %s', async ([, change, said], { db }) => {
    const engagement = await anEngagement(db);
    const audit = await fieldwork(engagement);
    const { accountId } = engagement.lead;
    const row = { grade: 'minor', state: 'raised', ...given, number: 7, indicator_code: '1.1.2', ...change };
    const people = 'closed_at' in change ? { closed_by: accountId } : {};
    const begin = sql`insert into finding (id, audit_id, application_id, organisation_id, scheme_version_id, raised_at, raised_by,
        number, indicator_code, grade, state, statement, evidence, issued_at, plan_due_on, close_due_on, closed_at, closed_by,
        verification_method)
      select gen_random_uuid(), a.id, a.application_id, a.organisation_id, a.scheme_version_id, '2026-03-01', ${accountId}, f.number,
        f.indicator_code, f.grade, f.state, f.statement, f.evidence, f.issued_at, f.plan_due_on, f.close_due_on, f.closed_at,
        f.closed_by, f.verification_method
      from audit a, jsonb_populate_record(null::finding, ${JSON.stringify({ ...row, ...people })}::jsonb) f where a.id = ${audit}`;
    await expect(begin.execute(db)).rejects.toThrow(said);
  });

  function due() {
    return { plan_due_on: '2026-04-01', close_due_on: '2026-08-01' };
  }
});

describe('what is sent begins unanswered, and stands as it was sent', () => {
  test('a plan', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    const answered = sql`insert into corrective_action_plan (finding_id, round, root_cause, correction, corrective_action,
        preventive_action, owner, target_on, submitted_at, submitted_by, answer, answered_at, answered_by)
      values (${finding}, 1, 'a', 'b', 'c', 'd', 'e', '2026-04-01', now(), ${given.recruiter.accountId}, 'accepted', now(),
        ${given.lead.accountId})`;
    await expect(answered.execute(db)).rejects.toThrow('begins without answer');
    done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
    await expect(
      sql`update corrective_action_plan set root_cause = 'Something else'`.execute(db),
    ).rejects.toThrow('root_cause stands');
  });

  test('evidence', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
    done(await acceptPlan(given.as(given.lead), finding, { round: 1 }));
    const answered = sql`insert into finding_evidence (finding_id, round, description, submitted_at, submitted_by, answer,
        answered_at, answered_by)
      values (${finding}, 1, 'Receipts', now(), ${given.recruiter.accountId}, 'verified', now(), ${given.lead.accountId})`;
    await expect(answered.execute(db)).rejects.toThrow('begins without answer');
    done(await submitEvidence(given.as(given.recruiter), finding, evidence));
    await expect(sql`update finding_evidence set description = 'Other receipts'`.execute(db)).rejects.toThrow(
      'description stands',
    );
  });

  test('a proposed grade and a dispute', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    const reason = 'The practice is wider than one office.';
    await expect(
      sql`insert into finding_regrade (finding_id, from_grade, to_grade, reason, proposed_at, proposed_by, outcome, answer_reason,
          answered_at, answered_by)
        values (${finding}, 'minor', 'major', ${reason}, now(), ${given.lead.accountId}, 'dismissed', ${reason}, now(),
          ${given.reviewer.accountId})`.execute(db),
    ).rejects.toThrow('begins without');
    await expect(
      sql`insert into finding_dispute (finding_id, statement, disputed_at, disputed_by, outcome, answer_reason, answered_at, answered_by)
        values (${finding}, ${reason}, '2026-03-01', ${given.recruiter.accountId}, 'kept', ${reason}, now(),
          ${given.reviewer.accountId})`.execute(db),
    ).rejects.toThrow('begins without');
  });
});
