import { sql } from 'kysely';
import { describe, expect, test as plain } from 'vitest';

import { declareForAppeal } from '#app/features/certificates/appeals/commands/declare-for-appeal.server.ts';
import { lodgeCertificateAppeal } from '#app/features/certificates/appeals/commands/lodge-appeal.server.ts';
import { listDecisions } from '#app/features/certificates/appeals/decisions.server.ts';
import { askChecks, confirmUse } from '#app/features/certificates/claims/checks/commands.server.ts';
import { confirmUseForm } from '#app/features/certificates/claims/checks/forms.ts';
import {
  listChecks,
  listCheckTasks,
  listLateChecks,
} from '#app/features/certificates/claims/checks/queries.server.ts';
import { checkBy, confirm, namedIn } from '#app/features/certificates/claims/checks/rules.ts';
import {
  answerClaim,
  askForClaim,
  withdrawClaim,
} from '#app/features/certificates/claims/commands.server.ts';
import { withdrawClaimForm } from '#app/features/certificates/claims/forms.ts';
import { claimStanding } from '#app/features/certificates/claims/model.ts';
import {
  findOwnClaim,
  listClaimsInForce,
  listOwnClaims,
} from '#app/features/certificates/claims/queries.server.ts';
import * as uses from '#app/features/certificates/claims/rules.ts';
import { reduceScope } from '#app/features/certificates/scope/commands.server.ts';
import { days, decidedByTwo, free, grounds, upheld } from '#tests/support/factories/appeals.ts';
import { aPerson, aPlace, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { coverWhole, whole } from '#tests/support/factories/scopes.ts';
import { test } from '#tests/support/test.ts';

type Given = Awaited<ReturnType<typeof aCertificate>>;
const no = (refusal: string) => ({ ok: false, refusal });
const answer = 'It says what the certificate says.';
const note = 'The sentence on this office is gone since Monday.';

plain('a use is asked about for two weeks, and named where its words name what left', () => {
  expect(checkBy('2026-03-10')).toBe('2026-03-24');
  const removed = { corridors: ['NP-QA'], sectors: ['construction'], offices: ['Pokhara'] };
  const left = { corridors: ['NP-AE'], sectors: [], offices: ['Kathmandu'] };
  const says = (wording: string) => namedIn({ place: 'Our site', wording }, removed, left);
  expect(says('Certified for work in QATAR, from Nepal.')).toEqual(['Qatar']);
  expect(says('Certified in Pokhara and Kathmandu, NP-QA.')).toEqual(['NP-QA', 'Pokhara']);
  expect(says('Our recruitment system is certified.')).toEqual([]);
});

plain('what became of it is said once, of a use that is granted', () => {
  expect(confirm({ state: 'registered', open: 1 }, 'changed')).toEqual({ ok: true, value: { ends: false } });
  expect(confirm({ state: 'registered', open: 2 }, 'ended')).toEqual({ ok: true, value: { ends: true } });
  expect(confirm({ state: 'registered', open: 0 }, 'changed')).toEqual(no('already_confirmed'));
  expect(confirm({ state: 'ended', open: 1 }, 'ended')).toEqual({ ok: true, value: { ends: false } });
  expect(confirm({ state: 'ended', open: 1 }, 'unaffected')).toEqual(no('use_over'));
  expect(confirm({ state: 'refused', open: 1 }, 'ended')).toEqual(no('use_not_granted'));
  expect(confirmUseForm.safeParse({ outcome: 'changed', note: 'short' }).success).toBe(false);
});

plain('only what was granted is taken back, by somebody without a tie, with words', () => {
  const taken = (state: 'registered' | 'requested' | 'refused' | 'ended', tied = false) =>
    uses.withdrawClaim({ state, tied });
  expect(taken('registered')).toEqual({ ok: true, value: { claimed: false } });
  expect(taken('registered', true)).toEqual(no('tied'));
  expect(taken('requested')).toEqual(no('use_not_granted'));
  expect(taken('refused')).toEqual(no('use_not_granted'));
  expect(taken('ended')).toEqual(no('use_ended'));
  expect(withdrawClaimForm.safeParse({ reasons: 'short' }).success).toBe(false);
});

/** Two uses are granted and one is asked for; then an office leaves the scope. */
async function aReduction(given: Given, work: () => Promise<void>) {
  const { db } = given;
  await coverWhole(db);
  const ask = async (place: string) =>
    done(
      await askForClaim(given.as(given.recruiter), {
        ...{ medium: 'website', place, fromOn: '2026-03-01' },
        wording: 'Our offices in Kathmandu and Pokhara are certified.',
      }),
    ).id;
  const granted = [await ask('https://himal.example/about'), await ask('https://himal.example/qatar')];
  await ask('https://himal.example/later');
  for (const id of granted)
    done(await answerClaim(given.as(given.officer), id, { outcome: 'registered', answer }));
  const kept = { ...whole, offices: ['Kathmandu'], note };
  const officer = { db, actor: given.officer, now: days(10) };
  done(await reduceScope(officer, given.certificateId, kept));
  await work();
  const [website, other] = granted;
  return { website: website ?? '', other: other ?? '', officer };
}

describe('where the scope covers less, the holder', () => {
  test('is asked of each granted use, says so by its day, and the scheme reads who did not', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await aCertificate(db, work);
    const { website, other, officer } = await aReduction(given, work);
    const recruiter = { db, actor: given.recruiter, now: days(12) };
    const tasks = await listCheckTasks(recruiter);
    expect(tasks.map(({ href, due }) => [href, due])).toEqual(
      expect.arrayContaining([
        [`/certificate/claims/${website}`, '2026-03-25'],
        [`/certificate/claims/${other}`, '2026-03-25'],
      ]),
    );
    expect(tasks).toHaveLength(2);
    expect(mailer.sent.filter(({ subject }) => subject.includes('say what became of it'))).toHaveLength(2);
    expect(await listChecks(db, website)).toMatchObject([
      { outcome: null, removed: { corridors: [], offices: ['Pokhara'] }, named: ['Pokhara'] },
    ]);
    expect(await listLateChecks({ ...officer, now: days(24) })).toEqual([]);
    expect(await listLateChecks({ ...officer, now: days(25) })).toHaveLength(2);

    done(await confirmUse(recruiter, website, { outcome: 'changed', note }));
    expect(await confirmUse(recruiter, website, { outcome: 'changed', note })).toEqual(
      no('already_confirmed'),
    );
    done(await confirmUse(recruiter, other, { outcome: 'ended', note }));
    expect(await listCheckTasks(recruiter)).toEqual([]);
    expect(await listLateChecks({ ...officer, now: days(25) })).toEqual([]);
    const shown = await listClaimsInForce(recruiter, given.number);
    expect(shown.map(({ id }) => id)).toEqual([website]);
    expect(done(await askChecks(officer, { certificateId: given.certificateId, version: 2 }))).toBe(0);
  });

  test('alone says it', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const { website } = await aReduction(given, work);
    const other = await aPlace(db, 'recruiter', 'Everest Jobs');
    const stranger = given.as(await aPerson(db, other, 'recruiter', 'Maya Rai'));
    expect(await findOwnClaim(stranger, website)).toBeUndefined();
    expect(await confirmUse(stranger, website, { outcome: 'changed', note })).toEqual(no('not_found'));
  });
});

