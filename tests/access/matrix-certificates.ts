import type { Access } from './judge.ts';

export const certificates: Record<string, Access> = {
  '/scheme/certificates/:id/reduce': { officer: [200, 400] },
};
