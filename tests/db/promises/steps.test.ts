import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { recordBankTransfer } from '#app/features/billing/commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { anApplicant, sent } from '#tests/support/factories/applications.ts';
import { anEngagement, done, fieldwork, issued, raised, readiness } from '#tests/support/factories/audits.ts';
import { aCertificate, aPackage, suspension } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

/** What raw SQL cannot do although each row by itself would be well formed: skip a step, go back, or rewrite. */
const refuses = async (db: Kysely<Database>, statement: string, reason: string) =>
  expect(sql.raw(statement).execute(db), statement).rejects.toThrow(reason);

describe('an application', () => {
  test('does not jump over its fee', async ({ db }) => {
    await anApplicant(db);
    await refuses(
      db,
      `update application set state = 'under_review', submitted_at = now(), paid_at = now(), review_due_on = '2026-12-01'`,
      'application does not go from draft to under_review',
    );
  });

  test('is not pulled back from the scheme, nor handed to another', async ({ db, work }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    for (const [change, reason] of [
      [`state = 'draft', submitted_at = null, payment_due_on = null`, 'from awaiting_payment to draft'],
      [`organisation_id = '${given.stranger.actor.organisationId}'`, 'organisation_id stands'],
      [`reference = 'APP-09999'`, 'reference stands'],
    ] as const)
      await refuses(db, `update application set ${change}`, reason);
    await refuses(db, `delete from application`, 'append-only');
  });

  test('that was accepted keeps its day, its scope and its audit body', async ({ db }) => {
    const { body } = await anEngagement(db);
    for (const [change, reason] of [
      [`accepted_at = now() + interval '1 day'`, 'accepted_at stands'],
      [`corridors = '{NP-AE}'`, 'corridors stands'],
      [`audit_body_id = null, engaged_at = null, state = 'accepted'`, 'engaged_at, audit_body_id stands'],
    ] as const)
      await refuses(db, `update application set ${change}`, reason);
    expect(await db.selectFrom('application').select(['state', 'audit_body_id']).execute()).toEqual([
      { state: 'engaged', audit_body_id: body.id },
    ]);
  });

  test('that was concluded is final', async ({ db, work }) => {
    await aCertificate(db, work);
    await refuses(db, `update application set state = 'refused'`, 'state stands');
    await refuses(db, `update application set concluded_at = now()`, 'concluded_at stands');
  });
});

describe('an audit', () => {
  test('is not opened again, and stays where it belongs', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await readiness(given);
    const where = `where id = '${id}'`;
    await refuses(
      db,
      `update audit set state = 'in_progress', fieldwork_done_at = null, closed_at = null ${where}`,
      'state, closed_at, fieldwork_done_at stands',
    );
    await refuses(db, `update audit set readiness = 'not_ready' ${where}`, 'readiness stands');
    await refuses(db, `delete from audit ${where}`, 'append-only');
    await refuses(db, `update audit set type = 'stage2', readiness = null ${where}`, 'stands');
  });

  test('is not called ready over its review', async ({ db }) => {
    const id = await fieldwork(await anEngagement(db));
    await refuses(
      db,
      `update audit set state = 'cancelled', cancelled_at = now(), cancel_cause = 'body', cancel_note = 'Nobody is free.' where id = '${id}'`,
      'audit does not go from in_progress to cancelled',
    );
  });

  test('keeps its report once it is final', async ({ db }) => {
    const { id } = await issued(await anEngagement(db), 'major');
    for (const column of ['summary', 'plan'])
      await refuses(
        db,
        `update audit set ${column} = 'All was well, in the end.' where id = '${id}'`,
        `${column} stands`,
      );
    await refuses(db, `update audit set reported_at = now() where id = '${id}'`, 'reported_at stands');
  });
});

describe('a finding', () => {
  test('is not softened once it is issued, and never removed', async ({ db }) => {
    await issued(await anEngagement(db), 'major');
    for (const [change, column] of [
      [`grade = 'minor'`, 'grade'],
      [`statement = 'A small matter of form.'`, 'statement'],
      [`close_due_on = close_due_on + 90`, 'close_due_on'],
      [`indicator_code = '1.1.3'`, 'indicator_code'],
    ] as const)
      await refuses(db, `update finding set ${change}`, `${column} stands`);
    await refuses(db, `delete from finding`, 'append-only');
  });

  test('is not closed without a plan and its evidence', async ({ db }) => {
    const given = await anEngagement(db);
    await issued(given, 'major');
    await refuses(
      db,
      `update finding set state = 'closed', closed_at = now(), closed_by = '${given.reviewer.accountId}',
        verified_at = now(), verified_by = '${given.lead.accountId}', verification_method = 'desk'`,
      'finding does not go from awaiting_cap to closed',
    );
  });

  test('is not withdrawn any more once it was told', async ({ db }) => {
    await issued(await anEngagement(db), 'critical');
    await refuses(
      db,
      `update finding set state = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'A mistake.'`,
      'finding does not go from issued to withdrawn',
    );
  });
});

