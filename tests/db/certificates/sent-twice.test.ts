import { randomUUID } from 'node:crypto';

import { expect } from 'vitest';

import { raisingStates } from '#app/features/audits/fieldwork/model.ts';
import { askForClaim } from '#app/features/certificates/claims/commands.server.ts';
import type { ClaimForm } from '#app/features/certificates/claims/forms.ts';
import {
  recordMisuse,
  recordMisuseInAudit,
} from '#app/features/certificates/claims/misuse/commands.server.ts';
import { misuseForm, type MisuseForm } from '#app/features/certificates/claims/misuse/forms.ts';
import { refusalText } from '#app/features/certificates/ui/refusals.ts';
import type { Result } from '#app/platform/result.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { anOpenAudit } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const otherWords = { ok: false, refusal: 'sent_before' };
const seen: MisuseForm = {
  ...{ place: 'https://himal.example/jobs', seenOn: '2026-03-01' },
  what: 'An advert for Japan says “certified”, and Japan is not in the scope.',
  evidence: 'A copy of the page, kept by the scheme.',
};
const asked: ClaimForm = {
  ...{ medium: 'website', place: 'https://himal.example/about', fromOn: '2026-03-01' },
  wording: 'Our recruitment system is certified, ERC-2026-00001.',
};

/** One form at once over two connections, then once more, and others under its number. */
async function sentTwice<F extends object>(
  form: F,
  others: readonly F[],
  send: (form: F & { id: string }) => Promise<Result<unknown>>,
) {
  const id = randomUUID();
  const both = await Promise.all([send({ ...form, id }), send({ ...form, id })]);
  for (const outcome of [...both, await send({ ...form, id })])
    expect(outcome).toMatchObject({ ok: true, value: { id } });
  for (const other of others) expect(await send({ ...other, id })).toEqual(otherWords);
  return id;
}

test('a misuse sent twice is recorded once and told once', async ({ db, work, mailer }) => {
  const { as, officer, certificateId } = await aCertificate(db, work);
  const others: MisuseForm[] = [
    { ...seen, place: 'https://himal.example/other' },
    { ...seen, seenOn: '2026-02-28' },
    { ...seen, evidence: 'Another copy of the page, kept by us.' },
  ];
  const id = await sentTwice(seen, others, (form) => recordMisuse(as(officer), certificateId, form));
  const scheme = { id: officer.organisationId, kind: 'scheme' as const };
  const colleague = await aPerson(db, scheme, 'officer', 'Ines Costa');
  expect(await recordMisuse(as(colleague), certificateId, { ...seen, id })).toEqual(otherWords);
  expect(await db.selectFrom('claim_misuse').select('id').execute()).toEqual([{ id }]);
  await work();
  expect(mailer.sent.filter(({ subject }) => subject.includes('a misuse was recorded'))).toHaveLength(1);
  done(await recordMisuse(as(officer), certificateId, { ...seen, id: randomUUID() }));
  expect(await db.selectFrom('claim_misuse').select('id').execute()).toHaveLength(2);
  expect(misuseForm.safeParse(seen).success).toBe(false);
  expect(misuseForm.safeParse({ ...seen, id }).success).toBe(true);
  expect(refusalText('sent_before')).toContain('sent before');
});

test('one that a team saw in its audit is recorded once, and is no number for the scheme’s', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const { as, lead, officer, certificateId } = given;
  const auditId = await anOpenAudit(given, 'special');
  const others = [{ ...seen, what: 'A signboard at the gate says “approved by the ministry”.' }];
  const id = await sentTwice(seen, others, (form) =>
    recordMisuseInAudit(as(lead), auditId, form, raisingStates),
  );
  // The team answered the same also when its audit is over.
  expect(await recordMisuseInAudit(as(lead), auditId, { ...seen, id }, [])).toMatchObject({ ok: true });
  expect(await recordMisuse(as(officer), certificateId, { ...seen, id })).toEqual(otherWords);
  expect(await db.selectFrom('claim_misuse').select('id').execute()).toEqual([{ id }]);
});

test('a place asked for twice is asked for once', async ({ db, work }) => {
  const { as, recruiter } = await aCertificate(db, work);
  const others: ClaimForm[] = [
    { ...asked, medium: 'brochure' },
    { ...asked, untilOn: '2026-12-31' },
  ];
  const id = await sentTwice(asked, others, (form) => askForClaim(as(recruiter), form));
  expect(await db.selectFrom('claim_use').select('id').execute()).toEqual([{ id }]);
  const told = await db.selectFrom('event').select('id').where('type', '=', 'claim.requested').execute();
  expect(told).toHaveLength(1);
});
