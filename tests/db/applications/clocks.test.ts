import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { setLanguage } from '#app/features/accounts/people/commands/language.server.ts';
import { lodgeAppeal } from '#app/features/applications/appeals/commands.server.ts';
import { reopenReview } from '#app/features/applications/clock.server.ts';
import {
  expireDeferrals,
  lapseApplications,
  remindOfApplications,
} from '#app/features/applications/clocks/commands.server.ts';
import { submitApplication } from '#app/features/applications/commands.server.ts';
import { saveAnswers } from '#app/features/applications/sections/commands.server.ts';
import {
  acceptApplication,
  deferApplication,
  engageAuditBody,
  rejectApplication,
} from '#app/features/applications/review-commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { anApplicant, inReview, sent, type Applicant } from '#tests/support/factories/applications.ts';
import { done } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

type Work = () => Promise<void>;
type Clock = (house: { db: Kysely<Database>; now: Date }) => Promise<void>;

const reasons = { reasons: 'Licence confirmed with the authority, owners disclosed.' };
/** Ten in the morning on a day counted from the first of March 2026. */
const on = (days: number) => new Date(Date.parse('2026-03-01T10:00:00Z') + days * 86_400_000);

const stateOf = async ({ officer, id }: Applicant) =>
  (await officer.db.selectFrom('application').select('state').where('id', '=', id).executeTakeFirstOrThrow())
    .state;
const factsOf = async (db: Kysely<Database>, type: string) =>
  db.selectFrom('event').select(['payload', 'occurred_at as at']).where('type', '=', type).execute();
const remindersOf = async (db: Kysely<Database>) =>
  (await factsOf(db, 'application.reminded')).map(({ payload }) => payload);

/** Brings an application to a state; what it costs of days is none. */
const reach: Record<string, (given: Applicant, work: Work) => Promise<void>> = {
  awaiting_payment: sent,
  under_review: inReview,
  deferred: async (given, work) => {
    await inReview(given, work);
    done(await deferApplication(given.officer, given.id, reasons));
  },
  deferred_expired: async (given, work) => {
    await reach['deferred']?.(given, work);
    await expireDeferrals({ db: given.officer.db, now: on(61) });
  },
  accepted: async (given, work) => {
    await inReview(given, work);
    done(await acceptApplication(given.officer, given.id, reasons));
  },
  engaged: async (given, work) => {
    await reach['accepted']?.(given, work);
    done(await engageAuditBody(given.recruiter, given.id, { auditBodyId: given.body.id }));
  },
  appealed: async (given, work) => {
    await inReview(given, work);
    done(await rejectApplication(given.officer, given.id, reasons));
    const grounds = 'The licence was renewed in June, as its scan shows.';
    done(await lodgeAppeal(given.recruiter, given.id, { grounds }));
  },
};

const changed = { answers: { company_number: 'C-13' }, seen: { company_number: 1 } };

describe('an application nobody goes on with', () => {
  /** State, the last day it stands, the clock that ends it, and what it becomes. */
  test.for<[string, number, Clock, string]>([
    ['awaiting_payment', 30, lapseApplications, 'lapsed'],
    ['deferred', 60, expireDeferrals, 'deferred_expired'],
    ['deferred_expired', 240, lapseApplications, 'lapsed'],
    ['accepted', 90, lapseApplications, 'lapsed'],
    ['engaged', 184, lapseApplications, 'lapsed'],
  ])('%s stands until day %i', async ([state, lastDay, clock, after], { db, work }) => {
    const given = await anApplicant(db);
    await reach[state]?.(given, work);
    await clock({ db, now: on(lastDay) });
    expect(await stateOf(given)).toBe(state);
    // Two at once, and once more: it happens once.
    await Promise.all([clock({ db, now: on(lastDay + 1) }), clock({ db, now: on(lastDay + 1) })]);
    await clock({ db, now: on(lastDay + 2) });
    expect(await stateOf(given)).toBe(after);
    const fact = after === 'lapsed' ? 'application.lapsed' : 'application.deferral_expired';
    expect(await factsOf(db, fact)).toHaveLength(1);
    if (state === 'accepted') {
      const { delisted_on } = await db
        .selectFrom('registration')
        .select('delisted_on')
        .executeTakeFirstOrThrow();
      expect(delisted_on).toBe('2026-05-31');
    }
  });

  test('is ended after a standstill of months, too, with its full days to pay the extra fee', async ({
    db,
    work,
  }) => {
    const given = await anApplicant(db);
    await reach['deferred']?.(given, work);
    const back = { db, now: on(400) };
    await lapseApplications(back);
    await expireDeferrals(back);
    await lapseApplications(back);
    expect(await stateOf(given)).toBe('deferred_expired');
    const { lapses_on } = await db.selectFrom('application').select('lapses_on').executeTakeFirstOrThrow();
    expect(lapses_on).toBe(
      on(400 + 179)
        .toISOString()
        .slice(0, 10),
    );
  });

  test('is ended in one run however many there are', async ({ db, work }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    await sql`insert into organisation (id, kind, name, country, created_at)
      select gen_random_uuid(), 'recruiter', 'Agency ' || n, 'NP', now() from generate_series(1, 250) n`.execute(
      db,
    );
    await sql`insert into application (organisation_id, scheme_version_id, state, started_at, started_by, submitted_at, payment_due_on)
      select o.id, a.scheme_version_id, a.state, a.started_at, a.started_by, a.submitted_at, a.payment_due_on
      from organisation o, application a where o.name like 'Agency %'`.execute(db);
    const after = { db, now: on(31) };
    await Promise.all([lapseApplications(after), lapseApplications(after)]);
    expect(await factsOf(db, 'application.lapsed')).toHaveLength(251);
  });
});

