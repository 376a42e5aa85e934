import type { Access } from './judge.ts';

export const billing: Record<string, Access> = {};
