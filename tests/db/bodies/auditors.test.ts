import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import type { Level } from '#app/features/bodies/auditors/model.ts';
import { warnOfEndingAuditors } from '#app/features/bodies/auditors/clock.server.ts';
import {
  askForApproval,
  endAuditorApproval,
  grantApproval,
  liftSuspension,
  refuseApproval,
  suspendApproval,
} from '#app/features/bodies/auditors/commands/approve.server.ts';
import {
  recordCompetence,
  recordLanguage,
  recordWitnessing,
  withdrawRecord,
} from '#app/features/bodies/auditors/commands/keep-records.server.ts';
import {
  findAuditor,
  findAuditorApproval,
  findRecords,
  listAuditorApprovals,
  listAuditors,
} from '#app/features/bodies/auditors/queries.server.ts';
import { listAuditorTasks } from '#app/features/bodies/auditors/tasks.server.ts';
import type { Database } from '#db/client.server.ts';
import { anEngagement, aPerson, done, fieldwork, now, strangers } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const evidence = 'Ten years of audits, papers seen.';
const reason = { reason: 'A complaint about the last audit is open.' };
const request = 'Two years as auditor, always prepared.';
const days = {
  validFrom: '2026-03-01',
  validUntil: '2026-12-31',
  reasons: 'Records were seen and found good.',
};
const seen = {
  ...{ elsewhere: 'An audit for another scheme.', witness: 'Ines Costa', witnessedOn: '2026-02-01' },
  ...{ outcome: 'satisfactory' as const, notes: 'Calm, thorough and well prepared.' },
};

/** An auditor of the body about whom nothing is known. */
async function aNewcomer(db: Kysely<Database>) {
  const given = await anEngagement(db);
  const newcomer = await aPerson(db, given.body, 'auditor', 'Sam Newcomer');
  const who = { bodyId: given.body.id, accountId: newcomer.accountId };
  const ask = (level: Level) => askForApproval(given.as(given.reviewer), who, { level, request });
  return { ...given, newcomer, who, ask };
}

