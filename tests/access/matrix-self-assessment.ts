import type { Access } from './judge.ts';

export const selfAssessment: Record<string, Access> = {};
