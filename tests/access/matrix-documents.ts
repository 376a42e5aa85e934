import type { Access } from './judge.ts';

export const documents: Record<string, Access> = {};
