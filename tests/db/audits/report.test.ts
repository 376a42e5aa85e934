import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { findAudit } from '#app/features/audits/queries.server.ts';
import { answerComment } from '#app/features/audits/report/commands/answer-comment.server.ts';
import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import {
  commentOnFacts,
  endFactCheck,
  endFactChecks,
} from '#app/features/audits/report/commands/check-facts.server.ts';
import { returnReport } from '#app/features/audits/report/commands/return-report.server.ts';
import { saveReport } from '#app/features/audits/report/commands/save-report.server.ts';
import { sendReport } from '#app/features/audits/report/commands/send-report.server.ts';
import { namingsOf } from '#app/features/audits/report/namings.server.ts';
import { findDraft, listComments } from '#app/features/audits/report/queries.server.ts';
import { listCheckTasks, listLeadTasks, listReviewTasks } from '#app/features/audits/report/tasks.server.ts';
import {
  anEngagement,
  audited,
  checking,
  done,
  reported,
  sentForCheck,
  strangers,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { report } from '#tests/support/factories/report-words.ts';
import { test } from '#tests/support/test.ts';

const system = { kind: 'system' } as const;
const stateOf = async ({ db }: Engagement, id: string) =>
  (await findAudit({ db, actor: system, now: new Date() }, id))?.state;
const factsOf = async ({ db }: Engagement, subject: string) => {
  const rows = await db
    .selectFrom('event')
    .select(['type', 'payload'])
    .where('subject', '=', subject)
    .orderBy('position')
    .execute();
  return rows.map(({ type, payload }) => [type, payload]);
};
const commented = async ({ as, recruiter }: Engagement, id: string, about: string = 'method') =>
  done(await commentOnFacts(as(recruiter), id, { about, comment: 'Three unions were asked, not two.' })).id;
const kept = { outcome: 'kept', answer: 'The minutes name two unions.', corrected: '', revision: 0 } as const;
const forbidden = { ok: false, refusal: 'forbidden' };
const absent = { ok: false, refusal: 'not_found' };

/** What its application says, which was sent long ago and stands. */
const declared = ({ db, applicationId, recruiter }: Engagement) =>
  db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    const saved = {
      application_id: applicationId,
      revision: 1,
      saved_at: new Date(),
      saved_by: recruiter.accountId,
    };
    await trx
      .insertInto('application_answer')
      .values([
        { ...saved, question: 'contact_name', value: JSON.stringify('Asha Gurung') },
        { ...saved, question: 'directors', value: JSON.stringify([{ director_name: 'Hari Lama' }]) },
      ])
      .execute();
  });

describe('writing', () => {
  test('begins with the first save, and is saved over the revision its author saw and no other', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { id } = await audited(given, []);
    const lead = given.as(given.lead);
    const both = await Promise.all([1, 2].map(() => saveReport(lead, id, { ...report, revision: 0 })));
    expect(both).toContainEqual({ ok: true, value: { revision: 1 } });
    expect(both).toContainEqual({ ok: false, refusal: 'report_saved_meanwhile' });
    expect(await stateOf(given, id)).toBe('report_draft');
    expect((await factsOf(given, id)).filter(([type]) => type === 'audit.report_started')).toHaveLength(1);
    done(await saveReport(lead, id, { ...report, summary: 'Shorter.', revision: 1 }));
    expect(await findDraft(db, id)).toMatchObject({ summary: 'Shorter.', revision: 2 });
  });

  test('is the lead auditor’s, and keeps half a report', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await audited(given, []);
    for (const who of [given.reviewer, given.officer])
      expect(await saveReport(given.as(who), id, { ...report, revision: 0 })).toEqual(forbidden);
    expect(await saveReport(given.as(given.colleague), id, { ...report, revision: 0 })).toEqual(absent);
    const half = { ...report, notSeen: '', revision: 0 };
    done(await saveReport(given.as(given.lead), id, half));
    expect(await sendReport(given.as(given.lead), id)).toEqual({ ok: false, refusal: 'report_incomplete' });
    expect(await stateOf(given, id)).toBe('report_draft');
  });

  test.for([
    ['Anjali Rao led the audit.', 'team'],
    ['Mina Rai showed every record.', 'recruiter'],
    ['Asha Gurung answers for the agency.', 'recruiter'],
    ['Call +977 1 555 0101.', 'phone'],
  ] as const)('sends no public summary that says: %s', async ([publicSummary, kind], { db }) => {
    const given = await anEngagement(db);
    await declared(given);
    const { id } = await audited(given, []);
    const lead = given.as(given.lead);
    done(await saveReport(lead, id, { ...report, publicSummary, revision: 0 }));
    expect(await sendReport(lead, id)).toEqual({ ok: false, refusal: `public_summary_names_${kind}` });
    const audit = await findAudit(lead, id);
    expect(audit && (await namingsOf(db, audit, { ...report, publicSummary: 'Hari Lama' }))).toEqual([
      { kind: 'recruiter', words: 'Hari Lama' },
    ]);
    expect((await factsOf(given, id)).map(([type]) => type)).not.toContain('audit.fact_check_started');
  });
});

