import type { Access } from './judge.ts';

export const selfAssessment: Record<string, Access> = {
  '/files/applications/:id/copy': {
    ...{ recruiter: [200], auditor: [200], reviewer: [200], officer: [200] },
    ...{ decider: [404], strangers: [404] },
  },
};
