import type { EventType } from '#app/events/catalogue.ts';
import { on, type Effect, type Means, type Reaction } from '#app/events/reaction.ts';
import * as programme from '#app/features/audits/programme/reactions.server.ts';
import * as facts from '#app/features/certificates/facts/reactions.server.ts';
import { purgeNetwork } from '#app/features/register/purging/reactions.server.ts';
import * as clips from '#app/features/workers/clips/reactions.server.ts';
import * as complaints from '#app/features/workers/complaints/clocks/reactions.server.ts';
import * as jobs from '#app/features/workers/jobs/reactions.server.ts';

/** What follows from what is published for workers. */
export const ofWorkers = (means: Means): Reaction[] => [
  on('clip.uploaded', 'scan-recording', clips.scanUploaded(means)),
  on('job_order.published', 'purge-network', purgeNetwork(means)),
  on('job_order.withdrawn', 'purge-network', purgeNetwork(means)),
  on('job_order.withdrawn', 'mail-recruiter', jobs.mailWithdrawn(means)),
  on('complaint.received', 'mail-caseworkers', complaints.mailUrgent(means)),
  on('complaint.late', 'mail-caseworkers', complaints.mailLate(means)),
  on('complaint.reprisal_told', 'mail-caseworkers', complaints.mailReprisal(means)),
  on(
    'complaint.substantiated',
    'order-audit',
    both(programme.orderOnSevere(means), facts.watchForComplaint(means)),
  ),
];

/** One after the other, for the same: the second finds what the first did. */
const both = <T extends EventType>(first: Effect<T>, second: Effect<T>): Effect<T> => ({
  ...first,
  async run(fact, target) {
    await first.run(fact, target);
    await second.run(fact, target);
  },
});
