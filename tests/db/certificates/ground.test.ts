import { sql } from 'kysely';
import { expect } from 'vitest';

import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { callMeeting, closeMeeting } from '#app/features/certificates/decisions/meetings/commands.server.ts';
import {
  liftSuspension,
  suspendCertificate,
  withdrawCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import { submitApplication } from '#app/features/applications/commands.server.ts';
import { acceptApplication } from '#app/features/applications/review-commands.server.ts';
import { declareReviewer } from '#app/features/applications/review/commands.server.ts';
import { recordBankTransfer } from '#app/features/billing/commands.server.ts';
import { declareLicence } from '#app/features/licences/commands.server.ts';
import { confirmLicence, revokeLicence } from '#app/features/licences/decision-commands.server.ts';
import { fill, noTies } from '#tests/support/factories/applications.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import {
  aCertificate,
  aPackage,
  ballotOn,
  grant,
  matterOf,
  vote,
} from '#tests/support/factories/certificates.ts';
import { licenceForm, note } from '#tests/support/factories/licences.ts';
import { test } from '#tests/support/test.ts';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const no = (refusal: string) => ({ ok: false, refusal });
const reasons = { note: 'The levy came in, we are told.' };
const unpaid = { reasonClass: 'levy_unpaid' as const, note: 'The levy was not paid at all.' };

type Given = Pick<Awaited<ReturnType<typeof aPackage>>, 'db' | 'recruiter' | 'officer'>;

/** A licence that an officer confirmed, of the recruiter's own country. */
async function aLicence({ db, recruiter, officer }: Given, day: string, number = licenceForm.number) {
  const { id } = done(
    await declareLicence({ db, actor: recruiter, now: at(day) }, { ...licenceForm, number }),
  );
  done(await confirmLicence({ db, actor: officer, now: at(day) }, id, note));
  return id;
}
const revoked = ({ db, officer }: Given, id: string, day: string) =>
  revokeLicence({ db, actor: officer, now: at(day) }, id, { reasonClass: 'fraud', ...note });

test('a licence that is revoked makes a suspension for less graver, and nothing is lifted before another is confirmed', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const { officer, certificateId } = given;
  const licence = await aLicence(given, '2026-03-02');
  done(await suspendCertificate({ db, actor: officer, now: at('2026-03-10') }, certificateId, unpaid));
  done(await revoked(given, licence, '2026-03-20'));
  await work();
  const standing = () =>
    db
      .selectFrom('certificate')
      .select(['status', 'reason_class'])
      .where('id', '=', certificateId)
      .executeTakeFirstOrThrow();
  expect(await standing()).toEqual({ status: 'suspended', reason_class: 'licence_lost' });

  const scope = { db, actor: officer, now: at('2026-03-25') };
  expect(await liftSuspension(scope, certificateId, reasons)).toEqual(no('licence_lost'));
  const forged = sql`insert into certificate_status (certificate_id, action, status, note, decided_by, decided_at)
    values (${certificateId}, 'reinstated', 'active', 'Written past every rule.', ${officer.accountId}, ${at('2026-03-25')})`;
  await expect(forged.execute(db)).rejects.toThrow('nothing is lifted: licence_lost');
  await aLicence(given, '2026-03-24', 'NP-999');
  done(await liftSuspension(scope, certificateId, reasons));
  expect(await standing()).toEqual({ status: 'active', reason_class: null });
});

test('nothing is granted on a licence that was taken away; what lies before the panel may be refused', async ({
  db,
  work,
}) => {
  const given = await aPackage(db, work);
  const licence = await aLicence(given, '2026-03-01');
  done(await revoked(given, licence, '2026-03-01'));
  const decider = given.as(given.decider);
  expect(await vote(decider, given.applicationId, grant)).toEqual(no('licence_lost'));
  const id = await matterOf(db, given.applicationId);
  const forged =
    sql`insert into certification_decision (matter_id, application_id, organisation_id, organisation_name,
      application_reference, outcome, reasons, decided_by, decided_at, package_sha256)
    select id, application_id, organisation_id, 'Himal', 'APP-1', 'granted', ${grant.reasons}, ${given.decider.accountId}::uuid,
      ${decider.now}, decision_package_sha256(id) from decision_matter where id = ${id}::uuid`.execute(db);
  await expect(forged).rejects.toThrow('nothing is granted: licence_lost');
  done(await castVote(decider, id, await ballotOn(decider, id, { ...grant, vote: 'refuse' })));
});