describe('the extra fee', () => {
  test('opens the review again with what was sent last, whether it was sent before the day or after', async ({
    db,
    work,
  }) => {
    const given = await anApplicant(db);
    await reach['deferred_expired']?.(given, work);
    const later = { ...given.recruiter, now: on(70) };
    done(await saveAnswers(later, given.id, changed));
    done(await submitApplication(later, given.id));
    expect(await stateOf(given)).toBe('deferred_expired');
    done(await reopenReview({ db, now: on(71) }, given.id));
    expect(await reopenReview({ db, now: on(71) }, given.id)).toEqual({ ok: false, refusal: 'not_expired' });
    expect(
      await db.selectFrom('application').select(['state', 'review_due_on', 'lapses_on']).execute(),
    ).toEqual([{ state: 'under_review', review_due_on: '2026-05-25', lapses_on: null }]);
    expect(await db.selectFrom('application_copy').select('version').execute()).toHaveLength(2);
  });

  test('paid before the answer was sent: nobody is accepted on answers that no reviewer saw', async ({
    db,
    work,
  }) => {
    const given = await anApplicant(db);
    await reach['deferred_expired']?.(given, work);
    done(await saveAnswers({ ...given.recruiter, now: on(70) }, given.id, changed));
    done(await reopenReview({ db, now: on(71) }, given.id));
    const officer = { ...given.officer, now: on(72) };
    const refusal = { ok: false, refusal: 'answers_unsent' };
    expect(await acceptApplication(officer, given.id, reasons)).toEqual(refusal);
    done(await deferApplication(officer, given.id, reasons));
  });
});

describe('reminders', () => {
  /** State, what it is reminded of, the days on which, and to how many people. */
  test.for<[string, string, number[], number]>([
    ['awaiting_payment', 'payment_due', [23, 30], 1],
    ['deferred', 'answer_due', [30, 53, 59], 1],
    ['deferred_expired', 'expired_lapse_due', [210], 1],
    ['accepted', 'engagement_due', [60, 83], 1],
    ['engaged', 'first_audit_due', [154], 1],
    ['under_review', 'review_due', [11], 2],
    ['under_review', 'review_overdue', [15], 2],
    ['appealed', 'appeal_due', [53], 2],
    ['appealed', 'appeal_overdue', [61], 2],
  ])('%s: %s on days %j', async ([state, about, days, people], { db, work, mailer }) => {
    const given = await anApplicant(db);
    await reach[state]?.(given, work);
    await work();
    const count = async () =>
      (await remindersOf(db)).filter((payload) => JSON.stringify(payload).includes(about)).length;
    for (const [index, day] of days.entries()) {
      await remindOfApplications({ db, now: on(day - 1) });
      expect(await count(), `the day before ${day}`).toBe(index);
      await work();
      mailer.sent.length = 0;
      const now = { db, now: on(day) };
      await Promise.all([remindOfApplications(now), remindOfApplications(now)]);
      await remindOfApplications(now);
      expect(await count(), `on ${day}`).toBe(index + 1);
      await work();
      expect(mailer.sent).toHaveLength(people);
    }
  });

  test('that came during a standstill are one letter, the latest', async ({ db, work }) => {
    const given = await anApplicant(db);
    await reach['deferred']?.(given, work);
    await remindOfApplications({ db, now: on(55) });
    await remindOfApplications({ db, now: on(56) });
    expect(await remindersOf(db)).toHaveLength(1);
    await remindOfApplications({ db, now: on(59) });
    expect(await remindersOf(db)).toHaveLength(2);
    await expect(sql`delete from application_reminder`.execute(db)).rejects.toThrow('append-only');
  });

  test('come in the language of their reader', async ({ db, work, mailer }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    await setLanguage(given.recruiter, 'ne');
    mailer.sent.length = 0;
    await remindOfApplications({ db, now: on(23) });
    await work();
    expect(mailer.sent.map(({ subject }) => subject).join()).toContain('शुल्क तिर्नुहोस्');
    expect(mailer.sent[0]?.html).toContain('lang="ne"');
    await expect(sql`update account set language = 'xx'`.execute(db)).rejects.toThrow('account_language');
  });
});
