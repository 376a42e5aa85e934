import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { startApplication } from '#app/features/applications/commands.server.ts';
import { decideStay } from '#app/features/certificates/appeals/commands/decide-stay.server.ts';
import { declareForAppeal } from '#app/features/certificates/appeals/commands/declare-for-appeal.server.ts';
import { lodgeCertificateAppeal } from '#app/features/certificates/appeals/commands/lodge-appeal.server.ts';
import { listDecisions } from '#app/features/certificates/appeals/decisions.server.ts';
import { leaveCertificate } from '#app/features/certificates/exit/commands.server.ts';
import { cameBack } from '#app/features/certificates/queries.server.ts';
import { withdrawCertificate } from '#app/features/certificates/status-commands.server.ts';
import { listHistory } from '#app/features/register/history.server.ts';
import { previewStanding } from '#app/features/register/preview.server.ts';
import { findRecord } from '#app/features/register/queries.server.ts';
import type { Database } from '#db/client.server.ts';
import { days, decidedByTwo, dismissed, free, grounds, upheld } from '#tests/support/factories/appeals.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const note = 'The tickets it showed to the team were bought after the visit.';
const no = (refusal: string) => ({ ok: false, refusal });

/** Given back by its owner while it was looked into; ten days later fraud is proven. */
async function givenBack(db: Kysely<Database>, work: () => Promise<void>) {
  const given = await aCertificate(db, work);
  const owner = { ...given.recruiter, owner: true };
  done(await leaveCertificate({ db, actor: owner, now: days(1) }, 'withdraw', { note }));
  await work();
  const found = { db, actor: given.officer, now: days(11) };
  const fraud = () => withdrawCertificate(found, given.certificateId, { reasonClass: 'fraud', note });
  return { ...given, owner, found, fraud };
}

const shown = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate')
    .select(['status', 'reason_class as reason', 'since'])
    .executeTakeFirstOrThrow();

describe('fraud that comes to light after a certificate was given back', () => {
  test('is what the public reads, since the first day, and its history keeps both', async ({
    db,
    work,
    mailer,
  }) => {
    const { fraud, found, certificateId, number } = await givenBack(db, work);
    const next = { status: 'withdrawn', reasonClass: 'fraud' } as const;
    const preview = await previewStanding({ db, now: days(11) }, 'LRN00012603', next);
    expect(preview?.after).toEqual({ ...next, since: days(1).toISOString() });
    done(await fraud());
    const record = done(await findRecord({ db, now: days(12) }, 'LRN00012603'));
    expect(record.standing).toEqual({ ...next, since: days(1).toISOString() });
    const history = await listHistory({ db, now: days(12) }, 'LRN00012603');
    expect(history.slice(0, 2)).toEqual([
      { status: 'withdrawn', reasonClass: 'fraud', at: days(11).toISOString() },
      { status: 'withdrawn', reasonClass: 'own_request', at: days(1).toISOString() },
    ]);
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).toContain(
      `Certificate ${number} stays withdrawn, for a graver reason`,
    );
    for (const reasonClass of ['forced_labour', 'own_request', 'fraud'] as const)
      expect(await withdrawCertificate(found, certificateId, { reasonClass, note })).toEqual(no('withdrawn'));
  });

  test('keeps its holder from coming back for thirty-six months, counted from its end', async ({
    db,
    work,
  }) => {
    const { fraud, owner, agency } = await givenBack(db, work);
    done(await fraud());
    const begun = (day: string) =>
      startApplication({
        db,
        actor: { ...owner, organisationId: agency.id },
        now: new Date(`${day}T09:00:00Z`),
      });
    expect(await begun('2029-03-01')).toEqual(no('too_soon_after_withdrawal'));
    expect((await begun('2029-03-02')).ok).toBe(true);
  });

  test('is appealed against in thirty days: upheld, the holder’s own request stands again', async ({
    db,
    work,
  }) => {
    const given = await givenBack(db, work);
    expect(await listDecisions(db, given.agency.id)).toEqual([]);
    done(await given.fraud());
    const scheme = { id: given.officer.organisationId, kind: 'scheme' as const };
    const judge = { db, actor: await aPerson(db, scheme, 'officer', 'Ines Costa'), now: days(20) };
    const [decision] = await listDecisions(db, given.agency.id);
    const lodged = (day: number) =>
      lodgeCertificateAppeal({ db, actor: given.owner, now: days(day) }, decision?.ref ?? '', grounds);
    expect(await lodged(42)).toEqual(no('appeal_too_late'));
    const { appealId } = done(await lodged(20));
    done(await declareForAppeal(judge, appealId, free));
    done(await decidedByTwo(judge, appealId, upheld));
    const own = { status: 'withdrawn', reason: 'own_request', since: days(1) };
    expect(await shown(db)).toEqual(own);
    await work();
    const told = await db
      .selectFrom('event')
      .select('type')
      .where('type', '=', 'certificate.returned')
      .execute();
    expect(told).toEqual([]);
  });

  test('stayed and dismissed, fraud is what the public reads again', async ({ db, work }) => {
    const given = await givenBack(db, work);
    done(await given.fraud());
    const scheme = { id: given.officer.organisationId, kind: 'scheme' as const };
    const judge = { db, actor: await aPerson(db, scheme, 'officer', 'Ines Costa'), now: days(20) };
    const [decision] = await listDecisions(db, given.agency.id);
    const lodging = { db, actor: given.owner, now: days(20) };
    const { appealId } = done(await lodgeCertificateAppeal(lodging, decision?.ref ?? '', grounds));
    done(await declareForAppeal(judge, appealId, free));
    done(await decideStay(judge, appealId, { stay: 'granted', reasons: dismissed.reasons }));
    expect(await shown(db)).toEqual({ status: 'withdrawn', reason: 'own_request', since: days(1) });
    done(await decidedByTwo({ ...judge, now: days(30) }, appealId, dismissed));
    expect(await shown(db)).toEqual({ status: 'withdrawn', reason: 'fraud', since: days(1) });
    await work();
  });

  test('is not put on it by whoever has a tie to its holder, nor once that came back', async ({
    db,
    work,
  }) => {
    const given = await givenBack(db, work);
    const { agency, officer, certificateId, fraud } = given;
    await pastRules(db, (one) =>
      sql`insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, declared_at)
        values (${officer.accountId}, ${agency.id}, 'kinship', 'A cousin runs the branch.', '2020-01-01', now())`.execute(
        one,
      ),
    );
    expect(await fraud()).toEqual(no('tied'));
    await expect(written(given, { reason: 'fraud' })).rejects.toThrow('whoever has a tie');
    await pastRules(db, (one) => sql`delete from interest_declaration`.execute(one));
    expect(await cameBack({ db }, certificateId)).toBe(false);
    await pastRules(db, (one) => sql.raw(next).execute(one));
    expect(await cameBack({ db }, certificateId)).toBe(true);
    expect(await fraud()).toEqual(no('came_back'));
    await expect(written(given, { reason: 'fraud' })).rejects.toThrow('came back with another certificate');
  });
});

