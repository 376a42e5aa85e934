import { describe, expect } from 'vitest';

import {
  startApplication,
  submitApplication,
  withdrawApplication,
} from '#app/features/applications/commands.server.ts';
import { lapseApplications } from '#app/features/applications/clocks/commands.server.ts';
import { saveAnswers } from '#app/features/applications/sections/commands.server.ts';
import { findApplication } from '#app/features/applications/queries.server.ts';
import {
  acceptApplication,
  deferApplication,
  engageAuditBody,
  rejectApplication,
} from '#app/features/applications/review-commands.server.ts';
import {
  answers,
  anApplicant,
  inReview,
  sent,
  type Applicant,
} from '#tests/support/factories/applications.ts';
import { done } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const reasons = { reasons: 'Licence confirmed with the authority, owners disclosed.' };
const stateOf = async ({ officer, id }: Applicant) =>
  (await officer.db.selectFrom('application').select('state').where('id', '=', id).executeTakeFirstOrThrow())
    .state;

describe('a recruiter', () => {
  test('has one application under way, however often it presses', async ({ db }) => {
    const { stranger } = await anApplicant(db);
    const both = await Promise.all([startApplication(stranger), startApplication(stranger)]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'already_begun' });
  });

  test('reaches nobody else’s application, not even to learn that it exists', async ({ db }) => {
    const { id, stranger } = await anApplicant(db);
    const refused = { ok: false, refusal: 'not_found' };
    expect(await saveAnswers(stranger, id, { answers, seen: {} })).toEqual(refused);
    expect(await submitApplication(stranger, id)).toEqual(refused);
    expect(await withdrawApplication(stranger, id)).toEqual(refused);
    expect(await findApplication(stranger, id)).toBeUndefined();
  });

  test('sends once: a copy in words stands, the fee is asked for and told of', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anApplicant(db);
    const both = await Promise.all([
      submitApplication(given.recruiter, given.id),
      submitApplication(given.recruiter, given.id),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    await work();
    expect(await db.selectFrom('application_copy').select('version').execute()).toEqual([{ version: 1 }]);
    const invoices = await db.selectFrom('invoice').select(['amount_minor', 'due_on', 'status']).execute();
    expect(invoices).toEqual([{ amount_minor: 100_000, due_on: '2026-03-31', status: 'open' }]);
    expect(await stateOf(given)).toBe('awaiting_payment');
    expect(mailer.sent.map(({ text }) => text).join()).toMatch(/USD\s1,000\.00/);
  });

  test('leaves until the panel has decided, and its name with it', async ({ db, work }) => {
    const given = await anApplicant(db);
    await inReview(given, work);
    done(await acceptApplication(given.officer, given.id, reasons));
    done(await withdrawApplication(given.recruiter, given.id));
    const { delisted_on } = await db
      .selectFrom('registration')
      .select('delisted_on')
      .executeTakeFirstOrThrow();
    expect([await stateOf(given), delisted_on]).toEqual(['withdrawn', '2026-03-01']);
  });
});

describe('an officer', () => {
  test('accepts: the recruiter has a number for life and stands on the register', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anApplicant(db);
    await inReview(given, work);
    const accepted = done(await acceptApplication(given.officer, given.id, reasons));
    expect(accepted.registrationNumber).toMatch(/^LRN\d{4}2603$/);
    mailer.sent.length = 0;
    await work();
    expect(mailer.sent.map(({ text }) => text).join()).toContain(accepted.registrationNumber);
    done(await engageAuditBody(given.recruiter, given.id, { auditBodyId: given.body.id }));
    expect(await stateOf(given)).toBe('engaged');
  });

  test('decides once: whoever comes second is told', async ({ db, work }) => {
    const given = await anApplicant(db);
    await inReview(given, work);
    const both = await Promise.all([
      acceptApplication(given.officer, given.id, reasons),
      rejectApplication(given.officer, given.id, reasons),
    ]);
    expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'not_under_review' }]);
    expect(await db.selectFrom('application_review').select('id').execute()).toHaveLength(1);
  });

  test('defers: the answers open again, and come back to review without a second fee', async ({
    db,
    work,
  }) => {
    const given = await anApplicant(db);
    await inReview(given, work);
    done(await deferApplication(given.officer, given.id, reasons));
    done(
      await saveAnswers(given.recruiter, given.id, {
        answers: { company_number: 'C-13' },
        seen: { company_number: 1 },
      }),
    );
    done(await submitApplication(given.recruiter, given.id));
    await work();
    expect(await stateOf(given)).toBe('under_review');
    expect(await db.selectFrom('invoice').select('id').execute()).toHaveLength(1);
    expect(await db.selectFrom('application_copy').select('version').execute()).toHaveLength(2);
  });

  test('engages only an audit body, and only for an accepted application', async ({ db, work }) => {
    const given = await anApplicant(db);
    const engage = (auditBodyId: string) => engageAuditBody(given.recruiter, given.id, { auditBodyId });
    expect(await engage(given.body.id)).toEqual({ ok: false, refusal: 'not_accepted' });
    await inReview(given, work);
    done(await acceptApplication(given.officer, given.id, reasons));
    expect(await engage(given.stranger.actor.organisationId)).toEqual({
      ok: false,
      refusal: 'no_such_audit_body',
    });
  });
});

describe('the clock', () => {
  test('ends what was not paid the day after its last day, once', async ({ db, work }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    await lapseApplications({ db, now: new Date('2026-03-31T23:00:00Z') });
    expect(await stateOf(given)).toBe('awaiting_payment');
    const after = { db, now: new Date('2026-04-01T01:00:00Z') };
    await Promise.all([lapseApplications(after), lapseApplications(after)]);
    expect(await stateOf(given)).toBe('lapsed');
    const facts = await db
      .selectFrom('event')
      .select('id')
      .where('type', '=', 'application.lapsed')
      .execute();
    expect(facts).toHaveLength(1);
  });
});
