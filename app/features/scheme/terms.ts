import { z } from 'zod';

import type { Terms } from './model.ts';

const count = z.number().int().min(0);
const clock = z.object({ contain: count.nullable(), plan: count, close: count });

/** Proposed defaults of domain 2.8; versions published before a clock existed keep it, for what is published stands. */
export const defaultTerms = {
  audits: {
    objectionDays: 5,
    noticeDays: 14,
    postponementDays: 60,
    reportWorkingDays: 10,
    factCheckWorkingDays: 5,
    reviewWorkingDays: 10,
    correctiveActionMonths: 6,
    stageMonths: 6,
    consequenceDays: 5,
    interviewIdentityDays: 90,
  },
  correctiveAction: {
    disputeDays: 5,
    disputeAnswerDays: 10,
    planReviewDays: 10,
    resubmitDays: 7,
    mostReturns: 2,
    evidenceReviewDays: 15,
    minorsForMajor: 3,
    remedyDays: 90,
  },
  certificates: {
    suspensionMonths: 6,
    restorationMonths: 6,
    reentryMonths: 12,
    reentryAfterFraudMonths: 36,
    announceDays: [60, 30, 7],
    surveillanceMonths: 12,
    recertificationOpensMonths: 9,
    recertificationDoneMonths: 3,
    transferReviewDays: 30,
  },
  panel: { quorum: 1, appealDecisionDays: 60, appealAcknowledgeWorkingDays: 5 },
};

const audits = z.object({
  objectionDays: count,
  noticeDays: count,
  postponementDays: count,
  reportWorkingDays: count,
  factCheckWorkingDays: count,
  reviewWorkingDays: count,
  correctiveActionMonths: count,
  stageMonths: count,
  consequenceDays: count,
  interviewIdentityDays: count.default(defaultTerms.audits.interviewIdentityDays),
});
const correctiveAction = z.object({
  disputeDays: count,
  disputeAnswerDays: count,
  planReviewDays: count,
  resubmitDays: count,
  mostReturns: count,
  evidenceReviewDays: count,
  minorsForMajor: count,
  remedyDays: count.default(90),
});
const certificates = z.object({
  suspensionMonths: count,
  restorationMonths: count,
  reentryMonths: count,
  reentryAfterFraudMonths: count,
  announceDays: z.array(count),
  surveillanceMonths: count,
  recertificationOpensMonths: count,
  recertificationDoneMonths: count,
  transferReviewDays: count,
});

const panel = z.object({
  quorum: z.number().int().min(1),
  appealDecisionDays: count,
  appealAcknowledgeWorkingDays: count.default(defaultTerms.panel.appealAcknowledgeWorkingDays),
});

export const termsShape = z.object({
  fees: z.object({
    application: z.object({ amountMinor: z.number().int().positive(), currency: z.string().length(3) }),
  }),
  clocks: z.object({
    paymentDays: count,
    reviewDays: count,
    deferralDays: count,
    appealDays: count,
    engagementDays: count,
    decisionDays: count,
    findings: z.object({ critical: clock, major: clock, minor: clock }),
    audits: audits.default(defaultTerms.audits),
    correctiveAction: correctiveAction.default(defaultTerms.correctiveAction),
    certificates: certificates.default(defaultTerms.certificates),
  }),
  panel: panel.default(defaultTerms.panel),
  validityMonths: z.number().int().positive(),
});

/** The terms of a scheme version from its row's JSON. Throws where they are none. */
export const termsOf = (stored: unknown): Terms => termsShape.parse(stored);
