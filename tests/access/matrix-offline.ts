import type { Access } from './judge.ts';

/** Who works on this audit may take it onto their device; its page only shows, and takes no form. */
export const offline: Record<string, Access> = {
  '/audits/:id/offline': { auditor: [200], colleague: [404], strangers: [404] },
};
