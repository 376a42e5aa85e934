import type { Access } from './judge.ts';

/** The team of this very audit and the reviewers of its body; to everybody else of other bodies there is no finding. */
const body = (post: number): Access => ({
  auditor: [200, post],
  reviewer: [200, post],
  colleague: [404, 404],
  strangers: [404, 404],
});

export const findings: Record<string, Access> = {
  '/audits/:id/effectiveness': {
    ...{ auditor: [200], reviewer: [200], officer: [200], decider: [404] },
    ...{ colleague: [404], strangers: [404] },
  },
  // The audit of this world is its recruiter's first: there is nothing to look back at.
  '/audits/:id/effectiveness/:findingId': {
    ...{ auditor: [404, 404], colleague: [404, 404], strangers: [404, 404] },
  },
  '/audits/:id/observations/:findingId': {
    ...{ auditor: [404, 404], colleague: [404, 404], strangers: [404, 404] },
  },
  // One finding is no three: there is nothing to answer.
  '/audits/:id/breakdowns/:criterion/keep': {
    ...{ auditor: [404, 404], colleague: [404, 404], strangers: [404, 404] },
  },
  '/audits/:id/breakdowns/:criterion/major': {
    ...{ auditor: [404, 404], colleague: [404, 404], strangers: [404, 404] },
  },
  '/findings/pictures': {
    ...{ auditor: [200], reviewer: [200], recruiter: [200], officer: [200], decider: [200] },
  },
  '/findings/:id/extend': body(400),
  '/findings/:id/dispute': { recruiter: [200, 400], strangers: [404, 404] },
  '/findings/:id/dispute/answer': body(400),
  '/findings/:id/regrade': body(400),
  '/findings/:id/regrade/answer': body(400),
};
