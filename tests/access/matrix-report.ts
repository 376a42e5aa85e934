import type { Access } from './judge.ts';

export const report: Record<string, Access> = {};
