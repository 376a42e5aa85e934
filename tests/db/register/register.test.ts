import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { standings } from '#app/features/certificates/model.ts';
import {
  liftSuspension,
  suspendCertificate,
  withdrawCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import { checkRecruiter } from '#app/features/register/check.server.ts';
import { entryColumns, standingOf, stands } from '#app/features/register/listed.server.ts';
import { listHistory } from '#app/features/register/history.server.ts';
import { findByCertificate, findRecord } from '#app/features/register/queries.server.ts';
import { countByStanding } from '#app/features/register/search/facets.server.ts';
import { countRegister, searchRegister } from '#app/features/register/search/search.server.ts';
import { anApplication, done, now } from '#tests/support/factories/audits.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import {
  aCertificate,
  aPackage,
  ownSuspension,
  refusal,
  vote,
} from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const number = 'LRN00012603';
const note = 'The officer wrote down why, at some length.';

describe('a suspension', () => {
  test('is what every answer says from the moment it is committed, and so is its end', async ({
    db,
    work,
  }) => {
    const { as, officer, certificateId, number: certificate } = await aCertificate(db, work);
    const asked = { db, now };
    const answers = async () => {
      const record = done(await findRecord(asked, number));
      const verified = done(await findByCertificate(asked, certificate));
      const check = await checkRecruiter(asked, 'himal');
      const [entry] = await searchRegister(asked, { q: 'himal workforce' }, { limit: 5 });
      return [
        record.standing.status,
        verified.record.standing.status,
        check.kind === 'one' ? check.entry.standing.status : check.kind,
        entry?.standing.status,
      ];
    };
    expect(await answers()).toEqual(Array(4).fill('certified'));
    done(await suspendCertificate(as(officer), certificateId, ownSuspension));
    expect(await answers()).toEqual(Array(4).fill('suspended'));
    done(await liftSuspension(as(officer), certificateId, { note }));
    expect(await answers()).toEqual(Array(4).fill('certified'));
    done(await withdrawCertificate(as(officer), certificateId, { reasonClass: 'fraud', note }));
    expect(await answers()).toEqual(Array(4).fill('withdrawn'));
    expect((await listHistory(asked, number)).map(({ status }) => status)).toEqual([
      'withdrawn',
      'certified',
      'suspended',
      'certified',
      'applicant',
    ]);
  });
});

describe('the list’s filter and the rule', () => {
  test('say the same of every status on every side of the last day', async ({ db, work }) => {
    await aCertificate(db, work);
    const today = '2026-06-01';
    // Rows as the schema lets them be; what leads to them is another test's matter.
    const programme = ['status_entry', 'audit_programme_entry', 'audit_programme', 'certificate_version'];
    for (const table of ['certificate', 'certificate_status', 'application', ...programme])
      await sql`alter table ${sql.ref(table)} disable trigger user`.execute(db);
    const certificates = [
      `status = 'active', reason_class = null`,
      `status = 'active_under_watch', reason_class = 'special_audit'`,
      `status = 'suspended', reason_class = 'fees_charged'`,
      `status = 'withdrawn', reason_class = 'fraud'`,
    ];
    const seen = new Set<string>();
    for (const change of certificates) {
      for (const until of ['2026-05-31', '2026-06-01', '2026-06-02']) {
        await sql`update certificate set valid_until = ${until}::date, ${sql.raw(change)}`.execute(db);
        seen.add(await agreed());
      }
    }
    for (const table of [...programme, 'certificate_status', 'certificate'])
      await sql`delete from ${sql.ref(table)}`.execute(db);
    for (const change of [
      `state = 'in_audit', concluded_at = null, package_frozen_at = null`,
      `state = 'refused', concluded_at = now(), package_frozen_at = now()`,
    ]) {
      await sql`update application set ${sql.raw(change)}`.execute(db);
      seen.add(await agreed());
    }
    expect([...seen].toSorted()).toEqual([...standings].toSorted());

    async function agreed() {
      // The triggers are off; an entry is drawn anew whatever is written to it.
      await sql`update register_entry set certificate_status = 'active', name = 'Somebody else'`.execute(db);
      const row = await db.selectFrom('register_entry').select(entryColumns).executeTakeFirstOrThrow();
      const { status } = standingOf(row, today);
      const filtered = [];
      for (const candidate of standings) {
        const { count } = await db
          .selectFrom('register_entry')
          .where(stands(candidate, today))
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow();
        if (count > 0) filtered.push(candidate);
      }
      expect(filtered).toEqual([status]);
      return status;
    }
  });
});

describe('the register', () => {
  test('finds by name, trading name, number, certificate and country, whatever the case', async ({
    db,
    work,
  }) => {
    const { number: certificate } = await aCertificate(db, work);
    for (const search of [
      { q: 'WORKFORCE himal' },
      { q: 'Himal' },
      { q: 'lrn 0001 2603' },
      { q: certificate.toLowerCase() },
      { country: 'NP' },
      { status: 'certified' as const },
    ]) {
      expect(await countRegister({ db, now }, search), JSON.stringify(search)).toBe(1);
    }
    for (const search of [
      { q: '%' },
      { q: '____' },
      { q: 'zebra' },
      { country: 'PH' },
      { status: 'suspended' as const },
    ]) {
      expect(await countRegister({ db, now }, search), JSON.stringify(search)).toBe(0);
    }
    expect(await countByStanding({ db, now })).toEqual(new Map([['certified', 1]]));
  });

  test('keeps that a recruiter was refused, once it is accepted again', async ({ db, work }) => {
    const given = await aPackage(db, work);
    done(await vote(given.as(given.decider), given.applicationId, refusal));
    await work();
    const { agency, body, recruiter } = given;
    const again = await anApplication(db, { agency, body, startedBy: recruiter.accountId });
    await pastRules(db, async (one) => {
      await sql`update application set accepted_at = '2027-05-01' where id = ${again}`.execute(one);
      await sql`update registration set accepted_on = '2027-05-01', application_id = ${again}`.execute(one);
    });
    const told = await listHistory({ db, now }, number);
    expect(told.map(({ status }) => status)).toEqual(['applicant', 'not_certified', 'applicant']);
    expect(told[0]?.at).toBe('2027-05-01T00:00:00.000Z');
  });

  test('has three answers for what it does not show', async ({ db, work }) => {
    await aCertificate(db, work);
    expect(await findRecord({ db, now }, 'LRN99999999')).toEqual({ ok: false, refusal: 'unknown_recruiter' });
    expect(await findByCertificate({ db, now }, 'ERC-2020-00009')).toEqual({
      ok: false,
      refusal: 'unknown_certificate',
    });
    await db.updateTable('registration').set({ delisted_on: '2026-03-02' }).execute();
    expect(await findRecord({ db, now }, number)).toEqual({ ok: false, refusal: 'removed' });
    expect(await countRegister({ db, now }, { q: 'himal' })).toBe(0);
    expect(await checkRecruiter({ db, now }, 'himal')).toEqual({ kind: 'none' });
  });

  test('says expired on the day after the last, without any job having run', async ({ db, work }) => {
    await aCertificate(db, work);
    const at = (day: string) => findRecord({ db, now: new Date(`${day}T12:00:00Z`) }, number);
    expect(done(await at('2029-02-28')).standing.status).toBe('certified');
    expect(done(await at('2029-03-01')).standing).toEqual({
      status: 'expired',
      since: '2029-03-01',
      reasonClass: null,
    });
  });
});
