import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { acceptPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import {
  anEngagement,
  done,
  fieldwork,
  issued,
  reported,
  scheduled,
} from '#tests/support/factories/audits.ts';
import { anotherReviewer, correctiveAction, verified } from '#tests/support/factories/corrections.ts';
import { test } from '#tests/support/test.ts';

/** What the database refuses whoever writes, the house's own code included. */
describe('an audit', () => {
  test('is not reviewed by somebody on its team', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await reported(given, []);
    const approve = sql`update audit set state = 'ready_for_decision', reviewed_at = now(), reviewed_by = ${given.lead.accountId}
      where id = ${id}`;
    await expect(approve.execute(db)).rejects.toThrow(/not on the audit team|reviewer_did_not_report/);
  });

  test('does not go on without everyone’s declaration', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await scheduled(given, 'stage1');
    const assign = sql`update audit set state = 'team_assigned' where id = ${id}`;
    await expect(assign.execute(db)).rejects.toThrow('needs a lead auditor and a declaration');
  });

  test.for([
    [`state = 'reported'`, 'audit_state_shape'],
    [`state = 'planned', planned_at = null`, 'audit_state_shape'],
    [`state = 'tech_review'`, 'audit_state_shape'],
    [`state = 'closed', closed_at = now(), cancelled_at = now()`, 'audit_cancelled_with_reason'],
    [`ends_on = starts_on - 1`, 'audit_days'],
    [`readiness = 'ready'`, 'audit_readiness_is_stage1'],
  ] as const)('has the shape of its state: %s', async ([change, constraint], { db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const update = sql`update audit set ${sql.raw(change)} where id = ${id}`;
    await expect(update.execute(db)).rejects.toThrow(constraint);
  });

  test('of each stage runs once at a time', async ({ db }) => {
    const given = await anEngagement(db);
    await scheduled(given, 'stage1');
    const twin = sql`insert into audit (application_id, organisation_id, audit_body_id, scheme_version_id, type, state, scheduled_at, scheduled_by)
      select application_id, organisation_id, audit_body_id, scheme_version_id, type, state, scheduled_at, scheduled_by from audit`;
    await expect(twin.execute(db)).rejects.toThrow('audit_one_live');
  });

  test('keeps its declarations as they were made', async ({ db }) => {
    await fieldwork(await anEngagement(db));
    await expect(sql`update conflict_declaration set conflicted = true`.execute(db)).rejects.toThrow();
    await expect(sql`delete from conflict_declaration`.execute(db)).rejects.toThrow();
  });

  test('keeps its assessments when fieldwork is over', async ({ db }) => {
    const given = await anEngagement(db);
    await reported(given, []);
    const changes = [
      `update indicator_assessment set conformity = 'does_not_conform'`,
      'delete from indicator_assessment',
    ];
    for (const change of changes)
      await expect(sql.raw(change).execute(db)).rejects.toThrow('assessments stand');
  });
});

describe('a finding', () => {
  test('that is critical is not verified at the desk', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'critical');
    const verify = sql`update finding set state = 'verified', contained_at = now(), verified_at = now(),
      verified_by = ${given.lead.accountId}, verification_method = 'desk' where id = ${finding}`;
    await expect(verify.execute(db)).rejects.toThrow('finding_critical_is_verified_on_site');
  });

  test('that is major is not closed by whoever verified it', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    await verified(given, finding);
    await anotherReviewer(given, given.lead.accountId);
    const close = sql`update finding set state = 'closed', closed_at = now(), closed_by = ${given.lead.accountId} where id = ${finding}`;
    await expect(close.execute(db)).rejects.toThrow('finding_second_person_closes');
  });

  test.for([
    [`state = 'overdue'`, 'finding_state_shape'],
    [`state = 'closed'`, 'finding_state_shape'],
    [`state = 'verified', verified_at = now()`, 'finding_state_shape'],
    [`state = 'withdrawn', withdrawn_at = now()`, 'finding_state_shape'],
    [`close_due_on = null`, 'finding_clocks'],
    [`contain_due_on = '2026-03-04'`, 'finding_clocks'],
    [`statement = 'short'`, 'finding_statement_check'],
  ] as const)('has the shape of its state: %s', async ([change, constraint], { db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    const update = sql`update finding set ${sql.raw(change)} where id = ${finding}`;
    await expect(update.execute(db)).rejects.toThrow(constraint);
  });

  test('keeps a plan once it is answered', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
    done(await acceptPlan(given.as(given.lead), finding, { round: 1 }));
    const changes = [
      `update corrective_action_plan set root_cause = 'Another one'`,
      'delete from corrective_action_plan',
    ];
    for (const change of changes)
      await expect(sql.raw(change).execute(db)).rejects.toThrow('answered and stands');
  });

  test('keeps its evidence once it is answered, and a file whole or not at all', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    await verified(given, finding);
    await expect(sql`update finding_evidence set description = 'Other'`.execute(db)).rejects.toThrow(
      'answered and stands',
    );
    const half = sql`insert into finding_evidence (finding_id, round, description, sha256, submitted_at, submitted_by)
      values (${finding}, 2, 'Receipts', ${'a'.repeat(64)}, now(), ${given.recruiter.accountId})`;
    await expect(half.execute(db)).rejects.toThrow('evidence_document_whole');
  });
});
