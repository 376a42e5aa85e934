import type { Access } from './judge.ts';

export const certificates: Record<string, Access> = {};
