import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { carryOut } from '#app/features/certificates/outcomes.server.ts';
import type { Database } from '#db/client.server.ts';
import { done, strangers } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aReadyAudit, pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

/** What raw SQL cannot write down as a certificate: anything but what the panel granted. */
type Change = Record<string, unknown>;

/** The certificate is taken away past every rule, and written again under all of them, with something changed. */
const writtenAgain = (db: Kysely<Database>, id: string, change: Change) =>
  db.transaction().execute(async (trx) => {
    await sql`create temporary table again on commit drop as select (select to_jsonb(c) from certificate c where c.id = ${id}) as held,
      (select to_jsonb(s) - 'position' from certificate_status s where s.certificate_id = ${id} and s.action = 'issued') as status,
      (select to_jsonb(v) from certificate_version v where v.certificate_id = ${id} and v.version = 1) as version`.execute(
      trx,
    );
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`delete from certificate_version where certificate_id = ${id}`.execute(trx);
    await sql`delete from certificate_status where certificate_id = ${id}`.execute(trx);
    await sql`delete from status_entry where certificate_id = ${id}`.execute(trx);
    await sql`delete from certificate where id = ${id}`.execute(trx);
    await sql`set local session_replication_role = origin`.execute(trx);
    const changed = JSON.stringify(change);
    await sql`insert into certificate select (jsonb_populate_record(null::certificate, held || ${changed}::jsonb)).* from again`.execute(
      trx,
    );
    await sql`insert into certificate_version
      select (jsonb_populate_record(null::certificate_version, version || ${changed}::jsonb)).* from again`.execute(
      trx,
    );
    await sql`insert into certificate_status (certificate_id, action, status, reason_class, note, decided_by, decided_at)
      select s.certificate_id, s.action, s.status, s.reason_class, s.note, s.decided_by, s.decided_at
      from again, jsonb_populate_record(null::certificate_status, status) s`.execute(trx);
  });

const longer = 'it stands for the months';
const wider = 'it covers no more than the panel granted';

test('a first certificate is written as it was granted, and in no other way', async ({ db, work }) => {
  const { certificateId: id } = await aCertificate(db, work);
  const { recruiter: other, body } = await twoOthers(db);
  const refused: [Change, string][] = [
    [{ valid_until: '2029-03-01' }, longer],
    [{ valid_until: '2027-02-28' }, longer],
    [{ valid_from: '2026-02-28' }, longer],
    [{ cycle_from: '2027-03-01' }, longer],
    [{ corridors: ['NP-QA', 'NP-AE', 'NP-MY', 'NP-SG'] }, wider],
    [{ offices: ['An office nobody saw'] }, wider],
    [{ audit_body_id: body }, wider],
    [{ organisation_id: other }, 'the panel granted it to another'],
    [{ status: 'suspended', reason_class: 'fees_charged' }, 'certificate does not begin as suspended'],
    [{ status: 'superseded' }, 'certificate does not begin as superseded'],
  ];
  for (const [change, reason] of refused)
    await expect(writtenAgain(db, id, change), JSON.stringify(change)).rejects.toThrow(reason);
  await writtenAgain(db, id, {});
  const kept = await db.selectFrom('certificate').select(['id', 'valid_until']).execute();
  expect(kept).toEqual([{ id, valid_until: '2029-02-28' }]);
});

async function twoOthers(db: Kysely<Database>) {
  const { recruiter } = await strangers(db);
  const body = crypto.randomUUID();
  await sql`insert into organisation (id, kind, name, country, created_at)
    values (${body}, 'audit_body', 'Another Body', 'NP', now())`.execute(db);
  return { recruiter: recruiter.organisationId, body };
}

describe('what takes its place', () => {
  test('runs from the old end, or from its own beginning, and covers what the old one did', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    const next = await recertified(given);
    for (const [change, reason] of [
      [{ valid_until: '2033-02-28' }, longer],
      [{ cycle_from: '2028-12-01' }, longer],
      [{ corridors: ['NP-QA', 'NP-SG'] }, wider],
      [{ kind: 'initial' }, longer],
    ] as const)
      await expect(writtenAgain(db, next, change), JSON.stringify(change)).rejects.toThrow(reason);
    await writtenAgain(db, next, { cycle_from: '2028-12-01', valid_until: '2031-11-30' });
  });

  test('is there: nothing gives its place to nobody', async ({ db, work }) => {
    const { certificateId, decider } = await aCertificate(db, work);
    const gone = sql.raw(`update certificate set status = 'superseded', since = '2026-04-01';
      insert into certificate_status (certificate_id, action, status, note, decided_by, decided_at)
      values ('${certificateId}', 'superseded', 'superseded', 'Nothing follows it.', '${decider.accountId}', '2026-04-01')`);
    await expect(gone.execute(db)).rejects.toThrow('none took its place');
  });
});

type Given = Awaited<ReturnType<typeof aCertificate>>;

/** The panel granted the next cycle on the first of December 2028; how the votes came about is not asked. */
async function recertified(given: Given) {
  const { db, certificateId, decider } = given;
  await aReadyAudit(given, 'recertification', '2028-10-01');
  const decisionId = crypto.randomUUID();
  await pastRules(db, (one) =>
    sql`insert into certification_decision (id, matter_id, kind, application_id, organisation_id, organisation_name,
        application_reference, outcome, reasons, decided_by, decided_at)
      select ${decisionId}, gen_random_uuid(), 'recertification', application_id, organisation_id, organisation_name,
        application_reference, 'granted', reasons, decided_by, decided_at from certification_decision limit 1`.execute(
      one,
    ),
  );
  const now = new Date('2028-12-01T09:00:00Z');
  const warrant = { kind: 'recertification' as const, actor: decider, now, certificateId, decisionId };
  done(await db.transaction().execute((trx) => carryOut(trx, warrant)));
  const { id } = await db
    .selectFrom('certificate')
    .select('id')
    .where('previous_id', '=', certificateId)
    .executeTakeFirstOrThrow();
  return id;
}
