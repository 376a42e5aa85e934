import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { timelineOf } from '#app/events/timeline.server.ts';
import { submitApplication } from '#app/features/applications/commands.server.ts';
import { openDocument } from '#app/features/documents/commands.server.ts';
import {
  acceptApplication,
  deferApplication,
  rejectApplication,
} from '#app/features/applications/review-commands.server.ts';
import {
  assignReview,
  checkSection,
  declareReviewer,
} from '#app/features/applications/review/commands.server.ts';
import {
  findAssigned,
  gapsOf,
  listChecklist,
  listOfficers,
  mayOpen,
} from '#app/features/applications/review/queries.server.ts';
import { saveAnswers } from '#app/features/applications/sections/commands.server.ts';
import { listForCsv, listQueue } from '#app/features/applications/review/queue.server.ts';
import { anApplicant, inReview, noTies, sent } from '#tests/support/factories/applications.ts';
import { done } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const reasons = { reasons: 'Licence confirmed with the authority, owners disclosed.' };
const gap = { section: 'identity' as const, state: 'gap' as const, note: 'Who owns the agency?', version: 1 };
const anyFilter = { state: '', country: '', officer: '', q: '', page: 1 };

describe('a conflict of interest', () => {
  test('is the scheme’s own affair, as is who reviews: the applicant reads neither', async ({ db, work }) => {
    const given = await anApplicant(db);
    await inReview(given, work);
    const { id, officer, recruiter } = given;
    done(await assignReview(officer, id, { accountId: officer.actor.accountId }));
    const types = async (who: typeof officer | typeof recruiter) =>
      (await timelineOf(who, id)).map(({ type }) => type);
    const own = ['application.assigned', 'application.conflict_declared'];
    expect(await types(officer)).toEqual(expect.arrayContaining(own));
    expect((await types(recruiter)).filter((type) => own.includes(type))).toEqual([]);
    expect(await types(recruiter)).toContain('application.submitted');
  });

  test('is declared before anything opens: contents, scans, decisions', async ({ db, work }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    const { id, officer } = given;
    const { id: scan } = await db.selectFrom('document').select('id').executeTakeFirstOrThrow();
    expect(await mayOpen(officer, id)).toBe(false);
    expect(await openDocument(officer, scan, 1)).toEqual({ ok: false, refusal: 'not_found' });
    done(await declareReviewer(officer, id, noTies));
    expect(await mayOpen(officer, id)).toBe(true);
    expect(done(await openDocument(officer, scan, 1))).toMatchObject({ filename: 'licence.pdf' });
  });

  test('closes it for good to whoever has one, and takes the review from them', async ({ db, work }) => {
    const given = await anApplicant(db);
    await inReview(given, work);
    const { id, officer } = given;
    done(await assignReview(officer, id, { accountId: officer.actor.accountId }));
    done(await declareReviewer(officer, id, { conflicted: true, reason: 'My cousin owns the agency.' }));
    expect(await declareReviewer(officer, id, noTies)).toEqual({ ok: false, refusal: 'already_declared' });
    expect([await mayOpen(officer, id), await findAssigned(officer, id)]).toEqual([false, undefined]);
    const refused = { ok: false, refusal: 'conflicted' };
    expect(await acceptApplication(officer, id, reasons)).toEqual(refused);
    expect(await rejectApplication(officer, id, reasons)).toEqual(refused);
    expect(await deferApplication(officer, id, reasons)).toEqual(refused);
    expect(await checkSection(officer, id, gap)).toEqual(refused);
    expect((await listOfficers(officer, id)).map(({ name }) => name)).toEqual(['Ines Costa']);
  });

  test('stands between an undeclared officer and the decision, in SQL too', async ({ db, work }) => {
    const given = await anApplicant(db);
    await inReview(given, work);
    const { id, colleague } = given;
    expect(await acceptApplication(colleague, id, reasons)).toEqual({
      ok: false,
      refusal: 'declare_first',
    });
    const raw = (version: number, person: string) =>
      sql`insert into application_review (application_id, copy_version, outcome, reasons, decided_by, decided_at)
        values (${id}::uuid, ${version}, 'rejected', 'Ten letters at least', ${person}::uuid, now())`.execute(
        db,
      );
    await expect(raw(1, colleague.actor.accountId)).rejects.toThrow('no conflict of interest');
    await expect(raw(2, given.officer.actor.accountId)).rejects.toThrow('as it was last sent');
    await expect(raw(1, given.recruiter.actor.accountId)).rejects.toThrow('by an officer');
    await expect(sql`update application_reviewer set conflicted = true`.execute(db)).rejects.toThrow(
      'append-only',
    );
    await expect(sql`delete from application_reviewer`.execute(db)).rejects.toThrow('append-only');
  });

  test('is not declared on a draft, nor on what does not exist', async ({ db }) => {
    const { id, officer } = await anApplicant(db);
    const refused = { ok: false, refusal: 'not_found' };
    expect(await declareReviewer(officer, id, noTies)).toEqual(refused);
    expect(await assignReview(officer, id, { accountId: officer.actor.accountId })).toEqual(refused);
  });
});

