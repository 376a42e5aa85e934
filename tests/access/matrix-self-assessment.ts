import type { Access } from './judge.ts';

/** An attempt is found by its number among the own agency's: another agency has none with that number. */
const own = (post?: number): Access => ({
  recruiter: post === undefined ? [200] : [200, post],
  strangers: post === undefined ? [404] : [404, 404],
});

export const selfAssessment: Record<string, Access> = {
  '/self-assessment': { recruiter: [200, 400] },
  '/self-assessment/:attempt': own(),
  '/self-assessment/:attempt/criteria/:code': own(400),
  '/self-assessment/:attempt/indicators/:code/evidence': own(400),
  '/self-assessment/:attempt/complete': own(409),
  '/self-assessment/:attempt/result': own(),
  '/scheme/applications/:id/self-assessment': {
    ...{ officer: [200], auditor: [200], reviewer: [200] },
    ...{ decider: [404], strangers: [404] },
  },
  '/files/applications/:id/copy': {
    ...{ recruiter: [200], auditor: [200], reviewer: [200], officer: [200] },
    ...{ decider: [404], strangers: [404] },
  },
};
