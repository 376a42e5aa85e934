import type { Access } from './judge.ts';

/** The report of the audit in the addresses is final: whoever would still change it is told so. */
const lead = (post: number, strangers: number): Access => ({
  ...{ auditor: [200, post], colleague: [404, strangers], strangers: [404, strangers] },
});
const answers = (post: number, strangers: number): Access => ({
  ...{ recruiter: [200, post], strangers: [404, strangers] },
});
const reviewer = (post: number, strangers: number): Access => ({
  ...{ reviewer: [200, post], strangers: [404, strangers] },
});

export const report: Record<string, Access> = {
  '/audits/:id/report': lead(409, 404),
  '/audits/:id/report/send': lead(409, 404),
  '/audits/:id/fact-check': answers(400, 404),
  '/audits/:id/fact-check/end': answers(409, 404),
  '/audits/:id/comments': {
    ...{ auditor: [200], reviewer: [200], officer: [200], decider: [404] },
    ...{ colleague: [404], strangers: [404] },
  },
  '/audits/:id/comments/:commentId': lead(400, 404),
  // Drawn a minute later.
  '/files/reports/:auditId': {
    ...{ auditor: [404], reviewer: [404], recruiter: [404], officer: [404], decider: [404] },
  },
  '/audits/:id/review': reviewer(409, 404),
  '/audits/:id/return': reviewer(400, 404),
};
