import { on, type Means, type Reaction } from '#app/events/reaction.ts';
import { purgeNetwork } from '#app/features/register/purging/reactions.server.ts';
import * as jobs from '#app/features/workers/jobs/reactions.server.ts';

/** What follows from what is published for workers. */
export const ofWorkers = (means: Means): Reaction[] => [
  on('job_order.published', 'purge-network', purgeNetwork(means)),
  on('job_order.withdrawn', 'purge-network', purgeNetwork(means)),
  on('job_order.withdrawn', 'mail-recruiter', jobs.mailWithdrawn(means)),
];
