import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import {
  dropProgramme,
  returnProgramme,
} from '#app/features/audits/programme/commands/follow-certificate.server.ts';
import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import { setProgramme } from '#app/features/audits/programme/commands/set-programme.server.ts';
import { tellDueAudits } from '#app/features/audits/programme/commands/tell-due.server.ts';
import { listProgramme } from '#app/features/audits/programme/queries.server.ts';
import { listProgrammeTasks } from '#app/features/audits/programme/tasks.server.ts';
import { decideStay } from '#app/features/certificates/appeals/commands/decide-stay.server.ts';
import { answerExtension, askForExtension } from '#app/features/certificates/extension/commands.server.ts';
import { withdrawCertificate } from '#app/features/certificates/status-commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { anAppeal, appealed, decidedByTwo, dismissed, upheld } from '#tests/support/factories/appeals.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aCertificate, aPackage, grant, vote } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const house = { kind: 'system' } as const;
const note = 'The officer wrote down why, at some length.';
const withdrawal = { reasonClass: 'fraud' as const, note };
const ordered = {
  type: 'special',
  trigger: 'critical_complaint',
  noticeType: 'unannounced',
  dueOn: '2026-04-01',
  grounds: 'Two workers wrote that their passports were taken.',
} as const;
const asked = {
  ...{ corridors: ['NP-JP'], sectors: [], offices: ['Biratnagar'] },
  grounds: 'We opened an office in Biratnagar and hold the licence for Japan.',
};
const needed = {
  ...{ outcome: 'audit_needed' as const, dueOn: '2026-06-30' },
  answer: 'The new office has to be seen, and workers of the new corridor heard.',
};
type Given = Awaited<ReturnType<typeof aCertificate>>;

const withdrawn = ({ as, officer, certificateId }: Given) =>
  withdrawCertificate(as(officer), certificateId, withdrawal);

const entries = async (db: Kysely<Database>) =>
  (await db.selectFrom('audit_programme_entry').select(['type', 'dropped_at', 'told_at']).execute()).map(
    ({ type, dropped_at, told_at }) => ({ type, dropped: dropped_at !== null, told: told_at !== null }),
  );
const standing = async (db: Kysely<Database>) => (await entries(db)).filter(({ dropped }) => !dropped).length;

test('what a withdrawal dropped comes back when its appeal is upheld: what was ordered too, overdue where its day passed', async ({
  db,
  work,
}) => {
  const given = await anAppeal(db, work, async (of) => {
    done(await orderAudit(of.as(of.officer), of.certificateId, ordered));
    await tellDueAudits({ db, now: of.as(of.officer).now });
    done(await withdrawn(of));
    await work();
  });
  const before = await entries(db);
  expect(before.filter(({ dropped }) => !dropped)).toEqual([]);
  expect(before.filter(({ told }) => told)).toMatchObject([{ type: 'special' }]);
  const later = new Date('2026-05-01T09:00:00Z');
  const officer = { db, actor: given.officer, now: later };
  expect((await listProgramme(officer, { type: '', notice: '', page: 1 })).count).toBe(0);

  done(await decidedByTwo({ ...given.judge, now: later }, given.appealId, upheld));
  await work();
  const back = await entries(db);
  expect(back.filter(({ dropped }) => dropped)).toEqual([]);
  expect(back).toHaveLength(before.length);
  const late = await listProgrammeTasks(officer);
  expect(late.map(({ what, due }) => [what, due])).toEqual([
    ['Not scheduled: special audit of Himal Workforce', '2026-04-01'],
  ]);
  // The body hears of it again, for it had been told that nothing was left to do.
  await tellDueAudits({ db, now: later });
  const told = await db.selectFrom('event').select('id').where('type', '=', 'audit.due').execute();
  expect(told).toHaveLength(2);
});

test('a stay brings it back, and dismissed it goes again', async ({ db, work }) => {
  const given = await anAppeal(db, work, withdrawn);
  await work();
  expect(await standing(db)).toBe(0);
  done(await decideStay(given.judge, given.appealId, { stay: 'granted', reasons: upheld.reasons }));
  await work();
  expect(await standing(db)).toBe((await entries(db)).length);
  done(await decidedByTwo(given.judge, given.appealId, dismissed));
  await work();
  expect(await standing(db)).toBe(0);
});

