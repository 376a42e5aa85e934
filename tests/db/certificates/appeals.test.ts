import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { acknowledgeAppeal } from '#app/features/certificates/appeals/commands/acknowledge-appeal.server.ts';
import {
  confirmDecision,
  proposeDecision,
} from '#app/features/certificates/appeals/proposal/commands.server.ts';
import { decideStay } from '#app/features/certificates/appeals/commands/decide-stay.server.ts';
import { lodgeCertificateAppeal } from '#app/features/certificates/appeals/commands/lodge-appeal.server.ts';
import { listDecisions } from '#app/features/certificates/appeals/decisions.server.ts';
import { reduceScope } from '#app/features/certificates/scope/commands.server.ts';
import {
  liftSuspension,
  suspendCertificate,
  watchCertificate,
  withdrawCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { declareForAppeal } from '#app/features/certificates/appeals/commands/declare-for-appeal.server.ts';
import {
  anAppeal,
  days,
  decidedByTwo,
  aSecond,
  dismissed,
  free,
  grounds,
  historyOf,
  upheld,
} from '#tests/support/factories/appeals.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const note = 'The officer wrote down why, at some length.';
const stay = { stay: 'granted' as const, reasons: 'The harm of waiting would be greater than its use.' };
const no = (refusal: string) => ({ ok: false, refusal });

describe('an appeal is lodged', () => {
  test('by an owner of the holder, within 30 days, once, with its clocks', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
    const [decision] = await listDecisions(db, given.agency.id);
    const ref = decision?.ref ?? '';
    const owner = { ...given.recruiter, owner: true };
    const clerk = await aPerson(db, given.agency, 'recruiter');
    expect(await lodgeCertificateAppeal(given.as(clerk), ref, grounds)).toEqual(no('forbidden'));
    expect(await lodgeCertificateAppeal({ db, actor: owner, now: days(31) }, ref, grounds)).toEqual(
      no('appeal_too_late'),
    );
    expect(await lodgeCertificateAppeal(given.as(owner), 'status-0', grounds)).toEqual(no('not_found'));
    const lodged = done(await lodgeCertificateAppeal({ db, actor: owner, now: days(30) }, ref, grounds));
    // The thirtieth day is a Tuesday: five working days on, the Tuesday after; and sixty days on.
    expect(lodged).toMatchObject({ acknowledgeBy: '2026-04-07', dueOn: '2026-05-30' });
    expect(await lodgeCertificateAppeal(given.as(owner), ref, grounds)).toEqual(no('already_appealed'));
  });

  test('once by two at the same moment', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
    const [decision] = await listDecisions(db, given.agency.id);
    const scope = given.as({ ...given.recruiter, owner: true });
    const both = await Promise.all(
      [1, 2].map(() => lodgeCertificateAppeal(scope, decision?.ref ?? '', grounds)),
    );
    expect(both.filter(({ ok }) => !ok)).toEqual([no('already_appealed')]);
  });

  test('against what stands alone: not what was lifted, nor a watch', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const officer = given.as(given.officer);
    done(await watchCertificate(officer, given.certificateId, { reasonClass: 'special_audit', note }));
    expect(await listDecisions(db, given.agency.id)).toEqual([]);
    done(await suspendCertificate(officer, given.certificateId, { reasonClass: 'levy_unpaid', note }));
    expect(await listDecisions(db, given.agency.id)).toMatchObject([
      { against: 'suspended', reasonClass: 'levy_unpaid' },
    ]);
    done(await liftSuspension(officer, given.certificateId, { note }));
    expect(await listDecisions(db, given.agency.id)).toEqual([]);
  });
});

describe('an appeal that is pending', () => {
  test('is acknowledged once, by any officer', async ({ db, work }) => {
    const given = await anAppeal(db, work);
    done(await acknowledgeAppeal(given.as(given.officer), given.appealId));
    expect(await acknowledgeAppeal(given.as(given.officer), given.appealId)).toEqual(
      no('already_acknowledged'),
    );
  });

  test('leaves the status as it was decided', async ({ db, work }) => {
    const given = await anAppeal(db, work);
    expect(await historyOf(db)).toEqual(['issued active', 'suspended suspended']);
    expect(given.appealId).toBeTruthy();
  });

  test('stayed, the status before stands; dismissed, what was decided takes effect again', async ({
    db,
    work,
  }) => {
    const given = await anAppeal(db, work, async ({ as, officer, certificateId }) => {
      done(await watchCertificate(as(officer), certificateId, { reasonClass: 'special_audit', note }));
      done(await suspendCertificate(as(officer), certificateId, suspension));
    });
    expect(done(await decideStay(given.judge, given.appealId, stay))).toEqual({
      stay: 'granted',
      status: 'active_under_watch',
    });
    expect(await decideStay(given.judge, given.appealId, stay)).toEqual(no('stay_decided'));
    expect(done(await decidedByTwo(given.judge, given.appealId, dismissed))).toMatchObject({
      status: 'suspended',
    });
    expect(await historyOf(db)).toEqual([
      'issued active',
      'watched active_under_watch',
      'suspended suspended',
      'stayed active_under_watch',
      'resumed suspended',
    ]);
  });

  test('refused a stay, is dismissed without a new status', async ({ db, work }) => {
    const given = await anAppeal(db, work);
    done(await decideStay(given.judge, given.appealId, { ...stay, stay: 'refused' }));
    done(await decidedByTwo(given.judge, given.appealId, dismissed));
    expect(await historyOf(db)).toEqual(['issued active', 'suspended suspended']);
    expect(await decidedByTwo(given.judge, given.appealId, upheld)).toEqual(no('appeal_decided'));
  });
});

