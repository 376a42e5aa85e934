import type { Access } from './judge.ts';

export const planning: Record<string, Access> = {};
