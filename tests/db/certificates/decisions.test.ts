import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { decideCertification } from '#app/features/certificates/decisions/commands.server.ts';
import { aPerson, anEngagement } from '#tests/support/factories/audits.ts';
import {
  aCertificate,
  aPackage,
  grant,
  refusal,
  type DecisionPackage,
} from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const decisionRow = ({ applicationId, agency }: DecisionPackage, decidedBy: string) => sql`
  insert into certification_decision (application_id, organisation_id, organisation_name, application_reference, outcome, reasons, decided_by, decided_at)
  values (${applicationId}, ${agency.id}, 'Himal Workforce', 'APP-00001', 'granted', 'Everything was found in order.', ${decidedBy}, now())`;

describe('the panel', () => {
  test('grants: certificate, first status and facts stand at once, the application is concluded', async ({
    db,
    work,
    mailer,
  }) => {
    const { certificateId, applicationId, agency, decider } = await aCertificate(db, work);
    const certificate = await db.selectFrom('certificate').selectAll().executeTakeFirstOrThrow();
    expect(certificate).toMatchObject({
      id: certificateId,
      number: 'ERC-2026-00001',
      organisation_id: agency.id,
      status: 'active',
      valid_from: '2026-03-01',
      valid_until: '2029-02-28',
    });
    expect(await db.selectFrom('certificate_status').select(['action', 'decided_by']).execute()).toEqual([
      { action: 'issued', decided_by: decider.accountId },
    ]);
    const application = await db
      .selectFrom('application')
      .select('state')
      .where('id', '=', applicationId)
      .executeTakeFirst();
    expect(application?.state).toBe('certified');
    expect(mailer.sent.map(({ subject }) => subject).join('\n')).toMatch(/certif/i);
  });

  test('refuses: no certificate, the application is concluded as refused', async ({ db, work }) => {
    const given = await aPackage(db, work);
    await decideCertification(given.as(given.decider), given.applicationId, refusal);
    await work();
    expect(await db.selectFrom('certificate').select('id').execute()).toEqual([]);
    const { state } = await db.selectFrom('application').select('state').executeTakeFirstOrThrow();
    expect(state).toBe('refused');
  });

  test('decides once, however many press at the same time', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const scheme = { id: given.decider.organisationId, kind: 'scheme' as const };
    const other = await aPerson(db, scheme, 'decider', 'Another Decider');
    const outcomes = await Promise.all([
      decideCertification(given.as(given.decider), given.applicationId, grant),
      decideCertification(given.as(other), given.applicationId, refusal),
    ]);
    const decisions = await db.selectFrom('certification_decision').select('outcome').execute();
    expect(decisions).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'not_decision_pending' }]);
  });

  test('decides on nothing that has not reached it', async ({ db }) => {
    const given = await anEngagement(db);
    expect(await decideCertification(given.as(given.decider), given.applicationId, grant)).toEqual({
      ok: false,
      refusal: 'not_decision_pending',
    });
  });
});

describe('whoever audited', () => {
  /** The lead auditor, an auditor's reviewer: also when they hold a seat on the panel. */
  const hands = ['lead', 'reviewer'] as const;

  test.for(hands)('the %s is refused by the rule', async (hand, { db, work }) => {
    const given = await aPackage(db, work);
    const actor = { ...given.decider, accountId: given[hand].accountId };
    expect(await decideCertification(given.as(actor), given.applicationId, grant)).toEqual({
      ok: false,
      refusal: 'audited_by_you',
    });
  });

  test.for(hands)('the %s is refused by the database when tried in SQL', async (hand, { db, work }) => {
    const given = await aPackage(db, work);
    await expect(decisionRow(given, given[hand].accountId).execute(db)).rejects.toThrow('does not decide');
  });

  test('does not join the audit afterwards', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const join = sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
      values (${given.auditId}, ${given.decider.accountId}, 'auditor', now())`;
    await expect(join.execute(db)).rejects.toThrow('whoever decided does not join the audit');
  });
});

describe('a decision', () => {
  test.for([
    'update certification_decision set reasons = reasons',
    'delete from certification_decision',
    'truncate certification_decision cascade',
  ])('stands: %s', async (statement, { db, work }) => {
    await aCertificate(db, work);
    await expect(sql.raw(statement).execute(db)).rejects.toThrow('append-only');
  });
});
