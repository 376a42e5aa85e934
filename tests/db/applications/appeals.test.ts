import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { decideAppeal, lodgeAppeal } from '#app/features/applications/appeals/commands.server.ts';
import { findAppeal, findOwnAppeal, listAppeals } from '#app/features/applications/appeals/queries.server.ts';
import { startApplication, withdrawApplication } from '#app/features/applications/commands.server.ts';
import { declareReviewer } from '#app/features/applications/review/commands.server.ts';
import { rejectApplication } from '#app/features/applications/review-commands.server.ts';
import { anApplicant, inReview, noTies, type Applicant } from '#tests/support/factories/applications.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { listDeciderTasks } from '#app/features/certificates/decisions/tasks.server.ts';
import { rawVote } from '#tests/support/factories/parts.ts';
import { aPackage, matterOf, noInterest, vote } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const reasons = { reasons: 'No licence for this corridor.' };
const grounds = { grounds: 'The licence was renewed in June, as its scan shows.' };
const upheld = { outcome: 'upheld' as const, reasons: 'The scan does show the renewal in June.' };
const dismissed = { outcome: 'dismissed' as const, reasons: 'The scan is of another licence altogether.' };
const days = (count: number) => new Date(Date.parse('2026-03-01T09:00:00Z') + count * 86_400_000);

async function rejected(given: Applicant, work: () => Promise<void>) {
  await inReview(given, work);
  done(await rejectApplication(given.officer, given.id, reasons));
  await work();
}

const stateOf = async ({ officer, id }: Pick<Applicant, 'officer' | 'id'>) =>
  (await officer.db.selectFrom('application').select('state').where('id', '=', id).executeTakeFirstOrThrow())
    .state;

describe('an appeal against a rejection', () => {
  test('is acknowledged at once with its day, and told to those who may decide it', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anApplicant(db);
    await rejected(given, work);
    mailer.sent.length = 0;
    done(await lodgeAppeal({ ...given.recruiter, now: days(30) }, given.id, grounds));
    await work();
    expect(await stateOf(given)).toBe('appealed');
    const subjects = mailer.sent.map(({ subject }) => subject).toSorted();
    // The applicant; the colleague and the decider, but not the officer who rejected it.
    expect(subjects).toEqual([
      'APP-00001: An appeal was lodged',
      'APP-00001: An appeal was lodged',
      'APP-00001: We have your appeal',
    ]);
    expect(mailer.sent.map(({ text }) => text).join()).toContain('30 May 2026');
    expect(await findOwnAppeal(given.recruiter)).toMatchObject({ lodged: { outcome: null } });
  });

  test('comes in time, once, and not beside a new application', async ({ db, work }) => {
    const given = await anApplicant(db);
    await rejected(given, work);
    const late = { ...given.recruiter, now: days(31) };
    expect(await lodgeAppeal(late, given.id, grounds)).toEqual({ ok: false, refusal: 'appeal_too_late' });
    expect(await lodgeAppeal(given.stranger, given.id, grounds)).toEqual({ ok: false, refusal: 'not_found' });
    done(await startApplication({ ...given.recruiter, now: days(1) }));
    expect(await lodgeAppeal(given.recruiter, given.id, grounds)).toEqual({
      ok: false,
      refusal: 'another_under_way',
    });
    const raw = sql`insert into application_appeal (application_id, against, against_at, grounds, lodged_by, lodged_at, due_on)
      select id, 'rejected', rejected_at, 'Twenty letters at the least', started_by, rejected_at + interval '31 days', '2026-06-01'
      from application where state = 'rejected'`;
    await expect(raw.execute(db)).rejects.toThrow('within 30 days');
  });

  test('is lodged once by two at the same moment', async ({ db, work }) => {
    const given = await anApplicant(db);
    await rejected(given, work);
    const both = await Promise.all([
      lodgeAppeal(given.recruiter, given.id, grounds),
      lodgeAppeal(given.recruiter, given.id, grounds),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'already_appealed' }]);
  });

  test('is decided by somebody who had no part in it: by rule and in SQL', async ({ db, work }) => {
    const given = await anApplicant(db);
    await rejected(given, work);
    const { appealId } = done(await lodgeAppeal(given.recruiter, given.id, grounds));
    expect(await decideAppeal(given.officer, appealId, upheld)).toEqual({
      ok: false,
      refusal: 'involved_in_decision',
    });
    const raw = (person: string) =>
      sql`update application_appeal set outcome = 'upheld', reasons = 'Twenty letters at the least',
        decided_by = ${person}::uuid, decided_at = now()`.execute(db);
    await expect(raw(given.officer.actor.accountId)).rejects.toThrow('had a hand in the decision');
    await expect(raw(given.recruiter.actor.accountId)).rejects.toThrow('by the scheme');
    expect(await findAppeal(given.officer, appealId)).toMatchObject({ involved: true });
    expect(await findAppeal(given.decider, appealId)).toMatchObject({
      involved: false,
      texts: { decided: reasons.reasons, ...grounds },
    });
  });

  test('is read and decided by an officer who declared to be free, and by no other', async ({ db, work }) => {
    const given = await anApplicant(db);
    await rejected(given, work);
    const { appealId } = done(await lodgeAppeal(given.recruiter, given.id, grounds));
    const raw = sql`update application_appeal set outcome = 'upheld', reasons = 'Twenty letters at the least',
      decided_by = ${given.colleague.actor.accountId}::uuid, decided_at = now()`;
    const closed = async (refusal: string, standing: string) => {
      expect(await decideAppeal(given.colleague, appealId, upheld)).toEqual({ ok: false, refusal });
      const page = await findAppeal(given.colleague, appealId);
      expect(page).toMatchObject({ standing, texts: undefined });
      expect(JSON.stringify([page, await listAppeals(given.colleague)])).not.toContain('renewed in June');
    };
    await closed('declare_first', 'undeclared');
    await expect(raw.execute(db)).rejects.toThrow('declares to have no conflict');
    done(await declareReviewer(given.colleague, given.id, noTies));
    expect(await findAppeal(given.colleague, appealId)).toMatchObject({ texts: grounds, involved: false });
    done(await declareReviewer(given.colleague, given.id, { ...noTies, conflicted: true }));
    await closed('involved_in_decision', 'conflicted');
    done(await decideAppeal(given.decider, appealId, dismissed));
    expect(await findAppeal(given.colleague, appealId)).toMatchObject({ texts: undefined });
  });

  test('upheld opens the review again; the applicant is told why', async ({ db, work, mailer }) => {
    const given = await anApplicant(db);
    await rejected(given, work);
    const { appealId } = done(await lodgeAppeal(given.recruiter, given.id, grounds));
    done(await declareReviewer(given.colleague, given.id, noTies));
    done(await decideAppeal(given.colleague, appealId, upheld));
    expect(await stateOf(given)).toBe('under_review');
    await work();
    expect(mailer.sent.map(({ text }) => text.replace(/\s+/g, ' ')).join()).toContain(upheld.reasons);
    expect(await findOwnAppeal(given.recruiter)).toMatchObject({ until: null, lodged: upheld });
    expect(await decideAppeal(given.decider, appealId, dismissed)).toMatchObject({ ok: false });
    // Rejected anew, by somebody else's review of the same copy, it may be appealed against anew.
    done(await rejectApplication({ ...given.officer, now: days(1) }, given.id, reasons));
    done(await lodgeAppeal({ ...given.recruiter, now: days(2) }, given.id, grounds));
    expect(await listAppeals(given.officer)).toHaveLength(2);
  });

  test('dismissed is final, in SQL too', async ({ db, work }) => {
    const given = await anApplicant(db);
    await rejected(given, work);
    const { appealId } = done(await lodgeAppeal(given.recruiter, given.id, grounds));
    done(await decideAppeal(given.decider, appealId, dismissed));
    expect(await stateOf(given)).toBe('rejected');
    expect(await lodgeAppeal(given.recruiter, given.id, grounds)).toEqual({
      ok: false,
      refusal: 'already_decided_on_appeal',
    });
    await expect(sql`update application_appeal set outcome = 'upheld'`.execute(db)).rejects.toThrow(
      /stands|had a hand/,
    );
    await expect(sql`delete from application_appeal`.execute(db)).rejects.toThrow('append-only');
    await expect(
      sql`update application set state = 'under_review', rejected_at = null`.execute(db),
    ).rejects.toThrow();
  });

  test('may be withdrawn with the application', async ({ db, work }) => {
    const given = await anApplicant(db);
    await rejected(given, work);
    const { appealId } = done(await lodgeAppeal(given.recruiter, given.id, grounds));
    done(await withdrawApplication(given.recruiter, given.id));
    done(await declareReviewer(given.colleague, given.id, noTies));
    expect(await decideAppeal(given.colleague, appealId, upheld)).toEqual({
      ok: false,
      refusal: 'not_appealed',
    });
    expect(await listAppeals(given.officer)).toEqual([]);
  });
});