describe('a decision', () => {
  const decision = (given: { applicationId: string; agency: { id: string } }, decidedBy: string) =>
    `insert into decision_matter (kind, application_id, organisation_id, quorum, opened_at, due_on)
     values ('initial', '${given.applicationId}', '${given.agency.id}', 1, now(), '2026-04-01')
     on conflict do nothing;
     insert into certification_decision (matter_id, application_id, organisation_id, organisation_name, application_reference, outcome, reasons, decided_by, decided_at)
     select id, application_id, organisation_id, 'Himal Workforce', 'APP-00001', 'granted', 'Everything was found in order.', '${decidedBy}', now()
     from decision_matter where application_id = '${given.applicationId}'`;

  test('is the panel’s alone', async ({ db, work }) => {
    const given = await aPackage(db, work);
    await refuses(db, decision(given, given.officer.accountId), 'made by the decision panel');
  });

  test('waits for the package', async ({ db }) => {
    const given = await anEngagement(db);
    await refuses(db, decision(given, given.decider.accountId), 'is not with the panel');
  });

  test('grants nothing over an open finding', async ({ db, work }) => {
    const given = await anEngagement(db);
    await issued(given, 'major');
    await work();
    await pastRules(db, (one) =>
      sql`update application set state = 'decision_pending', package_frozen_at = now()`.execute(one),
    );
    await refuses(
      db,
      decision(given, given.decider.accountId),
      'while a grave finding of the recruiter is open',
    );
  });
});

describe('a certificate', () => {
  test('goes no way round', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await suspendCertificate(given.as(given.officer), given.certificateId, suspension);
    await refuses(
      db,
      `update certificate set status = 'active_under_watch', reason_class = 'special_audit'`,
      'status active_under_watch has no decision behind it',
    );
    for (const [action, status] of [
      ['watched', 'active_under_watch'],
      ['cleared', 'active'],
    ] as const)
      await refuses(
        db,
        `insert into certificate_status (certificate_id, action, status, reason_class, note, decided_by, decided_at)
          values ('${given.certificateId}', '${action}', '${status}', 'special_audit', 'Written straight into the table.',
            '${given.officer.accountId}', now())`,
        `a certificate that is suspended is not ${action}`,
      );
  });

  const history = (id: string, by: string, status = 'suspended', action = 'suspended') =>
    `insert into certificate_status (certificate_id, action, status, reason_class, note, decided_by, decided_at)
     values ('${id}', '${action}', '${status}', 'fees_charged', 'Written straight into the table.', '${by}', now())`;

  test('has no history that it does not show', async ({ db, work }) => {
    const { certificateId, officer } = await aCertificate(db, work);
    await refuses(db, history(certificateId, officer.accountId), 'does not show its latest status');
    await refuses(
      db,
      history(certificateId, officer.accountId, 'active', 'suspended'),
      'certificate_status_action',
    );
  });

  test('is suspended by an officer', async ({ db, work }) => {
    const { certificateId, lead } = await aCertificate(db, work);
    // Several statements in one message are one transaction.
    await refuses(
      db,
      `${history(certificateId, lead.accountId)};
       update certificate set status = 'suspended', reason_class = 'fees_charged', since = now()`,
      'changed by an officer',
    );
  });
});

describe('a fee and a registration', () => {
  test('are kept: a paid fee is not opened, a number not given away', async ({ db, work }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    await refuses(db, `update invoice set amount_minor = 100`, 'amount_minor stands');
    await refuses(db, `delete from invoice`, 'append-only');
    const { id } = await db.selectFrom('invoice').select('id').executeTakeFirstOrThrow();
    done(
      await recordBankTransfer(given.officer, id, {
        receivedOn: '2026-03-01',
        amount: 100_000,
        reference: 'T-1',
      }),
    );
    await refuses(
      db,
      `update invoice set status = 'open', paid_at = null, received_on = null, payment_id = null`,
      'stands',
    );
  });

  test('a number stays with its recruiter', async ({ db, work }) => {
    await aCertificate(db, work);
    await refuses(db, `update registration set number = 'LRN99992603'`, 'number stands');
    await refuses(db, `delete from registration`, 'append-only');
  });
});

test('a raised finding may still change hands of wording, as long as nobody was told', async ({ db }) => {
  const given = await anEngagement(db);
  const id = await raised(given, await fieldwork(given));
  await sql`update finding set statement = 'The cost schedule names neither payer nor payee.' where id = ${id}`.execute(
    db,
  );
  expect(await db.selectFrom('finding').select('statement').execute()).toEqual([
    { statement: 'The cost schedule names neither payer nor payee.' },
  ]);
});
