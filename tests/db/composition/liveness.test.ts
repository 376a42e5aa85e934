import { sql } from 'kysely';
import { expect } from 'vitest';

import { freeJobsOfDeadWorkers } from '#app/composition/liveness.server.ts';
import { test } from '#tests/support/test.ts';

test('jobs of a worker that is gone are free again; those of a living one stay with it', async ({ db }) => {
  await sql`select graphile_worker.add_job('deliver', '{}'), graphile_worker.add_job('deliver', '{}')`.execute(
    db,
  );
  await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead' where id = (select min(id) from graphile_worker._private_jobs)`.execute(
    db,
  );
  await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'alive' where locked_by is null`.execute(
    db,
  );
  await db.connection().execute(async (living) => {
    await sql`select pg_advisory_lock(8720, hashtext('alive'))`.execute(living);
    await freeJobsOfDeadWorkers({ db });
    await freeJobsOfDeadWorkers({ db });
  });
  const { rows } = await sql<{
    worker: string | null;
  }>`select locked_by as worker from graphile_worker._private_jobs order by id`.execute(db);
  expect(rows).toEqual([{ worker: null }, { worker: 'alive' }]);
});
