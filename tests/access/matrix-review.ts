import type { Access } from './judge.ts';

export const review: Record<string, Access> = {};
