import type { Access } from './judge.ts';

export const certificates: Record<string, Access> = {
  '/scheme/certificates/:id/reduce': { officer: [200, 400] },
  '/certificate/extend': { recruiter: [200, 400] },
  // Nobody asked for a wider scope of the certificate of the world.
  '/scheme/certificates/:id/extension': { officer: [404, 400] },
};