const next = `insert into certificate (number, organisation_id, application_id, decision_id, scheme_version_id, audit_body_id,
    status, since, valid_from, cycle_from, valid_until, corridors, sectors, offices)
  select 'ERC-2027-09999', organisation_id, application_id, gen_random_uuid(), scheme_version_id, audit_body_id, 'active',
    since + interval '13 months', valid_from + 400, valid_from + 400, valid_until + 400, corridors, sectors, offices from certificate`;

type Row = { reason: string; by?: string; since?: Date };
type Given = Awaited<ReturnType<typeof givenBack>>;
const written = ({ db, officer, certificateId }: Given, { reason, by, since }: Row) =>
  db.transaction().execute(async (trx) => {
    await sql`update certificate set reason_class = ${reason}, since = ${since ?? days(1)} where id = ${certificateId}`.execute(
      trx,
    );
    await sql`insert into certificate_status (certificate_id, action, status, reason_class, note, decided_by, decided_at)
      values (${certificateId}, 'withdrawn', 'withdrawn', ${reason}, ${note}, ${by ?? officer.accountId}, ${days(11)})`.execute(
      trx,
    );
  });

describe('the database', () => {
  test('lets an officer put a graver reason on it, and nothing else', async ({ db, work }) => {
    const given = await givenBack(db, work);
    for (const reason of ['own_request', 'suspension_unresolved', 'late_corrective_action'])
      await expect(written(given, { reason })).rejects.toThrow('a graver reason only');
    await expect(written(given, { reason: 'fraud', since: days(11) })).rejects.toThrow('is final');
    await expect(written(given, { reason: 'fraud', by: given.decider.accountId })).rejects.toThrow(
      'changed by an officer',
    );
    const bare = sql`update certificate set reason_class = 'fraud'`;
    await expect(bare.execute(db)).rejects.toThrow('has no decision behind it');
    await written(given, { reason: 'forced_labour' });
    await expect(written(given, { reason: 'licence_revoked' })).rejects.toThrow('a graver reason only');
    await written(given, { reason: 'fraud' });
    expect(await shown(db)).toEqual({ status: 'withdrawn', reason: 'fraud', since: days(1) });
  });
});
