import { sql } from 'kysely';

import type { Officer, Scope } from '#app/platform/scope.ts';

/** Gives every failed reaction a fresh set of tries, beginning now. */
export async function retryStuckReactions({ db }: Scope<Officer>) {
  // The queue's own function, on the jobs that failed and nobody holds.
  await sql`select graphile_worker.reschedule_jobs(
    (select coalesce(array_agg(id), '{}') from graphile_worker._private_jobs where last_error is not null and locked_at is null),
    run_at => now(), attempts => 0)`.execute(db);
}
