import { z } from 'zod';

/** Facts of job orders. Subject: the job order; related: its recruiter. */
export const jobFacts = {
  'job_order.published': z.object({ number: z.string() }),
  'job_order.withdrawn': z.object({
    number: z.string(),
    by: z.enum(['recruiter', 'officer']),
    reasonClass: z.string(),
  }),
} as const;
