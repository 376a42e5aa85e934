import type { Access } from './judge.ts';

export const auditBodies: Record<string, Access> = {};
