import type { Access } from './judge.ts';

export const decisions: Record<string, Access> = {};
