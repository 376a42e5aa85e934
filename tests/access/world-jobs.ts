import { aJobOrder } from '#tests/support/factories/jobs.ts';
import type { Engagement } from '#tests/support/factories/audits.ts';

/** A job order of the recruiter that holds the certificate of the world. */
export async function jobNames({ as, recruiter }: Engagement) {
  return { 'job-orders/:number': await aJobOrder(as(recruiter)) };
}
