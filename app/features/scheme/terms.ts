import { z } from 'zod';

import type { RiskModel, Terms } from './model.ts';

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

/** Proposed in domain 3.4; what is finer than its shares is our own proposal. */
export const defaultRisk: RiskModel = {
  id: 'risk-1',
  shares: { origin: 0.3, destination: 0.25, sector: 0.2, chain: 0.25 },
  chainShares: { tiers: 0.25, informal: 0.2, unlicensed: 0.2, opaque: 0.15, fees: 0.2 },
  unknown: 65,
  perTier: 25,
  fee: { first: 80, each: 5 },
  controlEffect: 0.7,
  unknownMaturity: 0,
  bands: { medium: 25, high: 50, veryHigh: 75 },
  grave: [
    'recruitment_fees',
    'debt_bondage',
    'retention_of_identity_documents',
    'restriction_of_movement',
    'child_recruitment',
    'physical_and_sexual_violence',
  ],
  reviewDays: 2,
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

const share = z.number().min(0).max(1);
const points = z.number().min(0).max(100);
const addUp = (shares: Record<string, number>) =>
  Math.abs(Object.values(shares).reduce((sum, each) => sum + each, 0) - 1) < 1e-9;

/** Any risk model that can be reckoned with: shares add up, bands follow one another, unknown is worse than average. */
export const riskShape: z.ZodType<RiskModel> = z.object({
  id: z.string().min(1),
  shares: z
    .object({ origin: share, destination: share, sector: share, chain: share })
    .refine(addUp, 'Shares add up to 1'),
  chainShares: z
    .object({ tiers: share, informal: share, unlicensed: share, opaque: share, fees: share })
    .refine(addUp, 'Shares add up to 1'),
  unknown: points.gt(50, 'Unknown counts as worse than average'),
  perTier: points,
  fee: z.object({ first: points, each: points }),
  controlEffect: share,
  unknownMaturity: z.number().min(0).lt(2, 'Unknown counts as worse than average'),
  bands: z
    .object({ medium: points, high: points, veryHigh: points })
    .refine(({ medium, high, veryHigh }) => medium < high && high < veryHigh, 'Bands follow one another'),
  grave: z.array(z.string().min(1)),
  reviewDays: count,
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
  risk: riskShape.default(defaultRisk),
  validityMonths: z.number().int().positive(),
});

/** The terms of a scheme version from its row's JSON. Throws where they are none. */
export const termsOf = (stored: unknown): Terms => termsShape.parse(stored);
