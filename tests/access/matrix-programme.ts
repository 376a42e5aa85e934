import type { Access } from './judge.ts';

export const programme: Record<string, Access> = {};
