import type { Access } from './judge.ts';

/** The lead auditor of this very audit; colleagues who are not on it see nothing: whose it is comes before what was sent. */
const lead = (post: number): Access => ({
  auditor: [200, post],
  ...{ colleague: [404, 404], strangers: [404, 404] },
});

export const planning: Record<string, Access> = {
  '/audits/:id/plan/days': {
    ...{ auditor: [200, 400], reviewer: [200], officer: [200], decider: [404] },
    ...{ colleague: [404, 404], otherAuditor: [404, 404], otherReviewer: [404] },
  },
  '/audits/:id/plan/sample': {
    ...{ auditor: [200, 400], reviewer: [200], officer: [200], decider: [404] },
    ...{ colleague: [404, 404], otherAuditor: [404, 404], otherReviewer: [404] },
  },
  '/audits/:id/plan/itinerary': {
    ...{ auditor: [200, 400], reviewer: [200], officer: [200], decider: [404] },
    ...{ colleague: [404, 404], otherAuditor: [404, 404], otherReviewer: [404] },
  },
  // The recruiter was told of its audit, which has begun.
  '/files/audit-plans/:auditId': {
    ...{ auditor: [200], reviewer: [200], recruiter: [200], officer: [200], decider: [404] },
    ...{ colleague: [404], strangers: [404] },
  },
  // An empty reason is a form; its audit was begun long ago.
  '/audits/:id/notify': { auditor: [200, 409], colleague: [404, 404], strangers: [404, 404] },
  '/audits/:id/postpone': { recruiter: [200, 400], strangers: [404, 404] },
  '/audits/:id/postponement/accept': lead(409),
  '/audits/:id/postponement/decline': lead(400),
  '/audits/:id/refused': lead(400),
  '/audits/:id/abort': lead(400),
  // The scheme sees every audit.
  '/audits/:id/put-before-panel': { officer: [200, 400] },
  '/audits/:id/follow-up': { officer: [200, 400] },
};
