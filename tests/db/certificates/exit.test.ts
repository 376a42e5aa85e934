import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { startApplication } from '#app/features/applications/commands.server.ts';
import { listDecisions } from '#app/features/certificates/appeals/decisions.server.ts';
import { leaveCertificate } from '#app/features/certificates/exit/commands.server.ts';
import { mayLeave } from '#app/features/certificates/exit/policy.ts';
import { leave } from '#app/features/certificates/exit/rules.ts';
import type { Certificate } from '#app/features/certificates/model.ts';
import { liftSuspension, suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { listHistory } from '#app/features/register/history.server.ts';
import { days, historyOf } from '#tests/support/factories/appeals.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const note = 'We closed our office for the season and keep nothing running.';
const no = (refusal: string) => ({ ok: false, refusal });

test('a certificate that has ended is not given back', () => {
  const issued = {
    id: 'c',
    number: 'ERC-2026-00001',
    organisationId: 'o',
    applicationId: 'a',
    validUntil: '2029-02-28',
  };
  const active: Certificate = { ...issued, status: 'active', since: days(0) };
  expect(leave(active, 'withdraw', days(1), '2029-02-28')).toMatchObject({
    value: { status: 'withdrawn', reasonClass: 'own_request' },
  });
  expect(leave(active, 'suspend', days(1), '2029-03-01')).toEqual(no('expired'));
  expect(mayLeave({ kind: 'officer', accountId: 'a', organisationId: 'o', owner: true }, 'o')).toBe(false);
});

describe('an owner of the holder', () => {
  test('has it suspended; the public reads the class, and an officer lifts it', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await aCertificate(db, work);
    const owner = { db, actor: { ...given.recruiter, owner: true }, now: days(1) };
    const clerk = given.as(await aPerson(db, given.agency, 'recruiter'));
    expect(await leaveCertificate(clerk, 'suspend', { note })).toEqual(no('forbidden'));
    done(await leaveCertificate(owner, 'suspend', { note }));
    expect(await leaveCertificate(owner, 'suspend', { note })).toEqual(no('already_suspended'));
    const history = await listHistory({ db, now: days(1) }, 'LRN00012603');
    expect(history[0]).toMatchObject({ status: 'suspended', reasonClass: 'own_request' });
    // Nobody appeals against what they asked for.
    expect(await listDecisions(db, given.agency.id)).toEqual([]);
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).toContain(
      `Certificate ${given.number} is suspended since 2 March 2026`,
    );
    done(await liftSuspension({ ...given.as(given.officer), now: days(2) }, given.certificateId, { note }));
    expect(await historyOf(db)).toEqual(['issued active', 'suspended suspended', 'reinstated active']);
  });

  test('gives it back for good, and may apply anew after twelve months', async ({ db, work, mailer }) => {
    const given = await aCertificate(db, work);
    const owner = given.as({ ...given.recruiter, owner: true });
    done(await leaveCertificate({ ...owner, now: days(1) }, 'withdraw', { note }));
    expect(await leaveCertificate(owner, 'withdraw', { note })).toEqual(no('no_certificate'));
    await work();
    const told = `Certificate ${given.number} is withdrawn since 2 March 2026`;
    const letter = mailer.sent.find(({ subject }) => subject === told)?.text ?? '';
    expect(letter).toContain('own request');
    expect(letter).not.toContain('appeal');
    const early = await startApplication({ ...owner, now: new Date('2027-02-28T09:00:00Z') });
    expect(early).toEqual(no('too_soon_after_withdrawal'));
    expect((await startApplication({ ...owner, now: new Date('2027-03-02T09:00:00Z') })).ok).toBe(true);
  });

  test('and an officer at once: one wins, and what is graver is written last or refused', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    const owner = given.as({ ...given.recruiter, owner: true });
    const [own, officers] = await Promise.all([
      leaveCertificate(owner, 'suspend', { note }),
      suspendCertificate(given.as(given.officer), given.certificateId, suspension),
    ]);
    // Whoever comes first, the graver reason is the one that stands.
    if (!own.ok) expect(own).toEqual(no('already_suspended'));
    expect(officers.ok).toBe(true);
    const { reason_class } = await db
      .selectFrom('certificate')
      .select('reason_class')
      .where('id', '=', given.certificateId)
      .executeTakeFirstOrThrow();
    expect(reason_class).toBe(suspension.reasonClass);
  });
});

const byHolder = (more: string, person: string) =>
  sql.raw(`with changed as (update certificate set ${more.replace('action', 'status')}, since = '2026-03-02T09:00:00Z' returning *)
    insert into certificate_status (certificate_id, action, status, reason_class, note, decided_by, decided_at, by_holder)
    select id, status, status, reason_class, 'Ten letters', '${person}', since, true from changed`);

describe('the database', () => {
  test('lets an owner do this and nothing else', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const clerk = await aPerson(db, given.agency, 'recruiter');
    const stranger = given.lead.accountId;
    const own = `status = 'suspended', reason_class = 'own_request'`;
    for (const person of [clerk.accountId, stranger, given.officer.accountId])
      await expect(byHolder(own, person).execute(db)).rejects.toThrow('by an owner of its holder');
    const owner = given.recruiter.accountId;
    for (const change of [
      `status = 'suspended', reason_class = 'levy_unpaid'`,
      `status = 'withdrawn', reason_class = 'fraud'`,
      `status = 'active_under_watch', reason_class = 'special_audit'`,
    ])
      await expect(byHolder(change, owner).execute(db)).rejects.toThrow(
        /certificate_status_by_holder|certificate_status_action/,
      );
    await byHolder(own, owner).execute(db);
    const lifted = sql`update certificate set status = 'active', reason_class = null, since = '2026-03-03T09:00:00Z'`;
    await expect(lifted.execute(db)).rejects.toThrow('has no decision behind it');
  });
});