describe('an appeal that is upheld', () => {
  test('returns to what was, by a new status', async ({ db, work }) => {
    const given = await anAppeal(db, work);
    expect(done(await decidedByTwo(given.judge, given.appealId, upheld))).toEqual({
      outcome: 'upheld',
      status: 'active',
    });
    expect(await historyOf(db)).toEqual(['issued active', 'suspended suspended', 'upheld active']);
  });

  test('brings back what was withdrawn, though that is final', async ({ db, work }) => {
    const given = await anAppeal(db, work, async ({ as, officer, certificateId }) => {
      done(await suspendCertificate(as(officer), certificateId, suspension));
      done(await withdrawCertificate(as(officer), certificateId, { reasonClass: 'fraud', note }));
    });
    done(await decidedByTwo(given.judge, given.appealId, upheld));
    expect(await historyOf(db)).toEqual([
      'issued active',
      'suspended suspended',
      'withdrawn withdrawn',
      'upheld suspended',
    ]);
  });

  test('brings back a scope that was reduced, as the next version', async ({ db, work }) => {
    const whole = { corridors: ['NP-QA', 'NP-AE'], sectors: ['F'], offices: ['Kathmandu'] };
    const given = await anAppeal(db, work, async ({ as, officer, certificateId }) => {
      await db.transaction().execute(async (trx) => {
        await sql`set local session_replication_role = replica`.execute(trx);
        await trx.updateTable('certificate').set(whole).execute();
        await trx.updateTable('certificate_version').set(whole).execute();
      });
      done(await reduceScope(as(officer), certificateId, { ...whole, corridors: ['NP-QA'], note }));
    });
    done(await decidedByTwo(given.judge, given.appealId, upheld));
    const versions = await db
      .selectFrom('certificate_version')
      .select(['version', 'action', 'corridors', 'sectors', 'offices'])
      .orderBy('version')
      .execute();
    expect(versions.at(-1)).toEqual({ version: 3, action: 'returned', ...whole });
  });

  test('changes nothing when the certificate was withdrawn meanwhile, which has its own appeal', async ({
    db,
    work,
  }) => {
    const given = await anAppeal(db, work);
    done(
      await withdrawCertificate(given.as(given.officer), given.certificateId, { reasonClass: 'fraud', note }),
    );
    expect(await decideStay(given.judge, given.appealId, stay)).toEqual(no('nothing_to_stay'));
    expect(done(await decidedByTwo(given.judge, given.appealId, upheld))).toEqual({
      outcome: 'upheld',
      status: 'withdrawn',
    });
    expect(await listDecisions(db, given.agency.id)).toMatchObject([
      { against: 'withdrawn', appealed: false },
    ]);
  });

  test('or dismissed by two at once: one wins, one is told', async ({ db, work }) => {
    const given = await anAppeal(db, work);
    const other = given.as(
      await aPerson(db, { id: given.officer.organisationId, kind: 'scheme' }, 'officer'),
    );
    done(await declareForAppeal(other, given.appealId, free));
    const both = await Promise.all([
      proposeDecision(given.judge, given.appealId, upheld),
      proposeDecision(other, given.appealId, dismissed),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter(({ ok }) => !ok)).toEqual([no('proposal_waits')]);
    const seconds = [await aSecond(given.judge, given.appealId), await aSecond(given.judge, given.appealId)];
    const confirmed = await Promise.all(
      seconds.map((second) => confirmDecision(second, given.appealId, { round: 1 })),
    );
    expect(confirmed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(confirmed.filter(({ ok }) => !ok)).toEqual([no('appeal_decided')]);
  });

  test('while its certificate is withdrawn, in whichever order they come', async ({ db, work }) => {
    const given = await anAppeal(db, work);
    const withdrawal = { reasonClass: 'fraud' as const, note };
    await Promise.all([
      decidedByTwo(given.judge, given.appealId, upheld),
      withdrawCertificate(given.as(given.officer), given.certificateId, withdrawal),
    ]);
    const { rows } = await sql`select status from certificate`.execute(db);
    expect(rows).toEqual([{ status: 'withdrawn' }]);
  });
});
