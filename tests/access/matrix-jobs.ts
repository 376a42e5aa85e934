import type { Access } from './judge.ts';

export const jobs: Record<string, Access> = {
  '/register/:registrationNumber/jobs': { anyone: [200] },
  '/job-orders': { recruiter: [200] },
  '/job-orders/new': { recruiter: [200, 400] },
  // The agency of the world has no certificate: the job order is another one's.
  '/job-orders/:number': { recruiter: [404] },
  '/job-orders/:number/withdraw': { recruiter: [404, 404] },
  '/scheme/job-orders': { officer: [200] },
  '/scheme/job-orders/:number': { officer: [200] },
  '/scheme/job-orders/:number/withdraw': { officer: [200, 400] },
};
