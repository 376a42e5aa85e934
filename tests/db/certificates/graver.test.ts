import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import type { EventType, Payload } from '#app/events/catalogue.ts';
import { recordEvent } from '#app/events/record.server.ts';
import { decideStay } from '#app/features/certificates/appeals/commands/decide-stay.server.ts';
import { declareForAppeal } from '#app/features/certificates/appeals/commands/declare-for-appeal.server.ts';
import { lodgeCertificateAppeal } from '#app/features/certificates/appeals/commands/lodge-appeal.server.ts';
import { listDecisions } from '#app/features/certificates/appeals/decisions.server.ts';
import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import { leaveCertificate } from '#app/features/certificates/exit/commands.server.ts';
import { liftSuspension, suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { findRecord } from '#app/features/register/queries.server.ts';
import { previewStanding } from '#app/features/register/preview.server.ts';
import type { Database } from '#db/client.server.ts';
import { decidedByTwo, dismissed, free, grounds, upheld } from '#tests/support/factories/appeals.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { liftedByPanel } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const on = (day: string) => new Date(`${day}T09:00:00Z`);
const no = (refusal: string) => ({ ok: false, refusal });
const note = 'We closed our office for the season and keep nothing running.';
type Given = Awaited<ReturnType<typeof aCertificate>>;

const happened = <T extends EventType>(
  { db, agency }: Given,
  day: string,
  [type, payload]: readonly [T, Payload<T>],
) =>
  db.transaction().execute((trx) =>
    recordEvent(
      trx,
      {
        ...{ actor: { kind: 'system' }, now: on(day) },
        ...{ subject: crypto.randomUUID(), related: [agency.id] },
      },
      type,
      payload,
    ),
  );

const shown = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate')
    .select(['status', 'reason_class as reason', 'since'])
    .executeTakeFirstOrThrow();
const reasons = async (db: Kysely<Database>) =>
  (await db.selectFrom('certificate_status').select('reason_class').orderBy('position').execute()).map(
    (row) => row.reason_class,
  );

/** Suspended at its own request on the first of March; on the first of April a critical finding is issued. */
async function aGraverSuspension(db: Kysely<Database>, work: () => Promise<void>) {
  const given = await aCertificate(db, work);
  const owner = { ...given.recruiter, owner: true };
  done(await leaveCertificate(given.as(owner), 'suspend', { note }));
  await happened(given, '2026-04-01', ['finding.issued', { grade: 'critical' }]);
  await work();
  const onDay = (day: string) => ({ db, actor: given.officer, now: on(day) });
  return { ...given, owner, onDay, began: on('2026-03-01') };
}

describe('a graver fact on a certificate suspended at its own request', () => {
  test('is what the public reads, the first day stays, and the panel lifts', async ({ db, work, mailer }) => {
    const given = await aGraverSuspension(db, work);
    const { certificateId, onDay, began, decider } = given;
    expect(await shown(db)).toEqual({ status: 'suspended', reason: 'critical_finding', since: began });
    const record = done(await findRecord({ db, now: on('2026-04-02') }, 'LRN00012603'));
    expect(record.standing).toEqual({
      ...{ status: 'suspended', reasonClass: 'critical_finding', since: began.toISOString() },
    });
    expect(mailer.sent.map(({ subject }) => subject)).toContain(
      `Certificate ${given.number} stays suspended, for a graver reason`,
    );
    expect(await liftSuspension(onDay('2026-04-03'), certificateId, { note })).toEqual(no('panel_lifts'));
    done(await liftedByPanel({ db, certificateId, decider, now: on('2026-04-04') }));
    expect(await shown(db)).toMatchObject({ status: 'active' });
  });

  test('does not let the months of the suspension begin anew', async ({ db, work }) => {
    await aGraverSuspension(db, work);
    await runCertificateClock({ db, now: on('2026-08-25') });
    await runCertificateClock({ db, now: on('2026-09-01') });
    expect(await shown(db)).toMatchObject({ status: 'withdrawn', reason: 'suspension_unresolved' });
  });

  test('is appealed against: stayed, dismissed and upheld, it stays suspended since its first day', async ({
    db,
    work,
  }) => {
    const given = await aGraverSuspension(db, work);
    const { agency, owner, began } = given;
    const scheme = { id: given.officer.organisationId, kind: 'scheme' as const };
    const judge = { db, actor: await aPerson(db, scheme, 'officer', 'Ines Costa'), now: on('2026-04-05') };
    const [decision] = await listDecisions(db, agency.id);
    const lodging = { db, actor: owner, now: on('2026-04-05') };
    const { appealId } = done(await lodgeCertificateAppeal(lodging, decision?.ref ?? '', grounds));
    done(await declareForAppeal(judge, appealId, free));
    done(await decideStay(judge, appealId, { stay: 'granted', reasons: dismissed.reasons }));
    expect(await shown(db)).toEqual({ status: 'suspended', reason: 'own_request', since: began });
    done(await decidedByTwo({ ...judge, now: on('2026-04-20') }, appealId, dismissed));
    expect(await shown(db)).toEqual({ status: 'suspended', reason: 'critical_finding', since: began });
    expect(await reasons(db)).toEqual([
      ...[null, 'own_request', 'critical_finding', 'own_request', 'critical_finding'],
    ]);
  });

  test('upheld, only the holder’s own request stands', async ({ db, work }) => {
    const given = await aGraverSuspension(db, work);
    const scheme = { id: given.officer.organisationId, kind: 'scheme' as const };
    const judge = { db, actor: await aPerson(db, scheme, 'officer', 'Ines Costa'), now: on('2026-04-05') };
    const [decision] = await listDecisions(db, given.agency.id);
    const lodging = { db, actor: given.owner, now: on('2026-04-05') };
    const { appealId } = done(await lodgeCertificateAppeal(lodging, decision?.ref ?? '', grounds));
    done(await declareForAppeal(judge, appealId, free));
    done(await decidedByTwo(judge, appealId, upheld));
    expect(await shown(db)).toEqual({ status: 'suspended', reason: 'own_request', since: given.began });
    done(await liftSuspension(given.onDay('2026-04-06'), given.certificateId, { note }));
  });
});

test('an unpaid levy gives way to a lost licence, and what is graver never to what is less', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const { certificateId } = given;
  const officer = (day: string) => ({ db, actor: given.officer, now: on(day) });
  done(await suspendCertificate(officer('2026-03-02'), certificateId, { reasonClass: 'levy_unpaid', note }));
  const next = { status: 'suspended', reasonClass: 'licence_lost' } as const;
  const preview = await previewStanding({ db, now: on('2026-03-03') }, 'LRN00012603', next);
  expect(preview?.after.since).toBe(on('2026-03-02').toISOString());
  done(await suspendCertificate(officer('2026-03-03'), certificateId, { reasonClass: 'licence_lost', note }));
  for (const reasonClass of ['licence_lost', 'levy_unpaid', 'own_request'] as const)
    expect(await suspendCertificate(officer('2026-03-04'), certificateId, { reasonClass, note })).toEqual(
      no('already_suspended'),
    );
  expect(await shown(db)).toEqual({
    ...{ status: 'suspended', reason: 'licence_lost', since: on('2026-03-02') },
  });
});

