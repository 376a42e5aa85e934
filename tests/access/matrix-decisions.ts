import type { Access } from './judge.ts';

export const decisions: Record<string, Access> = {
  '/scheme/decisions': { decider: [200] },
  '/scheme/decisions/:id': { decider: [200, 400] },
  '/scheme/decisions/:id/declare': { decider: [200, 400] },
};
