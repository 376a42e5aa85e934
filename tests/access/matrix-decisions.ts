import type { Access } from './judge.ts';

export const decisions: Record<string, Access> = {
  '/scheme/decisions': { decider: [200] },
  '/scheme/decisions/:id': { decider: [200, 400] },
  '/scheme/decisions/:id/declare': { decider: [200, 400] },
  '/scheme/meetings/new': { decider: [200, 400] },
  // The meeting in the address was closed before anybody asked.
  '/scheme/meetings/:id/close': { decider: [200, 409] },
  '/scheme/conditions/:id': { officer: [200, 400] },
};