describe('an appeal against a refusal', () => {
  test('upheld lets the panel decide once more, and once only', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const { applicationId: id, decider, recruiter, as, officer } = given;
    const refuse = { vote: 'refuse' as const, reasons: 'The system does not work at all yet.' };
    const grant = { vote: 'grant' as const, reasons: 'It works, and every finding is corrected.' };
    done(await vote(as(decider), id, refuse));
    await work();
    const { appealId } = done(await lodgeAppeal(as(recruiter), id, grounds));
    expect(await decideAppeal(as(decider), appealId, upheld)).toEqual({
      ok: false,
      refusal: 'involved_in_decision',
    });
    done(await declareReviewer(as(officer), id, noTies));
    done(await decideAppeal(as(officer), appealId, upheld));
    expect(await stateOf({ officer: as(officer), id })).toBe('decision_pending');
    const other = await aPerson(db, { id: officer.organisationId, kind: 'scheme' }, 'decider');
    await work();
    expect(await findOwnAppeal(as(recruiter))).toMatchObject({
      lodged: { againState: 'open', againBy: '2026-03-31' },
    });
    // The new matter names the appeal, and whoever voted before is kept from it.
    const matter = await matterOf(db, id);
    expect(await declareInterest(as(decider), matter, noInterest)).toEqual({
      ok: false,
      refusal: 'refused_by_you',
    });
    expect(await listDeciderTasks(as(decider))).toEqual([]);
    expect(await listDeciderTasks(as(other))).toMatchObject([
      { id: matter, what: 'Decide again on Himal Workforce' },
    ]);
    const raw = rawVote(matter, { person: decider.accountId, day: '2026-03-01' });
    await expect(raw.execute(db)).rejects.toThrow('does not decide: refused_by_you');
    const named = await db
      .selectFrom('decision_matter')
      .select('application_appeal_id')
      .where('id', '=', matter)
      .executeTakeFirst();
    expect(named?.application_appeal_id).toBe(appealId);
    done(await vote(as(other), id, grant));
    await expect(vote(as(other), id, grant)).rejects.toThrow('no result');
    expect(await withdrawApplication(as(recruiter), id)).toEqual({ ok: false, refusal: 'already_decided' });
    // Granted in the end: the answer stays, and nothing is left to appeal against.
    expect(await findOwnAppeal(as(recruiter))).toMatchObject({ until: null, lodged: upheld });
    await work();
    expect(await stateOf({ officer: as(officer), id })).toBe('certified');
  });
});