describe('the check of the facts', () => {
  test('lasts five working days, tells its recruiter so, and shows nobody’s draft before', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await audited(given, ['major']);
    const recruiter = { ...given.as(given.recruiter), actor: given.recruiter };
    expect(await commentOnFacts(recruiter, id, { about: 'scope', comment: 'Not all of it.' })).toEqual({
      ok: false,
      refusal: 'audit_is_fieldwork_done',
    });
    await sentForCheck(given, id);
    // A Sunday: five working days end on Friday.
    expect((await factsOf(given, id)).at(-1)).toEqual(['audit.fact_check_started', { dueOn: '2026-03-06' }]);
    expect(await listCheckTasks(recruiter)).toMatchObject([
      { due: '2026-03-06', href: `/audits/${id}/fact-check` },
    ]);
    expect(await findAudit(recruiter, id)).toMatchObject({ summary: '', state: 'fact_check' });
  });

  test('takes comments on a part and on a finding of this audit, from its recruiter alone', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { id, findings } = await checking(given, ['major']);
    await commented(given, id, 'method');
    await commented(given, id, findings[0]);
    expect((await listComments(db, id)).map(({ part, findingNumber }) => [part, findingNumber])).toEqual([
      ['method', null],
      [null, 1],
    ]);
    const form = { about: crypto.randomUUID(), comment: 'This finding is not ours.' };
    expect(await commentOnFacts(given.as(given.recruiter), id, form)).toEqual(absent);
    const { recruiter } = await strangers(db);
    expect(await commentOnFacts(given.as(recruiter), id, { ...form, about: 'scope' })).toEqual(absent);
    expect(await commentOnFacts(given.as(given.lead), id, { ...form, about: 'scope' })).toEqual(forbidden);
    expect(await listComments(db, id)).toHaveLength(2);
  });

  test('ends once when the recruiter has said everything, twice at once', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await checking(given, []);
    await commented(given, id);
    expect(await endFactCheck(given.as(given.lead), id)).toEqual(forbidden);
    const both = await Promise.all([1, 2].map(() => endFactCheck(given.as(given.recruiter), id)));
    expect(both).toContainEqual({ ok: false, refusal: 'audit_is_tech_review' });
    expect((await factsOf(given, id)).slice(-2)).toEqual([
      ['audit.fact_check_answered', { comments: 1 }],
      ['audit.report_submitted', {}],
    ]);
    const late = { about: 'scope' as const, comment: 'One more thing.' };
    expect(await commentOnFacts(given.as(given.recruiter), id, late)).toEqual({
      ok: false,
      refusal: 'audit_is_tech_review',
    });
  });

  test('goes on by itself when its days are over: not before, and exactly once', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await checking(given, []);
    await endFactChecks({ db, now: new Date('2026-03-06T23:59:00Z') });
    expect(await stateOf(given, id)).toBe('fact_check');
    const after = new Date('2026-03-07T00:01:00Z');
    await Promise.all([1, 2].map(() => endFactChecks({ db, now: after })));
    await endFactChecks({ db, now: after });
    expect(await stateOf(given, id)).toBe('tech_review');
    const types = (await factsOf(given, id)).map(([type]) => type);
    expect(types.filter((type) => type === 'audit.report_submitted')).toHaveLength(1);
    // Nobody said anything: there is nothing to answer.
    expect(types).not.toContain('audit.fact_check_answered');
    const reviewer = { ...given.as(given.reviewer), actor: given.reviewer };
    expect(await listReviewTasks(reviewer)).toMatchObject([{ due: '2026-03-20' }]);
  });
});