describe('records', () => {
  test('are kept by colleagues and the scheme, and by nobody of themselves or of another body', async ({
    db,
  }) => {
    const { as, who, newcomer, reviewer, officer } = await aNewcomer(db);
    const form = {
      ...{ principles: ['A'], sectors: ['F'], countries: ['NP'], evidence },
      ...{ assessedBy: 'Ines Costa', assessedOn: '2026-02-01' },
    };
    done(await recordCompetence(as(reviewer), who, form));
    done(await recordLanguage(as(officer), who, { language: 'sv', level: 'interview', evidence }));
    done(await recordWitnessing(as(reviewer), who, seen));
    const later = { ...form, assessedOn: '2026-03-02' };
    expect(await recordCompetence(as(reviewer), who, later)).toMatchObject({ refusal: 'assessed_in_future' });
    expect(await recordCompetence(as(newcomer), who, form)).toMatchObject({ refusal: 'own_record' });
    const { auditor } = await strangers(db);
    expect(
      await recordLanguage(as(auditor), who, { language: 'en', level: 'working', evidence }),
    ).toMatchObject({
      refusal: 'not_found',
    });
    expect(await findRecords(db, who.accountId, who.bodyId)).toMatchObject({
      competences: [{ principles: ['A'], sectors: ['F'], countries: ['NP'], withdrawReason: null }],
      languages: [{ language: 'sv', level: 'interview' }],
      witnessed: [{ witness: 'Ines Costa', outcome: 'satisfactory' }],
    });
    expect(await findAuditor(db, who.bodyId, 'anything')).toBeUndefined();
  });

  test('a language anew takes the place of the one before; what was withdrawn stays to be seen', async ({
    db,
  }) => {
    const { as, who, reviewer } = await aNewcomer(db);
    done(await recordLanguage(as(reviewer), who, { language: 'sv', level: 'interview', evidence }));
    const { id } = done(
      await recordLanguage(as(reviewer), who, { language: 'sv', level: 'working', evidence }),
    );
    const both = await Promise.all([1, 2].map(() => withdrawRecord(as(reviewer), who, id, reason)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const { languages } = await findRecords(db, who.accountId, who.bodyId);
    expect(languages.map(({ withdrawReason }) => withdrawReason)).toContain(reason.reason);
    expect(languages).toHaveLength(2);
    expect(await withdrawRecord(as(reviewer), who, 'nothing', reason)).toMatchObject({
      refusal: 'not_found',
    });
  });

  test('who is watched at an audit of the house took part in it', async ({ db }) => {
    const given = await anEngagement(db);
    const audit = await fieldwork(given);
    const of = (person: { accountId: string }) => ({ bodyId: given.body.id, accountId: person.accountId });
    const form = { ...seen, audit, elsewhere: '', witnessedOn: '2026-03-01' };
    done(await recordWitnessing(given.as(given.reviewer), of(given.lead), form));
    expect(await recordWitnessing(given.as(given.reviewer), of(given.colleague), form)).toMatchObject({
      refusal: 'not_their_audit',
    });
    const raw = sql`insert into auditor_witnessing (account_id, organisation_id, audit_id, witness, witnessed_on, outcome, notes, recorded_at, recorded_by)
      values (${given.colleague.accountId}, ${given.body.id}, ${audit}, 'Ines Costa', '2026-03-01', 'satisfactory', 'Seen at work.', ${now}, ${given.lead.accountId})`;
    await expect(raw.execute(db)).rejects.toThrow('they took part in');
  });
});

describe('an approval', () => {
  test('is asked for, granted and told; it stands on the officers’ desk until then', async ({
    db,
    work,
    mailer,
  }) => {
    const { as, who, ask, officer, newcomer } = await aNewcomer(db);
    const { id } = done(await ask('auditor'));
    expect(await ask('auditor')).toMatchObject({ refusal: 'already_asked' });
    expect(await listAuditorTasks(as(officer))).toMatchObject([
      { due: '2026-03-15', href: `/scheme/auditor-approvals/${id}` },
    ]);
    expect(await grantApproval(as(newcomer), id, days)).toMatchObject({ refusal: 'forbidden' });
    const both = await Promise.all([1, 2].map(() => grantApproval(as(officer), id, days)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await listAuditorTasks(as(officer))).toEqual([]);
    await work();
    // The auditor and the body's reviewer.
    const told = mailer.sent.filter(({ subject }) => subject.includes('is approved as auditor'));
    expect(told).toHaveLength(2);
    expect(await findAuditorApproval({ db }, id)).toMatchObject({
      outcome: 'granted',
      auditor: 'Sam Newcomer',
    });
    const listed = await listAuditors(as(officer), who.bodyId);
    expect(listed.find((each) => each.id === who.accountId)).toMatchObject({ audits: true, leads: false });
  });

  test('as reviewer is for the second person: asked for, granted and told as the others are', async ({
    db,
    work,
    mailer,
  }) => {
    const { as, body, lead, officer, ask } = await aNewcomer(db);
    const reviewer = await aPerson(db, body, 'reviewer', 'Ida Sund');
    const who = { bodyId: body.id, accountId: reviewer.accountId };
    expect(await ask('reviewer')).toMatchObject({ refusal: 'not_their_role' });
    expect(await askForApproval(as(lead), who, { level: 'auditor', request })).toMatchObject({
      refusal: 'not_their_role',
    });
    const { id } = done(await askForApproval(as(lead), who, { level: 'reviewer', request }));
    done(await grantApproval(as(officer), id, days));
    done(await suspendApproval(as(officer), id, reason));
    await work();
    const subjects = mailer.sent.map(({ subject }) => subject).join('\n');
    expect(subjects).toContain('Ida Sund is approved as reviewer until');
    expect(mailer.sent.map(({ text }) => text).join('\n')).toContain('they approve no report');
    const listed = await listAuditors(as(officer), body.id);
    expect(listed.find((each) => each.id === who.accountId)).toMatchObject({
      ...{ roles: ['reviewer'], audits: false, leads: false, reviews: true },
    });
    const raw = sql`insert into auditor_approval (account_id, organisation_id, level, request, asked_at, asked_by)
      values (${lead.accountId}, ${body.id}, 'reviewer', 'Is only an auditor.', ${now}, ${lead.accountId})`;
    await expect(raw.execute(db)).rejects.toThrow('its own auditors');
  });

  test('as lead auditor needs a witnessed audit, by command and by SQL', async ({ db }) => {
    const { as, who, ask, officer, reviewer } = await aNewcomer(db);
    const { id } = done(await ask('lead_auditor'));
    expect(await grantApproval(as(officer), id, days)).toMatchObject({ refusal: 'not_witnessed' });
    const raw = sql`update auditor_approval set outcome = 'granted', valid_from = '2026-03-01', valid_until = '2026-12-31',
      reasons = 'No reasons at all.', decided_at = ${now}, decided_by = ${officer.accountId} where id = ${id}`;
    await expect(raw.execute(db)).rejects.toThrow('without a satisfactory witnessed audit');
    done(await recordWitnessing(as(reviewer), who, { ...seen, outcome: 'not_satisfactory' }));
    expect(await grantApproval(as(officer), id, days)).toMatchObject({ refusal: 'not_witnessed' });
    done(await recordWitnessing(as(reviewer), who, seen));
    done(await grantApproval(as(officer), id, days));
  });

  test('is refused with reasons, and may be asked for again', async ({ db, work, mailer }) => {
    const { as, ask, officer } = await aNewcomer(db);
    const { id } = done(await ask('auditor'));
    done(await refuseApproval(as(officer), id, reason));
    expect(await refuseApproval(as(officer), id, reason)).toMatchObject({ refusal: 'request_answered' });
    await work();
    expect(mailer.sent.find(({ subject }) => subject.includes('was not approved'))?.text).toContain(
      reason.reason,
    );
    done(await ask('auditor'));
  });

  test('is suspended, lifted and ended by officers, each told', async ({ db, work, mailer }) => {
    const { as, lead, officer, body } = await anEngagement(db);
    const [approval] = await listAuditorApprovals(db, lead.accountId, body.id);
    const id = approval?.id ?? '';
    expect(await suspendApproval(as(lead), id, reason)).toMatchObject({ refusal: 'forbidden' });
    done(await suspendApproval(as(officer), id, reason));
    expect(await suspendApproval(as(officer), id, reason)).toMatchObject({ refusal: 'already_suspended' });
    done(await liftSuspension(as(officer), id, reason));
    expect(await liftSuspension(as(officer), id, reason)).toMatchObject({ refusal: 'not_suspended' });
    done(await endAuditorApproval(as(officer), id, reason));
    expect(await endAuditorApproval(as(officer), id, reason)).toMatchObject({ refusal: 'approval_ended' });
    await work();
    const subjects = mailer.sent.map(({ subject }) => subject).join('\n');
    for (const words of ['is suspended', 'may work as lead auditor again', 'ended the approval'])
      expect(subjects).toContain(words);
  });

  test('is warned of 90, 30 and 7 days ahead, each once', async ({ db, work, mailer }) => {
    const { as, ask, officer } = await aNewcomer(db);
    const { id } = done(await ask('auditor'));
    done(await grantApproval(as(officer), id, days));
    await work();
    mailer.sent.length = 0;
    for (const day of ['2026-10-01', '2026-10-02', '2026-10-03', '2026-12-01', '2026-12-30', '2026-12-31']) {
      const clock = { db, now: new Date(`${day}T00:28:00Z`) };
      await Promise.all([warnOfEndingAuditors(clock), warnOfEndingAuditors(clock)]);
    }
    const steps = await db.selectFrom('auditor_approval_warning').select('step').orderBy('step').execute();
    expect(steps.map(({ step }) => step)).toEqual([7, 30, 90]);
    await work();
    // The auditor, the reviewer and the officer, three times.
    expect(mailer.sent).toHaveLength(9);
  });
});

describe('the database', () => {
  test.for([
    [`delete from auditor_approval`, 'append-only'],
    [`update auditor_approval set valid_until = '2099-01-01'`, 'stands as it is'],
    [`update auditor_approval set level = 'auditor'`, 'stands as it is'],
    [`update auditor_competence set sectors = '{A}'`, 'stands as it is'],
    [`update auditor_language set level = 'interview'`, 'stands as it is'],
    [`update auditor_language set withdrawn_at = now()`, 'auditor_language_withdrawal'],
    [`update auditor_witnessing set outcome = 'satisfactory'`, 'append-only'],
    [`truncate auditor_witnessing`, 'append-only'],
    [
      `insert into auditor_competence (account_id, organisation_id, principles, sectors, countries, evidence, assessed_by, assessed_on, recorded_at, recorded_by)
        select account_id, organisation_id, principles, sectors, countries, evidence, assessed_by, assessed_on, recorded_at, account_id from auditor_competence limit 1`,
      'auditor_competence_not_own',
    ],
    [
      `insert into auditor_approval (account_id, organisation_id, level, request, asked_at, asked_by)
        select m.account_id, a.organisation_id, a.level, a.request, a.asked_at, a.asked_by
        from auditor_approval a, membership m where m.role = 'recruiter' limit 1`,
      'its own auditors',
    ],
    [
      `update auditor_approval a set ended_at = now(), end_reason = 'No officer at all.', ended_by = m.account_id
        from membership m where m.role = 'reviewer'`,
      'approved by officers',
    ],
    [
      `insert into auditor_suspension (approval_id, reason, suspended_at, suspended_by)
        select a.id, 'No officer at all.', now(), m.account_id from auditor_approval a, membership m where m.role = 'reviewer'`,
      'suspended by officers',
    ],
  ] as const)('refuses %s', async ([statement, why], { db }) => {
    await anEngagement(db);
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(why);
  });
});
