import type { Access } from './judge.ts';

/** Those who take part in a certification declare what ties them; each sees their own alone. */
const declaring = (get: number, post?: number): Access =>
  Object.fromEntries(
    ['auditor', 'reviewer', 'officer', 'decider'].map((role) => [role, post ? [get, post] : [get]]),
  );

/** A body's own people and the scheme keep its auditors' records. */
const keeping = (post?: number): Access => ({
  officer: post ? [200, post] : [200],
  auditor: post ? [200, post] : [200],
  reviewer: post ? [200, post] : [200],
  strangers: post ? [404, 404] : [404],
});

export const auditBodies: Record<string, Access> = {
  '/me/interests': declaring(200),
  '/me/interests/new': declaring(200, 400),
  // The auditor's own.
  '/me/interests/:id/end': {
    ...declaring(404, 404),
    auditor: [200, 400],
    otherAuditor: [404, 404],
    colleague: [404, 404],
  },

  '/scheme/interests': { officer: [200] },
  '/scheme/audit-bodies': { officer: [200] },
  '/scheme/audit-bodies/:id/approve': { officer: [200, 400] },
  '/scheme/approvals/:id/end': { officer: [200, 400] },
  '/audit-body': { auditor: [302], reviewer: [302] },
  '/audit-body/:id': { officer: [200], auditor: [200], reviewer: [200], strangers: [404] },

  '/audit-body/:id/auditors': keeping(),
  '/audit-body/:id/auditors/:accountId': keeping(),
  '/audit-body/:id/auditors/:accountId/competence': keeping(400),
  '/audit-body/:id/auditors/:accountId/language': keeping(400),
  '/audit-body/:id/auditors/:accountId/witnessed': keeping(400),
  '/audit-body/:id/auditors/:accountId/ask': {
    ...{ auditor: [200, 400], reviewer: [200, 400], strangers: [404, 404] },
  },
  '/audit-body/:id/auditors/:accountId/withdraw/:recordId': keeping(400),
  '/scheme/auditor-approvals/:id': { officer: [200, 400] },
  '/scheme/auditor-approvals/:id/refuse': { officer: [200, 400] },
  '/scheme/auditor-approvals/:id/suspend': { officer: [200, 400] },
  '/scheme/auditor-approvals/:id/lift': { officer: [200, 400] },
  '/scheme/auditor-approvals/:id/end': { officer: [200, 400] },

  // The audit of the world has begun long ago: nobody objected to its team in time.
  // Nobody on the team of the world is tied.
  '/audits/:id/team/:accountId/release': {
    ...{ auditor: [404, 404], reviewer: [404, 404], officer: [404, 404] },
  },
  '/audits/:id/objections': {
    ...{ auditor: [200], reviewer: [200], recruiter: [200], officer: [200] },
    ...{ colleague: [404], strangers: [404] },
  },
  '/audits/:id/objections/new': { recruiter: [200, 400], strangers: [404, 404] },
  '/audits/:id/objections/:objectionId/answer': { reviewer: [404, 404], officer: [404, 404] },
};
