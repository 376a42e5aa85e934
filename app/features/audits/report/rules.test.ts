import { describe, expect, test } from 'vitest';

import type { FactCheck, ReportDraft, TechReview } from '../model.ts';
import { reportParts, type ReportText } from './model.ts';
import { mayReadReport } from './policy.ts';
import {
  answerComment,
  approve,
  comment,
  missingParts,
  passFactCheck,
  returnReport,
  sendReport,
  whole,
} from './rules.ts';

const now = new Date('2026-03-02T09:00:00Z');
const lead = { accountId: 'lead', name: 'Anjali Rao', role: 'lead_auditor', conflicted: false } as const;
const draft: ReportDraft = {
  ...{ id: 'a', reference: 'AUD-00001', type: 'stage2', applicationId: 'p', certificateId: null },
  ...{
    organisationId: 'agency',
    auditBodyId: 'b',
    schemeVersionId: 'v',
    team: [lead],
    noticeType: 'announced',
  },
  ...{ startsOn: '2026-02-20', endsOn: '2026-02-22', plan: 'Head office', state: 'report_draft' },
};
const reported = { ...draft, summary: 'Sound', reportedAt: now, reportedBy: 'lead' };
const checked: FactCheck = { ...reported, state: 'fact_check', factCheckDueOn: '2026-03-09' };
const inReview: TechReview = { ...reported, state: 'tech_review' };

const text: ReportText = {
  ...{ summary: 'Sound', scope: 'All', method: 'Interviews', sample: 'Twelve', strengths: 'Many' },
  ...{ notSeen: 'Nothing', publicSummary: 'A working system.' },
};
const sending = { text, namings: [], beside: [], unanswered: 0, reportedBy: 'lead', reportedAt: now };

describe('sending the report', () => {
  test('keeps what was said, when and by whom, and the last day of the check', () => {
    expect(sendReport(draft, sending, '2026-03-09')).toEqual({ ok: true, value: checked });
  });

  test('waits for an answer to what three minors on one criterion suggest', () => {
    const refusal = { ok: false, refusal: 'major_suggested' };
    expect(sendReport(draft, { ...sending, unanswered: 1 }, '2026-03-09')).toEqual(refusal);
  });

  test.each(reportParts)('waits for the %s', (part) => {
    const unwritten = { ...text, [part]: ' \n ' };
    expect(missingParts(unwritten)).toEqual([part]);
    const refusal = { ok: false, refusal: 'report_incomplete' };
    expect(sendReport(draft, { ...sending, text: unwritten }, '2026-03-09')).toEqual(refusal);
    expect(sendReport(draft, { ...sending, text: undefined }, '2026-03-09')).toEqual(refusal);
  });

  test.each(['team', 'recruiter', 'worker', 'phone', 'email'] as const)(
    'is refused while its public summary points at a person: %s',
    (kind) => {
      const refusal = { ok: false, refusal: `public_summary_names_${kind}` };
      expect(whole(text, [{ kind, words: 'somebody' }])).toEqual(refusal);
      expect(sendReport(draft, { ...sending, namings: [{ kind, words: 'somebody' }] }, '2026-03-09')).toEqual(
        refusal,
      );
    },
  );
});

test('a report whose findings name a worker who was heard is refused with the words to take out', () => {
  const beside = ['Kamala', '7701', 'Kamala'].map((words) => ({ kind: 'heard' as const, words }));
  const refusal = { ok: false, refusal: 'names_worker_heard:Kamala, 7701' };
  expect(whole(text, [], beside)).toEqual(refusal);
  expect(sendReport(draft, { ...sending, beside }, '2026-03-09')).toEqual(refusal);
});

describe('the check of the facts', () => {
  test.each([
    ['2026-03-08', true],
    ['2026-03-09', true],
    ['2026-03-10', false],
  ])('is open on %s: %s', (today, open) => {
    expect(comment(checked, today).ok).toBe(open);
    expect(passFactCheck(checked, today).ok).toBe(!open);
  });

  test('that is over goes on without its last day', () => {
    expect(passFactCheck(checked, '2026-03-10')).toEqual({ ok: true, value: inReview });
  });

  test('has one answer to each comment', () => {
    expect(answerComment(checked, { outcome: 'kept' })).toEqual({ ok: false, refusal: 'comment_answered' });
  });
});

test('a report is approved as it was read, once nothing the recruiter said is open', () => {
  const review = {
    reviewer: 'reviewer',
    approved: true,
    tied: false,
    left: false,
    unanswered: 0,
    seen: true,
  };
  expect(approve(inReview, { ...review, tied: true })).toEqual({ ok: false, refusal: 'reviewer_tied' });
  expect(approve(inReview, { ...review, approved: false })).toEqual({
    ok: false,
    refusal: 'reviewer_not_approved',
  });
  for (const [not, refusal] of [
    [{ approved: false }, 'reviewer_not_approved'],
    [{ tied: true }, 'reviewer_tied'],
  ] as const)
    expect(returnReport(inReview, { ...review, ...not })).toEqual({ ok: false, refusal });
  expect(approve(inReview, { ...review, unanswered: 1 })).toEqual({
    ok: false,
    refusal: 'comments_unanswered',
  });
  expect(approve(inReview, { ...review, seen: false })).toEqual({
    ok: false,
    refusal: 'report_saved_meanwhile',
  });
});

test('the recruiter reads its own report from the check of its facts on; an auditor must be on the team', () => {
  const recruiter = { kind: 'recruiter', accountId: 'r', organisationId: 'agency' } as const;
  expect(mayReadReport(recruiter, draft)).toBe(false);
  expect(mayReadReport(recruiter, checked)).toBe(true);
  expect(mayReadReport({ ...recruiter, organisationId: 'other' }, checked)).toBe(false);
  const auditor = { kind: 'auditor', accountId: 'lead', organisationId: 'b' } as const;
  expect(mayReadReport(auditor, draft)).toBe(true);
  expect(mayReadReport({ ...auditor, accountId: 'colleague' }, draft)).toBe(false);
  expect(mayReadReport({ kind: 'officer', accountId: 'o', organisationId: 's' }, draft)).toBe(true);
});
