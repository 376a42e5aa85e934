import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { submitApplication } from '#app/features/applications/commands.server.ts';
import { anApplicant } from '#tests/support/factories/applications.ts';
import { done } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

/** What the database refuses whoever writes, the house's own code included. */
describe('an application', () => {
  test.for([
    `state = 'submitted'`,
    `state = 'awaiting_payment', submitted_at = now()`,
    `state = 'under_review', submitted_at = now()`,
    `state = 'accepted', accepted_at = now()`,
    `state = 'engaged', accepted_at = now(), engaged_at = now()`,
    `state = 'decision_pending', package_frozen_at = now()`,
    `state = 'certified', concluded_at = now()`,
    `state = 'withdrawn'`,
    `state = 'certified '`,
    `paid_at = now()`,
  ])('has the shape of its state: %s', async (change, { db }) => {
    await anApplicant(db);
    const update = sql`update application set ${sql.raw(change)}`;
    await expect(update.execute(db)).rejects.toThrow('application_state_shape');
  });

  test('is the only one under way of its recruiter', async ({ db }) => {
    await anApplicant(db);
    const twin = sql`insert into application (organisation_id, scheme_version_id, state, started_at, started_by)
      select organisation_id, scheme_version_id, 'draft', now(), started_by from application`;
    await expect(twin.execute(db)).rejects.toThrow('application_one_live');
  });

  test('is made by a recruiter and audited by an audit body', async ({ db }) => {
    const { stranger, body } = await anApplicant(db);
    const other = stranger.actor.organisationId;
    const made = sql`update application set organisation_id = ${body.id}`;
    await expect(made.execute(db)).rejects.toThrow('foreign key');
    const audited = sql`update application set audit_body_id = ${other}`;
    await expect(audited.execute(db)).rejects.toThrow('foreign key');
    const unnamed = sql`update application set audit_body_id = ${other}, audit_body_kind = null`;
    await expect(unnamed.execute(db)).rejects.toThrow('null value');
  });

  test('keeps its answers as they were sent', async ({ db }) => {
    const { id, recruiter } = await anApplicant(db);
    done(await submitApplication(recruiter, id));
    for (const statement of [
      `update application_answer set value = '1', revision = revision + 1`,
      `delete from application_answer`,
    ]) {
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow('stand as sent');
    }
    for (const statement of [
      `update application_copy set copy = '[]'`,
      `delete from application_copy`,
      `truncate application_copy cascade`,
    ]) {
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow('append-only');
    }
  });
});
