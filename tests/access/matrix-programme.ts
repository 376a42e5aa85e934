import type { Access } from './judge.ts';

export const programme: Record<string, Access> = {
  '/audits/calendar': { auditor: [200], reviewer: [200], officer: [200], recruiter: [200] },
};
