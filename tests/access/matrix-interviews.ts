import type { Access } from './judge.ts';

/** The team of this very audit and nobody else: no reviewer, no officer, no recruiter. Fieldwork is over. */
const team = (post?: number): Access => ({
  auditor: post === undefined ? [200] : [200, post],
  ...{ colleague: post === undefined ? [404] : [404, 404] },
  ...{ strangers: post === undefined ? [404] : [404, 404] },
});

export const interviews: Record<string, Access> = {
  '/audits/:id/interviews': team(),
  '/audits/:id/interviews/new': team(400),
  '/audits/:id/interviews/:interviewId': team(400),
  '/audits/:id/interviews/:interviewId/notes': team(400),
};