describe('a comment', () => {
  test('is answered once, by the lead auditor, before the report is final', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await checking(given, []);
    const said = await commented(given, id);
    done(await endFactCheck(given.as(given.recruiter), id));
    const lead = { ...given.as(given.lead), actor: given.lead };
    expect(await listLeadTasks(lead)).toMatchObject([{ href: `/audits/${id}/comments` }]);
    expect(await approveReport(given.as(given.reviewer), id, { note: '', revision: 1 })).toEqual({
      ok: false,
      refusal: 'comments_unanswered',
    });
    expect(await answerComment(given.as(given.reviewer), id, said, kept)).toEqual(forbidden);
    const both = await Promise.all([1, 2].map(() => answerComment(lead, id, said, kept)));
    expect(both).toContainEqual({ ok: false, refusal: 'comment_answered' });
    expect(await listLeadTasks(lead)).toEqual([]);
    expect(await approveReport(given.as(given.reviewer), id, { note: '', revision: 1 })).toMatchObject({
      ok: true,
    });
  });

  test('that is right corrects the words, and the reviewer has to read them again', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, findings } = await checking(given, ['major']);
    const onPart = await commented(given, id, 'summary');
    const onFinding = await commented(given, id, findings[0]);
    done(await endFactCheck(given.as(given.recruiter), id));
    const lead = given.as(given.lead);
    const corrects = (words: string, revision: number) =>
      ({ outcome: 'corrected', answer: 'So it is; corrected.', corrected: words, revision }) as const;
    done(await answerComment(lead, id, onPart, corrects('Sound, says the union.', 1)));
    expect(await answerComment(lead, id, onFinding, corrects('Two payees.', 1))).toEqual({
      ok: false,
      refusal: 'report_saved_meanwhile',
    });
    done(await answerComment(lead, id, onFinding, corrects('The schedule names two payees.', 2)));
    expect(await findDraft(db, id)).toMatchObject({ summary: 'Sound, says the union.', revision: 3 });
    const { statement } = await db.selectFrom('finding').select('statement').executeTakeFirstOrThrow();
    expect(statement).toBe('The schedule names two payees.');
    const reviewer = given.as(given.reviewer);
    expect(await approveReport(reviewer, id, { note: '', revision: 1 })).toEqual({
      ok: false,
      refusal: 'report_saved_meanwhile',
    });
    expect(await approveReport(reviewer, id, { note: '', revision: 3 })).toMatchObject({ ok: true });
  });

  test('cannot put a name into the public summary on its way to the reviewer', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await checking(given, []);
    const said = await commented(given, id, 'publicSummary');
    done(await endFactCheck(given.as(given.recruiter), id));
    const corrected = 'Mina Rai runs a working system.';
    const form = { outcome: 'corrected', answer: 'So it is; corrected.', corrected, revision: 1 } as const;
    done(await answerComment(given.as(given.lead), id, said, form));
    expect(await approveReport(given.as(given.reviewer), id, { note: '', revision: 2 })).toEqual({
      ok: false,
      refusal: 'public_summary_names_recruiter',
    });
    expect(await stateOf(given, id)).toBe('tech_review');
  });
});

test('a returned report goes back to its author, is hidden from the recruiter and checked again', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const { id } = await reported(given, []);
  done(await returnReport(given.as(given.reviewer), id, { reason: 'Who paid for the tests?' }));
  const lead = { ...given.as(given.lead), actor: given.lead };
  expect(await findAudit(lead, id)).toMatchObject({
    state: 'report_draft',
    reviewNote: 'Who paid for the tests?',
  });
  expect(await listLeadTasks(lead)).toMatchObject([{ what: 'Write the report', due: '2026-03-13' }]);
  done(await saveReport(lead, id, { ...report, summary: 'The agency paid for them.', revision: 1 }));
  done(await sendReport(lead, id));
  expect(await stateOf(given, id)).toBe('fact_check');
});
