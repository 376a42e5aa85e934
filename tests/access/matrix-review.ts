import type { Access } from './judge.ts';

const officer = (post?: number): Access => ({ officer: post === undefined ? [200] : [200, post] });

export const review: Record<string, Access> = {
  '/scheme/applications.csv': officer(),
  '/scheme/applications/:id/declare': officer(400),
  // The application in the address is in audit: nobody takes its review any more.
  '/scheme/applications/:id/take': officer(409),
  '/scheme/applications/:id/hand-over': officer(400),
  '/scheme/applications/:id/checklist/:section': officer(400),
  '/scheme/appeals': { officer: [200], decider: [200] },
  '/scheme/appeals/:id/decide': { officer: [200, 400], decider: [200, 400] },
  '/apply/appeal': { recruiter: [200, 400] },
  '/apply/discard': { recruiter: [200, 409] },
  '/me/language': { everyone: [200, 400] },
};
