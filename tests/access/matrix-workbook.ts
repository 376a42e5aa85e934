import type { Access } from './judge.ts';

export const workbook: Record<string, Access> = {
  '/apply/workbook': { recruiter: [200, 415] },
  '/apply/workbook/file': { recruiter: [200] },
};