test('what nobody answers for is taken back, and its holder and the public read so', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  const { website, other, officer } = await aReduction(given, work);
  const recruiter = { db, actor: given.recruiter, now: days(12) };
  const asked = async () => (await listOwnClaims(recruiter)).filter((use) => use.asked).map(({ id }) => id);
  expect((await asked()).sort()).toEqual([website, other].sort());

  const late = { ...officer, now: days(25) };
  const reasons = 'Nobody said in two weeks what became of it.';
  const tied = {
    ...late,
    actor: await aPerson(db, { id: officer.actor.organisationId, kind: 'scheme' }, 'officer'),
  };
  await sql`insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, declared_at)
    select ${tied.actor.accountId}, ${given.agency.id}, 'kinship', 'A brother works there.', '2026-03-01', ${days(1)}`.execute(
    db,
  );
  expect(await withdrawClaim(tied, website, { reasons })).toEqual(no('tied'));
  done(await withdrawClaim(late, website, { reasons }));
  await work();
  expect(await withdrawClaim(late, website, { reasons })).toEqual(no('use_ended'));
  expect((await listLateChecks(late)).map(({ href }) => href)).toEqual([`/scheme/claims/${other}`]);
  expect(await asked()).toEqual([other]);
  const use = await findOwnClaim(recruiter, website);
  expect(use && claimStanding(use)).toMatch('Taken back by the scheme');
  expect(await listChecks(db, website)).toMatchObject([{ outcome: null, open: false }]);
  expect((await listClaimsInForce(late, given.number)).map(({ id }) => id)).toEqual([other]);
  const mail = mailer.sent.find(({ subject }) => subject.includes('takes a use back'));
  expect(mail?.text).toContain(reasons);

  const raw = (by: string, id: string) =>
    sql`update claim_use set state = 'ended', ended_at = ${days(25)}, withdrawn_by = ${by}, withdrawn_because = ${reasons}
      where id = ${id}`.execute(db);
  await expect(raw(tied.actor.accountId, other)).rejects.toThrow('taken back by an officer');
  await expect(raw(given.recruiter.accountId, other)).rejects.toThrow('taken back by an officer');
  await raw(officer.actor.accountId, other);
});

