import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { answerTransfer, askForTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import {
  findTransfer,
  listBodiesFor,
  listOwnTransfers,
  listTransferTasks,
} from '#app/features/certificates/transfer/queries.server.ts';
import { previewTransfer } from '#app/features/register/preview.server.ts';
import { findByCertificate } from '#app/features/register/queries.server.ts';
import { declareForTransfer } from '#app/features/certificates/transfer/review.server.ts';
import type { Reviewer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { aPerson, aPlace, approved, done, noConflict } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const grounds = 'The new body has auditors who speak Maithili.';
const accepted = { outcome: 'accepted' as const, answer: 'The reports were reviewed and nothing is open.' };
const declined = { outcome: 'declined' as const, answer: 'We have nobody free for it in the next months.' };

/** A certificate, and another approved body that its holder asked to take it over; its reviewer declared to be free. */
async function aTransfer(db: Kysely<Database>, work: () => Promise<void>) {
  const given = await aCertificate(db, work);
  const other = await aPlace(db, 'audit_body', 'Lantern Audits');
  await approved(db, other.id, given.officer);
  const newReviewer: Reviewer = await aPerson(db, other, 'reviewer', 'Ines Duarte');
  done(await askForTransfer(given.as(given.recruiter), { body: other.id, grounds }));
  const [task] = await listTransferTasks(given.as(newReviewer));
  if (!task) throw new Error('nobody was asked');
  done(await declareForTransfer(given.as(newReviewer), task.id, noConflict));
  return { ...given, other, newReviewer, transferId: task.id };
}

const certificates = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate')
    .select([
      'id',
      'status',
      'kind',
      'previous_id',
      'audit_body_id',
      'valid_until',
      'cycle_from',
      'corridors',
    ])
    .orderBy('number')
    .execute();

describe('a transfer', () => {
  test('accepted goes on under a new number with its days and scope, on the register and in the programme', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await aTransfer(db, work);
    const reviewer = given.as(given.newReviewer);
    expect(
      (await listBodiesFor(given.as(given.recruiter), given.certificateId)).map(({ name }) => name),
    ).toEqual(['Lantern Audits']);
    const seen = await findTransfer(reviewer, given.transferId);
    expect(seen).toMatchObject({
      transfer: { former: 'Meridian Audit', grounds },
      contents: { findings: [] },
    });
    expect(seen?.contents?.reports).not.toEqual([]);
    done(await answerTransfer(reviewer, given.transferId, accepted));
    const [old, next] = await certificates(db);
    expect(old?.status).toBe('transferred');
    expect(next).toMatchObject({
      ...{
        status: 'active',
        kind: 'transfer',
        previous_id: given.certificateId,
        audit_body_id: given.other.id,
      },
      ...{ valid_until: old?.valid_until, cycle_from: old?.cycle_from, corridors: old?.corridors },
    });
    const scanned = done(await findByCertificate(reviewer, given.number));
    expect([scanned.counts, scanned.record.certificate?.auditBody]).toEqual([false, 'Lantern Audits']);
    await work();
    const programme = await db
      .selectFrom('audit_programme_entry')
      .select('certificate_id')
      .distinct()
      .where('dropped_at', 'is', null)
      .execute();
    expect(programme).toEqual([{ certificate_id: next?.id }]);
    const subjects = mailer.sent.map(({ subject }) => subject);
    expect(subjects).toContain(`Certificate ${given.number} has left your body`);
    expect(await answerTransfer(reviewer, given.transferId, accepted)).toMatchObject({
      refusal: 'already_answered',
    });
    // Who is second finds the answer, and none of the former body's papers.
    expect(await findTransfer(reviewer, given.transferId)).toMatchObject({
      transfer: { state: 'accepted', answer: accepted.answer },
      refusal: 'already_answered',
      contents: undefined,
    });
  });

  test('shows the new body what the public will read, and no finding the former one has not issued', async ({
    db,
    work,
  }) => {
    const given = await aTransfer(db, work);
    const reviewer = given.as(given.newReviewer);
    const { scheme_version_id, code } = await db
      .selectFrom('indicator')
      .select(['scheme_version_id', 'code'])
      .limit(1)
      .executeTakeFirstOrThrow();
    const raised = {
      ...{ audit_id: given.auditId, application_id: given.applicationId, organisation_id: given.agency.id },
      ...{ number: 9, scheme_version_id, indicator_code: code, grade: 'major', state: 'raised' },
      ...{ statement: 'Not told to anybody yet.', evidence: 'Seen on paper.' },
      ...{ raised_at: reviewer.now, raised_by: given.lead.accountId },
    };
    await pastRules(db, (one) => one.insertInto('finding').values(raised).execute());
    const seen = await findTransfer(reviewer, given.transferId);
    expect(seen?.contents?.findings).toEqual([]);
    const { registrationNumber = null, body = '' } = seen?.transfer ?? {};
    const readings = await previewTransfer(reviewer, registrationNumber, body);
    expect(readings.map(({ certificate }) => certificate?.auditBody)).toEqual([
      'Meridian Audit',
      'Lantern Audits',
    ]);
    expect(await previewTransfer(reviewer, null, body)).toEqual([]);
  });

  test.for(['surveillance', 'finding'])(
    'is refused in the same words whatever the former body has open, a hidden %s too',
    async (hidden, { db, work }) => {
      const given = await aTransfer(db, work);
      await pastRules(db, async (one) =>
        hidden === 'surveillance'
          ? sql`insert into audit (application_id, certificate_id, organisation_id, audit_body_id, scheme_version_id, type, state,
              scheduled_at, scheduled_by) select application_id, ${given.certificateId}, organisation_id, audit_body_id,
              scheme_version_id, 'surveillance', 'scheduled', now(), scheduled_by from audit limit 1`.execute(
              one,
            )
          : sql`insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code,
              grade, state, statement, evidence, raised_at, raised_by) select ${given.auditId}, ${given.applicationId},
              ${given.agency.id}, 9, scheme_version_id, code, 'major', 'raised', 'Not told to anybody yet.', 'Seen on paper.',
              now(), ${given.lead.accountId} from indicator limit 1`.execute(one),
      );
      const reviewer = given.as(given.newReviewer);
      expect(await answerTransfer(reviewer, given.transferId, accepted)).toEqual({
        ok: false,
        refusal: 'former_work_open',
      });
      const raw = sql`update certificate_transfer set state = 'accepted', answered_by = ${given.newReviewer.accountId},
        answered_at = asked_at, answer = 'Taken over past every rule.', next_id = ${given.certificateId}`;
      await expect(raw.execute(db)).rejects.toThrow('the former body still has work open');
      done(await answerTransfer(reviewer, given.transferId, declined));
    },
  );

  test('declined changes nothing and tells why; the holder may ask again', async ({ db, work, mailer }) => {
    const given = await aTransfer(db, work);
    done(await answerTransfer(given.as(given.newReviewer), given.transferId, declined));
    expect(await certificates(db)).toMatchObject([{ status: 'active' }]);
    const holder = given.as(given.recruiter);
    expect(await listOwnTransfers(holder)).toMatchObject([{ state: 'declined', answer: declined.answer }]);
    await work();
    const subjects = mailer.sent.map(({ subject }) => subject);
    expect(subjects).toContain('Lantern Audits does not take over your certificate');
    done(await askForTransfer(holder, { body: given.other.id, grounds }));
  });

  test('is answered by the new body alone, of what counts, once, and in its days', async ({ db, work }) => {
    const given = await aTransfer(db, work);
    const answer = (actor: Reviewer, now = given.as(actor).now) =>
      answerTransfer({ db, actor, now }, given.transferId, accepted);
    expect(await answer(given.reviewer)).toMatchObject({ refusal: 'not_found' });
    expect(await answer(given.newReviewer, new Date('2026-04-05T09:00:00Z'))).toMatchObject({
      refusal: 'review_over',
    });
    const holder = given.as(given.recruiter);
    expect(await askForTransfer(holder, { body: given.other.id, grounds })).toMatchObject({
      refusal: 'already_asked',
    });
    const twice = await Promise.all([answer(given.newReviewer), answer(given.newReviewer)]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await certificates(db)).toHaveLength(2);
    expect(await askForTransfer(holder, { body: given.other.id, grounds })).toMatchObject({
      refusal: 'body_not_approved',
    });
  });

  test('is not of what was suspended meanwhile', async ({ db, work }) => {
    const given = await aTransfer(db, work);
    done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
    expect(await answerTransfer(given.as(given.newReviewer), given.transferId, accepted)).toEqual({
      ok: false,
      refusal: 'suspended',
    });
  });

  test('in SQL has its request, its parties and an answer', async ({ db, work }) => {
    const given = await aTransfer(db, work);
    const status = `insert into certificate_status (certificate_id, action, status, note, decided_by, decided_at)
      select id, 'transferred', 'transferred', 'Written past every rule.', '${given.newReviewer.accountId}', now()
      from certificate; update certificate set status = 'transferred', since = now()`;
    const answered = (
      by: string,
    ) => `update certificate_transfer set state = 'declined', answered_by = '${by}',
      answered_at = asked_at, answer = 'Answered past every rule there is.'`;
    for (const [statement, reason] of [
      [status, 'no transfer was accepted'],
      [answered(given.reviewer.accountId), 'a reviewer of the new body'],
      [`update certificate_transfer set to_body_id = '${given.body.id}'`, 'stands as it is|another body'],
      [`delete from certificate_transfer`, 'append-only'],
    ] as const)
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(new RegExp(reason));
  });
});