describe('the checklist', () => {
  test('keeps a gap open until it is ticked off, also over a new version, and nothing is accepted meanwhile', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anApplicant(db);
    await inReview(given, work);
    const { id, officer, recruiter } = given;
    done(await checkSection(officer, id, gap));
    expect(await acceptApplication(officer, id, reasons)).toEqual({ ok: false, refusal: 'gaps_open' });
    const raw = sql`insert into application_review (application_id, copy_version, outcome, reasons, decided_by, decided_at)
      values (${id}::uuid, 1, 'accepted', 'Ten letters at least', ${officer.actor.accountId}::uuid, now())`;
    await expect(raw.execute(db)).rejects.toThrow('while a gap is open');
    // Told only once it was asked for.
    expect(await gapsOf(db, id)).toEqual([]);

    done(await deferApplication(officer, id, { reasons: 'One thing is missing.' }));
    expect(await gapsOf(db, id)).toMatchObject([{ section: 'identity', note: 'Who owns the agency?' }]);
    mailer.sent.length = 0;
    await work();
    const letter = mailer.sent.map(({ text }) => text.replace(/\s+/g, ' ')).join();
    for (const words of ['One thing is missing.', 'About the agency: Who owns the agency?'])
      expect(letter).toContain(words);
    expect(await checkSection(officer, id, gap)).toEqual({ ok: false, refusal: 'not_under_review' });

    const changed = { answers: { company_number: 'C-13' }, seen: { company_number: 1 } };
    done(await saveAnswers(recruiter, id, changed));
    done(await submitApplication(recruiter, id));
    expect(await checkSection(officer, id, gap)).toEqual({ ok: false, refusal: 'sent_again' });
    expect(await acceptApplication(officer, id, reasons)).toEqual({ ok: false, refusal: 'gaps_open' });
    done(await checkSection(officer, id, { ...gap, state: 'in_order', note: '', version: 2 }));
    expect(await listChecklist(db, id)).toMatchObject([
      { section: 'identity', state: 'in_order', version: 2 },
    ]);
    done(await acceptApplication(officer, id, reasons));
    expect(
      await db
        .selectFrom('application_review')
        .select(['outcome', 'copy_version'])
        .orderBy('copy_version')
        .execute(),
    ).toEqual([
      { outcome: 'deferred', copy_version: 1 },
      { outcome: 'accepted', copy_version: 2 },
    ]);
    await expect(sql`delete from application_checklist`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`update application_checklist set note = 'something else'`.execute(db)).rejects.toThrow(
      'not in review',
    );
  });
});

describe('assignment', () => {
  test('goes to oneself, then to a colleague, and to no outsider', async ({ db, work }) => {
    const given = await anApplicant(db);
    await inReview(given, work);
    const { id, officer, colleague, recruiter } = given;
    done(await assignReview(officer, id, { accountId: officer.actor.accountId }));
    expect(await findAssigned(officer, id)).toMatchObject({ name: 'Paolo Ferri' });
    done(await assignReview(officer, id, { accountId: colleague.actor.accountId }));
    expect(await findAssigned(officer, id)).toMatchObject({ name: 'Ines Costa' });
    expect(await assignReview(officer, id, { accountId: recruiter.actor.accountId })).toEqual({
      ok: false,
      refusal: 'no_such_officer',
    });
    const mine = await listQueue(officer, { ...anyFilter, officer: colleague.actor.accountId });
    expect(mine.applications.map(({ officer: name }) => name)).toEqual(['Ines Costa']);
  });
});

describe('the queue', () => {
  test('is ordered by clock, filtered by each of its questions, and the same as a spreadsheet', async ({
    db,
    work,
  }) => {
    const given = await anApplicant(db);
    await inReview(given, work);
    const { officer } = given;
    await sql`insert into application (organisation_id, scheme_version_id, state, started_at, started_by, submitted_at, payment_due_on)
      select ${given.stranger.actor.organisationId}::uuid, scheme_version_id, 'awaiting_payment', now(), started_by, now(), date '2026-03-05'
      from application`.execute(db);
    const names = async (filter: Partial<typeof anyFilter>) =>
      (await listQueue(officer, { ...anyFilter, ...filter })).applications.map(({ recruiter }) => recruiter);
    expect(await names({})).toEqual(['Sunrise Overseas', 'Himal Workforce']);
    expect(await names({ state: 'under_review' })).toEqual(['Himal Workforce']);
    expect(await names({ q: 'sunRISE' })).toEqual(['Sunrise Overseas']);
    expect(await names({ q: 'app-00001' })).toEqual(['Himal Workforce']);
    expect(await names({ q: '100%_' })).toEqual([]);
    expect(await names({ country: 'NP' })).toHaveLength(2);
    expect(await names({ country: 'QA' })).toEqual([]);
    expect(await names({ officer: 'not-a-person' })).toEqual([]);
    expect(await names({ page: 99_999 })).toEqual([]);
    expect(
      (await listForCsv(officer, { ...anyFilter, q: 'himal' })).map(({ reference }) => reference),
    ).toEqual(['APP-00001']);
  });
});