test('what an appeal brought back into the scope is asked about no more', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const { website, officer } = await aReduction(given, work);
  const recruiter = { db, actor: given.recruiter, now: days(12) };
  const owner = { ...recruiter, actor: { ...given.recruiter, owner: true } };
  const [reduction] = await listDecisions(db, given.agency.id);
  const { appealId } = done(await lodgeCertificateAppeal(owner, reduction?.ref ?? '', grounds));
  const scheme = { id: officer.actor.organisationId, kind: 'scheme' as const };
  const judge = { db, actor: await aPerson(db, scheme, 'officer', 'Ines Costa'), now: days(12) };
  done(await declareForAppeal(judge, appealId, free));
  done(await decidedByTwo(judge, appealId, upheld));
  expect(await listCheckTasks(recruiter)).toEqual([]);
  expect(await listChecks(db, website)).toMatchObject([{ outcome: null, open: false }]);
  expect((await listOwnClaims(recruiter)).some(({ asked }) => asked)).toBe(false);
});

test('the database keeps what was asked and said, and lets nobody else say it', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const { website } = await aReduction(given, work);
  const said = (by: string, outcome: string) =>
    sql`update claim_check set outcome = ${outcome}, note = ${note}, answered_by = ${by}, answered_at = ${days(12)}
      where claim_id = ${website}`;
  await expect(said(given.officer.accountId, 'changed').execute(db)).rejects.toThrow('said by the holder');
  await expect(said(given.recruiter.accountId, 'ended').execute(db)).rejects.toThrow('taken down is over');
  await expect(sql`update claim_check set due_on = due_on + 30`.execute(db)).rejects.toThrow(
    'stands as it is',
  );
  await expect(sql`delete from claim_check`.execute(db)).rejects.toThrow('append-only');
  await expect(sql`truncate claim_check`.execute(db)).rejects.toThrow('append-only');
  const loose = sql`insert into claim_check (claim_id, certificate_id, version, asked_at, due_on)
    select id, certificate_id, 1, ${days(12)}, '2026-04-01' from claim_use where id = ${website}`;
  await expect(loose.execute(db)).rejects.toThrow('when the scope became smaller');
  await said(given.recruiter.accountId, 'unaffected').execute(db);
  await expect(said(given.recruiter.accountId, 'changed').execute(db)).rejects.toThrow('stands as it is');
});
