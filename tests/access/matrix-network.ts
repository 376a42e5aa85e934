import type { Access } from './judge.ts';

export const network: Record<string, Access> = {};
