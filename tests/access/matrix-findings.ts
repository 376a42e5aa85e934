import type { Access } from './judge.ts';

export const findings: Record<string, Access> = {};
