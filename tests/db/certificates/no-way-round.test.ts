import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { leaveCertificate } from '#app/features/certificates/exit/commands.server.ts';
import { answerExtension, askForExtension } from '#app/features/certificates/extension/commands.server.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { declareLicence } from '#app/features/licences/commands.server.ts';
import { confirmLicence, revokeLicence } from '#app/features/licences/decision-commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { anAppeal, days, decidedByTwo, upheld } from '#tests/support/factories/appeals.ts';
import { done, now } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { licenceForm, note as seen } from '#tests/support/factories/licences.ts';
import { aGraveFinding } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const no = (refusal: string) => ({ ok: false, refusal });
const note = 'The officer wrote down why, at some length.';
type Given = Awaited<ReturnType<typeof aCertificate>>;

const standing = (db: Kysely<Database>) =>
  db.selectFrom('certificate').select(['status', 'reason_class as reason']).executeTakeFirstOrThrow();

test('a certificate suspended for harm is not given back, by command and in SQL; for papers it is', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const owner = given.as({ ...given.recruiter, owner: true });
  const officer = given.as(given.officer);
  done(await suspendCertificate(officer, given.certificateId, { reasonClass: 'fees_charged', note }));
  expect(await leaveCertificate(owner, 'withdraw', { note })).toEqual(no('answered_first'));
  const forged = sql`insert into certificate_status (certificate_id, action, status, reason_class, note, by_holder, decided_by, decided_at)
    values (${given.certificateId}, 'withdrawn', 'withdrawn', 'own_request', ${note}, true, ${given.recruiter.accountId}, ${now})`;
  await expect(forged.execute(db)).rejects.toThrow('not given back before it is answered');
});

test('a certificate suspended for an unpaid levy is given back', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  done(
    await suspendCertificate(given.as(given.officer), given.certificateId, {
      reasonClass: 'levy_unpaid',
      note,
    }),
  );
  done(await leaveCertificate(given.as({ ...given.recruiter, owner: true }), 'withdraw', { note }));
  expect(await standing(db)).toEqual({ status: 'withdrawn', reason: 'own_request' });
});

test('an appeal that is upheld while a critical finding is open brings the certificate under watch, not beyond', async ({
  db,
  work,
}) => {
  const given = await anAppeal(db, work);
  await aGraveFinding(given, 'critical');
  done(await decidedByTwo(given.judge, given.appealId, upheld));
  expect(await standing(db)).toEqual({ status: 'active_under_watch', reason: 'open_major_finding' });
});

test('a licence that was revoked while a suspension was appealed suspends once the appeal is upheld', async ({
  db,
  work,
}) => {
  const before = async (given: Given) => {
    const { id } = done(await declareLicence(given.as(given.recruiter), licenceForm));
    done(await confirmLicence(given.as(given.officer), id, seen));
    const suspension = { reasonClass: 'fees_charged' as const, note };
    done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
  };
  const given = await anAppeal(db, work, before);
  const licence = await db.selectFrom('licence').select('id').executeTakeFirstOrThrow();
  const officer = { db, actor: given.officer, now: days(2) };
  done(await revokeLicence(officer, licence.id, { reasonClass: 'fraud', ...seen }));
  await work();
  expect(await standing(db)).toEqual({ status: 'suspended', reason: 'fees_charged' });
  const judge = { ...given.judge, now: days(3) };
  done(await decidedByTwo(judge, given.appealId, upheld));
  await work();
  expect(await standing(db)).toEqual({ status: 'suspended', reason: 'licence_lost' });
  await work();
  const statuses = await db.selectFrom('certificate_status').select('action').execute();
  expect(statuses.map(({ action }) => action)).toEqual(['issued', 'suspended', 'upheld', 'suspended']);
});

test('no scope grows while a grave finding is open, by command and in SQL', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const officer = given.as(given.officer);
  const grounds = 'We opened an office in Biratnagar and hold the licence.';
  const asked = { corridors: ['NP-JP'], sectors: [], offices: ['Biratnagar'], grounds };
  done(await askForExtension(given.as(given.recruiter), asked));
  await aGraveFinding(given, 'major');
  const answer = 'The same system covers it, as the papers show.';
  expect(await answerExtension(officer, given.certificateId, { outcome: 'extended', answer })).toEqual(
    no('holder_has_grave_finding'),
  );
  const forged = db.transaction().execute(async (trx) => {
    await sql`update certificate_scope_request set state = 'extended', answer = ${answer}, answered_by = ${given.officer.accountId},
      answered_at = ${now}`.execute(trx);
    await sql`insert into certificate_version (certificate_id, version, action, request_id, corridors, sectors, offices, note,
        decided_by, from_at)
      select certificate_id, 2, 'extended', (select id from certificate_scope_request), corridors || array['NP-JP'], sectors,
        offices, ${note}, ${given.officer.accountId}, ${now} from certificate_version where version = 1`.execute(
      trx,
    );
  });
  await expect(forged).rejects.toThrow('no scope grows: holder_has_grave_finding');
});