describe('the database', () => {
  type Row = { reason: string; since: string; at: string };
  const written = ({ db, officer, certificateId }: Given, { reason, since, at }: Row) =>
    db.transaction().execute(async (trx) => {
      await sql`update certificate set status = 'suspended', reason_class = ${reason}, since = ${since}`.execute(
        trx,
      );
      await sql`insert into certificate_status (certificate_id, action, status, reason_class, note, decided_by, decided_at)
        values (${certificateId}, 'suspended', 'suspended', ${reason}, ${note}, ${officer.accountId}, ${at})`.execute(
        trx,
      );
    });

  test('lets no suspension become less grave, nor begin anew', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const began = '2026-03-02T09:00:00Z';
    await written(given, { reason: 'licence_lost', since: began, at: began });
    const at = '2026-04-02T09:00:00Z';
    for (const reason of ['own_request', 'levy_unpaid', 'licence_lost'])
      await expect(written(given, { reason, since: began, at })).rejects.toThrow('for a graver reason only');
    await expect(written(given, { reason: 'critical_finding', since: at, at })).rejects.toThrow(
      'has no decision behind it',
    );
    await written(given, { reason: 'critical_finding', since: began, at });
    expect(await shown(db)).toMatchObject({ reason: 'critical_finding', since: new Date(began) });
  });

  test('lets no clock suspend for a levy that is not open', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const clocked = db.transaction().execute(async (trx) => {
      await sql`insert into certificate_status (certificate_id, action, status, reason_class, note, cause, fact_id, decided_at)
        select ${given.certificateId}, 'suspended', 'suspended', 'levy_unpaid', ${note}, 'clock', id, ${on('2026-04-01')}
        from event order by position desc limit 1`.execute(trx);
      await sql`set constraints certificate_status_levy_open immediate`.execute(trx);
    });
    await expect(clocked).rejects.toThrow('a levy that is open still');
  });
});
