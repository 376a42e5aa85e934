import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import { answerExtension, askForExtension } from '#app/features/certificates/extension/commands.server.ts';
import { followCertificate, listOpenRequests } from '#app/features/certificates/extension/outlive.server.ts';
import { listExtensionTasks, listOwnRequests } from '#app/features/certificates/extension/queries.server.ts';
import { carryOut } from '#app/features/certificates/outcomes.server.ts';
import { withdrawCertificate } from '#app/features/certificates/status-commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aReadyAudit, pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

type Given = Awaited<ReturnType<typeof aCertificate>>;
const at = (day: string) => new Date(`${day}T09:00:00Z`);
const note = 'The officer wrote down why, at some length.';
const asked = {
  ...{ corridors: ['NP-JP'], sectors: [], offices: ['Biratnagar'] },
  grounds: 'We opened an office in Biratnagar and hold the licence for Japan.',
};
const answer = 'The new office has to be seen, and workers of the new corridor heard.';

/** The panel grants the next cycle on the first of December 2028. */
async function renewed(given: Given) {
  const { db, certificateId, decider } = given;
  await aReadyAudit(given, 'recertification', '2028-10-01');
  const decisionId = crypto.randomUUID();
  await pastRules(db, (one) =>
    sql`insert into certification_decision (id, matter_id, kind, application_id, organisation_id, organisation_name,
        application_reference, outcome, reasons, decided_by, decided_at)
      select ${decisionId}, gen_random_uuid(), 'recertification', application_id, organisation_id, organisation_name,
        application_reference, 'granted', reasons, ${decider.accountId}, ${at('2028-12-01')} from certification_decision limit 1`.execute(
      one,
    ),
  );
  const warrant = { actor: decider, now: at('2028-12-01'), certificateId, decisionId };
  done(await db.transaction().execute((trx) => carryOut(trx, { kind: 'recertification', ...warrant })));
  return db
    .selectFrom('certificate')
    .select(['id', 'number'])
    .where('previous_id', '=', certificateId)
    .executeTakeFirstOrThrow();
}

const requests = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate_scope_request')
    .select(['certificate_id', 'state', 'answer', 'answered_by', 'audit_due_on'])
    .orderBy('carried_from', (by) => by.asc().nullsFirst())
    .execute();
const entries = (db: Kysely<Database>) =>
  db
    .selectFrom('audit_programme_entry')
    .select(['certificate_id', 'due_on'])
    .where('type', '=', 'scope_extension')
    .where('dropped_at', 'is', null)
    .execute();

async function askedOf(given: Given, dueOn?: string) {
  const recruiter = { db: given.db, actor: given.recruiter, now: at('2028-09-01') };
  done(await askForExtension(recruiter, asked));
  const officer = { db: given.db, actor: given.officer, now: at('2028-09-02') };
  if (dueOn)
    done(await answerExtension(officer, given.certificateId, { outcome: 'audit_needed', answer, dueOn }));
  return { recruiter, officer };
}

describe('a wider scope that was asked for when its certificate was renewed', () => {
  test('goes on with the new one, and so does the audit it takes', async ({ db, work, mailer }) => {
    const given = await aCertificate(db, work);
    const { recruiter } = await askedOf(given, '2029-01-31');
    await work();
    expect(await entries(db)).toEqual([{ certificate_id: given.certificateId, due_on: '2029-01-31' }]);
    const next = await renewed(given);
    await work();
    expect(await requests(db)).toEqual([
      {
        ...{ certificate_id: given.certificateId, state: 'carried', answered_by: null },
        ...{ answer: expect.stringContaining(next.number), audit_due_on: '2029-01-31' },
      },
      {
        ...{ certificate_id: next.id, state: 'audit_needed', answered_by: null },
        ...{ answer: null, audit_due_on: '2029-01-31' },
      },
    ]);
    expect(await entries(db)).toEqual([{ certificate_id: next.id, due_on: '2029-01-31' }]);
    expect(await listOwnRequests(recruiter)).toMatchObject([
      { certificateId: next.id, state: 'audit_needed' },
    ]);
    expect(mailer.sent.map(({ subject }) => subject)).toContain(
      `Your request of a wider scope goes on with ${next.number}`,
    );
  });

  test('goes to an officer once more where nobody answered, or the day of its audit has passed', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    const { officer } = await askedOf(given, '2028-11-30');
    await work();
    const next = await renewed(given);
    await work();
    expect((await requests(db)).at(-1)).toMatchObject({ certificate_id: next.id, state: 'requested' });
    expect(await entries(db)).toEqual([]);
    expect(await listExtensionTasks(officer)).toMatchObject([{ about: next.number }]);
  });
});

describe('a wider scope that was asked for ends', () => {
  test('with a certificate that is withdrawn, and its holder is told', async ({ db, work, mailer }) => {
    const given = await aCertificate(db, work);
    const { officer } = await askedOf(given, '2029-01-31');
    await work();
    expect(
      await followCertificate(officer, (await listOpenRequests(db, given.certificateId))[0] ?? ''),
    ).toEqual({
      ...{ ok: false, refusal: 'certificate_stands' },
    });
    done(await withdrawCertificate(officer, given.certificateId, { reasonClass: 'fraud', note }));
    await work();
    expect(await requests(db)).toMatchObject([
      { state: 'ended', answered_by: null, answer: expect.stringContaining(given.number) },
    ]);
    expect(await entries(db)).toEqual([]);
    expect(mailer.sent.map(({ subject }) => subject)).toContain(
      `Your request of a wider scope ended with ${given.number}`,
    );
  });

  test('with a certificate that came to its last day, once nothing restores it any more', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    await askedOf(given, '2029-01-31');
    await work();
    await runCertificateClock({ db, now: at('2029-03-01') });
    await work();
    expect(await requests(db)).toMatchObject([{ state: 'audit_needed' }]);
    const early = sql`update certificate_scope_request set state = 'ended', answered_at = ${at('2029-03-02')}, answer = ${note}`;
    await expect(early.execute(db)).rejects.toThrow('ends with its certificate alone');
    for (const _night of [1, 2]) await runCertificateClock({ db, now: at('2029-09-01') });
    await work();
    expect(await requests(db)).toMatchObject([{ state: 'ended' }]);
    const told = db.selectFrom('event').select('id').where('type', '=', 'certificate.scope_request_ended');
    expect(await told.execute()).toHaveLength(1);
    expect(await entries(db)).toEqual([]);
  });
});

describe('the database refuses', () => {
  const set = (state: string) =>
    sql.raw(`update certificate_scope_request set state = '${state}', answered_at = '2028-09-03T09:00:00Z',
      answer = 'Written straight into the table.'`);

  test('that a request ends while its certificate stands, or is carried to nowhere', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const { officer } = await askedOf(given);
    await expect(set('ended').execute(db)).rejects.toThrow('ends with its certificate alone');
    await expect(set('carried').execute(db)).rejects.toThrow('ends with its certificate alone');
    done(await withdrawCertificate(officer, given.certificateId, { reasonClass: 'fraud', note }));
    await expect(set('carried').execute(db)).rejects.toThrow('that is carried goes on');
    const twin = sql`insert into certificate_scope_request (certificate_id, carried_from, corridors, sectors, offices, grounds,
        asked_by, asked_at) select certificate_id, id, corridors, sectors, offices, grounds, asked_by, asked_at
      from certificate_scope_request`;
    await expect(twin.execute(db)).rejects.toThrow('carried as it was');
    await set('ended').execute(db);
    await expect(sql`update certificate_scope_request set state = 'requested'`.execute(db)).rejects.toThrow();
  });
});
