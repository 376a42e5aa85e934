import { sql } from 'kysely';
import { expect } from 'vitest';

import { answerClaim, askForClaim, endClaims } from '#app/features/certificates/claims/commands.server.ts';
import { answerClaimForm, claimForm, type ClaimForm } from '#app/features/certificates/claims/forms.ts';
import {
  findClaim,
  listClaimsInForce,
  listClaimTasks,
  listOwnClaims,
} from '#app/features/certificates/claims/queries.server.ts';
import * as rules from '#app/features/certificates/claims/rules.ts';
import type { Certificate } from '#app/features/certificates/model.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { days } from '#tests/support/factories/appeals.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const no = (refusal: string) => ({ ok: false, refusal });
const asked: ClaimForm = {
  ...{ medium: 'website', place: 'https://himal.example/about', fromOn: '2026-03-01' },
  wording: 'Our recruitment system is certified, ERC-2026-00001.',
};
const granted = answerClaimForm.parse({
  outcome: 'registered',
  answer: 'It says what the certificate says.',
});

test('only what is in force is claimed, and answered once by somebody without a tie', () => {
  const issued = {
    id: 'c',
    number: 'ERC-2026-00001',
    organisationId: 'o',
    applicationId: 'a',
    validUntil: '2029-02-28',
  };
  const active: Certificate = { ...issued, status: 'active', since: days(0) };
  const suspended: Certificate = {
    ...issued,
    status: 'suspended',
    reasonClass: 'fees_charged',
    since: days(0),
  };
  expect(rules.claim(active, '2029-02-28').ok).toBe(true);
  expect(rules.claim(active, '2029-03-01')).toEqual(no('expired'));
  expect(rules.claim(suspended, '2026-03-01')).toEqual(no('suspended'));
  const open = { state: 'requested', tied: false } as const;
  expect(rules.answerClaim(open, active, 'registered', '2026-03-01').ok).toBe(true);
  expect(rules.answerClaim(open, suspended, 'registered', '2026-03-01')).toEqual(no('suspended'));
  expect(rules.answerClaim(open, suspended, 'refused', '2026-03-01').ok).toBe(true);
  expect(rules.answerClaim({ ...open, tied: true }, active, 'refused', '2026-03-01')).toEqual(no('tied'));
  expect(rules.answerClaim({ ...open, state: 'ended' }, active, 'refused', '2026-03-01')).toEqual(
    no('already_answered'),
  );
  const sent = { ...asked, id: crypto.randomUUID() };
  expect(claimForm.safeParse(sent).success).toBe(true);
  expect(claimForm.safeParse({ ...sent, untilOn: '2026-02-01' }).success).toBe(false);
  expect(claimForm.safeParse(asked).success).toBe(false);
});

test('a use is asked for, granted, listed in public, and over with the certificate', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  const { officer, recruiter, as, number } = given;
  const { id } = done(await askForClaim(as(recruiter), asked));
  expect(await listClaimTasks(as(officer))).toHaveLength(1);
  expect(await listClaimsInForce({ db, now: days(1) }, number)).toEqual([]);
  done(await answerClaim(as(officer), id, granted));
  expect(await answerClaim(as(officer), id, granted)).toEqual(no('already_answered'));
  expect(await answerClaim(as(officer), crypto.randomUUID(), granted)).toEqual(no('not_found'));
  expect(await listClaimsInForce({ db, now: days(1) }, number)).toMatchObject([{ place: asked.place }]);
  done(await suspendCertificate({ ...as(officer), now: days(2) }, given.certificateId, suspension));
  // Before anything else happened: what does not count is not claimed.
  expect(await listClaimsInForce({ db, now: days(2) }, number)).toEqual([]);
  await work();
  await endClaims({ db, now: days(3) }, given.certificateId);
  expect(await listOwnClaims(as(recruiter))).toMatchObject([{ state: 'ended' }]);
  expect(await findClaim(as(officer), id)).toMatchObject({ state: 'ended' });
  expect(mailer.sent.filter(({ subject }) => subject.includes('stop showing it'))).toHaveLength(1);
  expect(await askForClaim(as(recruiter), asked)).toEqual(no('suspended'));
});

test('the database keeps who may do what, and what was said', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const raw = (person: string, more = '') =>
    sql.raw(`insert into claim_use (certificate_id, medium, place, wording, from_on, asked_by, asked_at${more ? ', state, answered_by, answered_at, answer' : ''})
    select id, 'website', 'Our site', 'We are certified.', '2026-03-01', '${person}', '2026-03-01T09:00:00Z' ${more} from certificate`);
  const { recruiter, officer, lead } = given;
  await expect(raw(lead.accountId).execute(db)).rejects.toThrow('asked for by the holder');
  const answered = `, 'registered', '${officer.accountId}', now(), 'Twenty letters at the least'`;
  await expect(raw(recruiter.accountId, answered).execute(db)).rejects.toThrow('asked for by the holder');
  await raw(recruiter.accountId).execute(db);
  const grant = (
    person: string,
  ) => sql`update claim_use set state = 'registered', answered_by = ${person}::uuid,
    answered_at = '2026-03-02T09:00:00Z', answer = 'Twenty letters at the least'`;
  const clerk = await aPerson(db, given.agency, 'recruiter');
  for (const person of [clerk.accountId, lead.accountId])
    await expect(grant(person).execute(db)).rejects.toThrow('by an officer without a tie');
  await grant(officer.accountId).execute(db);
  await expect(sql`update claim_use set place = 'Another site'`.execute(db)).rejects.toThrow(
    'stands as it is',
  );
  await expect(sql`update claim_use set answer = answer || '.'`.execute(db)).rejects.toThrow(
    'stands as it is',
  );
  await expect(sql`update claim_use set state = 'requested'`.execute(db)).rejects.toThrow();
  await expect(sql`delete from claim_use`.execute(db)).rejects.toThrow('append-only');
  done(await suspendCertificate(given.as(officer), given.certificateId, suspension));
  await expect(raw(recruiter.accountId).execute(db)).rejects.toThrow('only a certificate in force');
});
