import type { Access } from './judge.ts';

export const fieldwork: Record<string, Access> = {};
