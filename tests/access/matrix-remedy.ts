import type { Access } from './judge.ts';

/** The team of this very audit; to everybody else of other bodies there is no finding. */
const team: Access = { auditor: [200, 400], colleague: [404, 404], strangers: [404, 404] };

export const remedy: Record<string, Access> = {
  '/findings/:id/remedy': {
    ...{ auditor: [200], reviewer: [200], recruiter: [200], officer: [200], decider: [404] },
    ...{ colleague: [404], strangers: [404] },
  },
  '/findings/:id/remedy/open': team,
  '/findings/:id/remedy/item': team,
  // It takes a file: a form that is none is turned down unread.
  '/findings/:id/remedy/payment': { recruiter: [200, 415], strangers: [404, 404] },
  '/findings/:id/remedy/correct': { ...team, recruiter: [200, 400] },
  '/findings/:id/remedy/confirm': team,
};
