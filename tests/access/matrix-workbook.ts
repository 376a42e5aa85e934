import type { Access } from './judge.ts';

export const workbook: Record<string, Access> = {};
