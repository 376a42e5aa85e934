import type { Access } from './judge.ts';

export const certificates: Record<string, Access> = {
  '/scheme/certificates/:id/reduce': { officer: [200, 400] },
  '/certificate/extend': { recruiter: [200, 400] },
  '/certificate/transfer': { recruiter: [200, 400] },
  // No body of the world was asked to take a certificate over.
  '/transfers/:id': { reviewer: [404, 400] },
  // Nobody asked for a wider scope of the certificate of the world.
  '/scheme/certificates/:id/extension': { officer: [404, 404] },
};