test('whoever may not vote on a matter neither calls nor closes its meeting, by command and in SQL', async ({
  db,
  work,
}) => {
  const given = await aPackage(db, work);
  const id = await matterOf(db, given.applicationId);
  const scheme = { id: given.decider.organisationId, kind: 'scheme' as const };
  const other = await aPerson(db, scheme, 'decider', 'Barred One');
  const barred = { ...given.as(given.decider), actor: { ...given.decider, accountId: other.accountId } };
  const called = { form: 'meeting' as const, closesOn: '2026-03-20', matters: [id] };
  const conflict = { conflicted: true, statement: 'My brother owns this agency, half of it.' };
  done(await declareInterest(barred, id, conflict));
  expect(await callMeeting(barred, called)).toEqual(no('conflict_declared'));
  const meeting = done(await callMeeting(given.as(given.decider), called));
  expect(await closeMeeting(barred, meeting.id)).toEqual(no('conflict_declared'));
  const closing = sql`update decision_meeting set closed_at = ${barred.now}, closed_by = ${other.accountId} where id = ${meeting.id}`;
  await expect(closing.execute(db)).rejects.toThrow('closed by whoever may vote');
  const calling = db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string }>`
      insert into decision_meeting (form, closes_at, called_at, called_by)
      values ('meeting', ${at('2026-03-21')}, ${barred.now}, ${other.accountId}) returning id`.execute(trx);
    await sql`update decision_meeting set closed_at = ${barred.now}, closed_by = ${given.decider.accountId} where id = ${meeting.id}`.execute(
      trx,
    );
    await sql`update decision_matter set meeting_id = ${rows[0]?.id} where id = ${id}`.execute(trx);
  });
  await expect(calling).rejects.toThrow('called by whoever may vote');
  done(await closeMeeting(given.as(given.decider), meeting.id));
});

test('a draft begun before a withdrawal is neither sent nor accepted before its recruiter may come back', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const { recruiter, officer } = given;
  const early = await fill(db, recruiter, at('2026-03-05'));
  const fraud = { reasonClass: 'fraud' as const, note: 'Forged receipts were shown to the team.' };
  done(await withdrawCertificate({ db, actor: officer, now: at('2026-03-10') }, given.certificateId, fraud));
  await work();
  const sending = (day: string) => submitApplication({ db, actor: recruiter, now: at(day) }, early);
  expect(await sending('2026-03-11')).toEqual(no('too_soon_after_withdrawal'));
  const forged = sql`update application set state = 'submitted', submitted_at = ${at('2029-03-09')} where id = ${early}`;
  await expect(forged.execute(db)).rejects.toThrow('too soon after its certificate was withdrawn');
  expect(await sending('2029-03-10')).not.toEqual(no('too_soon_after_withdrawal'));
});

test('an application that was sent before a withdrawal is not accepted before its recruiter may come back', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const { recruiter, officer } = given;
  const id = await fill(db, recruiter, at('2026-03-05'));
  done(await submitApplication({ db, actor: recruiter, now: at('2026-03-06') }, id));
  await work();
  const invoice = await db
    .selectFrom('invoice')
    .select(['id', 'amount_minor'])
    .where('application_id', '=', id)
    .executeTakeFirstOrThrow();
  const paid = { receivedOn: '2026-03-07', amount: invoice.amount_minor, reference: 'T-9' };
  done(await recordBankTransfer({ db, actor: officer, now: at('2026-03-07') }, invoice.id, paid));
  await work();
  const fraud = { reasonClass: 'fraud' as const, note: 'Forged receipts were shown to the team.' };
  done(await withdrawCertificate({ db, actor: officer, now: at('2026-03-10') }, given.certificateId, fraud));
  const reviewer = { db, actor: officer, now: at('2026-03-12') };
  done(await declareReviewer(reviewer, id, noTies));
  const accepted = await acceptApplication(reviewer, id, { reasons: 'All in order as it was read.' });
  expect(accepted).toEqual(no('too_soon_after_withdrawal'));
});
