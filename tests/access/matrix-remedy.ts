import type { Access } from './judge.ts';

export const remedy: Record<string, Access> = {};