test('the audit of a wider scope that was refused stays dropped', async ({ db, work }) => {
  const given = await anAppeal(db, work, async (of) => {
    done(await askForExtension(of.as(of.recruiter), asked));
    done(await answerExtension(of.as(of.officer), of.certificateId, needed));
    await work();
    const refused = { outcome: 'refused' as const, answer: needed.answer };
    done(await answerExtension(of.as(of.officer), of.certificateId, refused));
    done(await withdrawn(of));
    await work();
  });
  done(await decidedByTwo(given.judge, given.appealId, upheld));
  await work();
  expect((await entries(db)).filter(({ dropped }) => dropped)).toMatchObject([{ type: 'scope_extension' }]);
  const forced = sql`update audit_programme_entry set dropped_at = null where type = 'scope_extension'`;
  await expect(forced.execute(db)).rejects.toThrow('comes back with its certificate alone');
});

test('facts that are delivered late or twice find the programme as the certificate stands', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const scope = { db, actor: house, now: new Date('2026-06-01T09:00:00Z') };
  expect(await dropProgramme(scope, given.certificateId)).toEqual({
    ok: false,
    refusal: 'certificate_stands',
  });
  expect(await returnProgramme(scope, given.certificateId)).toEqual({ ok: true, value: 0 });
  done(await withdrawn(given));
  await work();
  expect(await returnProgramme(scope, given.certificateId)).toEqual({ ok: true, value: 0 });
  expect(await dropProgramme(scope, given.certificateId)).toEqual({ ok: true, value: 0 });
  expect(await standing(db)).toBe(0);
});

test('withdrawn before its programme was set, a certificate gets one when it returns', async ({
  db,
  work,
}) => {
  const given = await aPackage(db, work);
  done(await vote(given.as(given.decider), given.applicationId, grant));
  const { id } = await db.selectFrom('certificate').select('id').executeTakeFirstOrThrow();
  done(await withdrawCertificate(given.as(given.officer), id, withdrawal));
  const scope = { db, actor: house, now: given.as(given.officer).now };
  expect(await setProgramme(scope, id)).toEqual({ ok: false, refusal: 'ended' });
  await work();
  expect(await entries(db)).toEqual([]);
  const scheme = { id: given.officer.organisationId, kind: 'scheme' as const };
  const judge = await aPerson(db, scheme, 'officer', 'Ines Costa');
  const owner = { ...given.recruiter, owner: true };
  done(await appealed({ db, owner, judge, now: scope.now }, 'upheld'));
  await work();
  expect(await standing(db)).toBe(3);
});

test('raw SQL drops nothing of a certificate that stands, brings nothing back to one that ended, and begins nothing dropped', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const drop = sql`update audit_programme_entry set dropped_at = now()`;
  await expect(drop.execute(db)).rejects.toThrow('dropped with its certificate alone');
  const begun = sql`insert into audit_programme_entry (certificate_id, type, reason, notice_type, window_from, due_on, dropped_at)
    select certificate_id, 'surveillance', 'risk', 'unannounced', '2026-03-01', '2026-06-01', now() from audit_programme`;
  await expect(begun.execute(db)).rejects.toThrow('begins without dropped_at');
  done(await withdrawn(given));
  await work();
  const back = sql`update audit_programme_entry set dropped_at = null`;
  await expect(back.execute(db)).rejects.toThrow('comes back with its certificate alone');
  const moved = sql`update audit_programme_entry set dropped_at = dropped_at - interval '1 day'`;
  await expect(moved.execute(db)).rejects.toThrow(/stands/);
});

test('an audit that is dropped is not the one of a programme that does not tell its day', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const forged = async (dropped: string) => {
    await db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`delete from audit_programme_entry`.execute(trx);
      await sql`delete from audit_programme`.execute(trx);
      await sql`insert into audit_programme_entry (certificate_id, type, reason, notice_type, window_from, due_on, dropped_at)
        values (${given.certificateId}, 'surveillance', 'cycle', 'unannounced', '2026-03-01', '2027-03-01', ${sql.raw(dropped)})`.execute(
        trx,
      );
      await sql`set local session_replication_role = origin`.execute(trx);
      await sql`insert into audit_programme (certificate_id, risk, corridors, grave_findings, suspensions, partners, set_at)
        values (${given.certificateId}, 'low', 1, 0, 0, 0, now())`.execute(trx);
    });
  };
  await expect(forged('now()')).rejects.toThrow('does not tell its day');
  await forged('null');
});
