import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import {
  clearCertificate,
  liftSuspension,
  suspendCertificate,
  watchCertificate,
  withdrawCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import { aPerson } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension, suspension } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const note = 'The officer wrote down why, at some length.';

describe('an officer', () => {
  test('watches, clears, suspends, lifts and withdraws, each with its reason and a fact', async ({
    db,
    work,
    mailer,
  }) => {
    const { as, officer, certificateId: id } = await aCertificate(db, work);
    const scope = as(officer);
    await watchCertificate(scope, id, { reasonClass: 'special_audit', note });
    await clearCertificate(scope, id, { note });
    await suspendCertificate(scope, id, ownSuspension);
    await liftSuspension(scope, id, { note });
    await withdrawCertificate(scope, id, { reasonClass: 'fraud', note });
    const history = await db
      .selectFrom('certificate_status')
      .select(['action', 'status', 'reason_class'])
      .orderBy('position')
      .execute();
    expect(history.map(({ action, status, reason_class }) => [action, status, reason_class])).toEqual([
      ['issued', 'active', null],
      ['watched', 'active_under_watch', 'special_audit'],
      ['cleared', 'active', null],
      ['suspended', 'suspended', 'own_request'],
      ['reinstated', 'active', null],
      ['withdrawn', 'withdrawn', 'fraud'],
    ]);
    mailer.sent.length = 0;
    await work();
    const toHolder = mailer.sent.filter(({ subject }) => subject.startsWith('Certificate '));
    expect(toHolder).toHaveLength(5);
    // A watch takes nothing from it: its audit body hears of the other three.
    expect(mailer.sent).toHaveLength(8);
  });

  test('wins or is told when two suspend at once', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const scheme = { id: given.officer.organisationId, kind: 'scheme' as const };
    const second = await aPerson(db, scheme, 'officer', 'Another Officer');
    const outcomes = await Promise.all([
      suspendCertificate(given.as(given.officer), given.certificateId, suspension),
      suspendCertificate(given.as(second), given.certificateId, suspension),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'already_suspended' }]);
    const rows = await db
      .selectFrom('certificate_status')
      .where('action', '=', 'suspended')
      .select('position')
      .execute();
    expect(rows).toHaveLength(1);
  });

  test('is told that a certificate is unknown', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    expect(await suspendCertificate(given.as(given.officer), crypto.randomUUID(), suspension)).toEqual({
      ok: false,
      refusal: 'not_found',
    });
  });
});

describe('the database', () => {
  test('commits no status without a reasoned decision', async ({ db, work }) => {
    await aCertificate(db, work);
    const quietly = sql`update certificate set status = 'suspended', reason_class = 'fees_charged', since = now()`;
    await expect(quietly.execute(db)).rejects.toThrow('has no decision behind it');
  });

  test('commits no certificate without a granting decision', async ({ db, work }) => {
    await aCertificate(db, work);
    const invented = sql`insert into certificate (number, organisation_id, application_id, decision_id, scheme_version_id, audit_body_id,
        status, since, valid_from, cycle_from, valid_until, corridors, sectors, offices)
      select 'ERC-2026-09999', audit_body_id, application_id, gen_random_uuid(), scheme_version_id, audit_body_id,
        status, since, valid_from, cycle_from, valid_until, corridors, sectors, offices from certificate`;
    await expect(invented.execute(db)).rejects.toThrow('certificate_decision_id');
  });

  test('keeps one standing certificate a recruiter', async ({ db, work }) => {
    await aCertificate(db, work);
    const twin = sql`insert into certificate (number, organisation_id, application_id, decision_id, scheme_version_id, audit_body_id,
        status, since, valid_from, cycle_from, valid_until, corridors, sectors, offices)
      select 'ERC-2026-09999', organisation_id, application_id, gen_random_uuid(), scheme_version_id, audit_body_id,
        status, since, valid_from, cycle_from, valid_until, corridors, sectors, offices from certificate`;
    await expect(twin.execute(db)).rejects.toThrow('certificate_one_standing');
  });

  test.for([
    [`status = 'suspended'`, 'certificate_status_shape'],
    [`status = 'active', reason_class = 'fraud'`, 'certificate_status_shape'],
    [`status = 'withdrawn', reason_class = 'fees_charged'`, 'certificate_status_shape'],
    [`status = 'expired'`, 'certificate_status_shape'],
    [`valid_until = valid_until + 365`, 'what was granted does not change'],
    [`number = 'ERC-2026-00042'`, 'what was granted does not change'],
    [`corridors = '{NP-AE}'`, 'its scope has no version behind it'],
    [`audit_body_id = organisation_id`, 'what was granted does not change'],
  ] as const)('refuses: set %s', async ([change, reason], { db, work }) => {
    await aCertificate(db, work);
    await expect(sql`update certificate set ${sql.raw(change)}`.execute(db)).rejects.toThrow(reason);
  });

  test('keeps a withdrawn certificate withdrawn, and every one on record', async ({ db, work }) => {
    const { as, officer, certificateId } = await aCertificate(db, work);
    await expect(sql`delete from certificate`.execute(db)).rejects.toThrow('is final');
    await withdrawCertificate(as(officer), certificateId, { reasonClass: 'fraud', note });
    const back = sql`update certificate set status = 'active', reason_class = null`;
    await expect(back.execute(db)).rejects.toThrow('is final');
    await expect(sql`update certificate_status set note = note`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`truncate certificate cascade`.execute(db)).rejects.toThrow('append-only');
  });
});
