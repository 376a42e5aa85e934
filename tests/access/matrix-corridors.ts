import type { Access } from './judge.ts';

/** Whoever has an account reads the corridor book; the scheme's officers keep it. */
const keeps = (post?: number): Access => ({ officer: post === undefined ? [200] : [200, post] });

export const corridors: Record<string, Access> = {
  '/corridors': { everyone: [200] },
  '/corridors/:origin/:destination': { everyone: [200] },
  '/scheme/risk-inputs': keeps(415),
  '/scheme/corridors': keeps(),
  '/scheme/corridors/new': keeps(400),
  '/scheme/corridors/rules': keeps(),
  '/scheme/corridors/rules/new': keeps(400),
  '/scheme/corridors/rules/:id': keeps(400),
  '/scheme/corridors/rules/:id/withdraw': keeps(400),
  '/scheme/corridors/:id': keeps(),
  '/scheme/corridors/:id/change': keeps(400),
  '/scheme/corridors/:id/withdraw': keeps(400),
};
