import { sql } from 'kysely';
import { expect } from 'vitest';

import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { watchRecruiter } from '#app/features/watching/commands.server.ts';
import { addEndpoint } from '#app/features/watching/webhooks/commands.server.ts';
import { tryHours } from '#app/features/watching/webhooks/model.ts';
import { senderTo } from '#app/platform/outbound/sender.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension } from '#tests/support/factories/certificates.ts';
import { aCompany, aReceiver } from '#tests/support/factories/watching.ts';
import { drain } from '#tests/support/queue.ts';
import { test } from '#tests/support/test.ts';

type Job = { attempts: number; max_attempts: number; wait: number };

test('a message that fails waits longer each time, and has tries enough for three days', async ({
  db,
  copy,
  work,
  mailer,
  now,
}) => {
  const { as, officer, certificateId } = await aCertificate(db, work);
  const receiver = await aReceiver(500);
  const { owner } = await aCompany(db, now);
  done(await watchRecruiter(owner, { registrationNumber: 'LRN00012603' }));
  done(await addEndpoint(owner, { id: crypto.randomUUID(), url: receiver.url }));
  done(await suspendCertificate(as(officer), certificateId, ownSuspension));
  const send = senderTo({ allowLoopback: true, seconds: 2 });
  const means = { db, mailer, origin: 'http://127.0.0.1:3000', clock: () => now, send };
  const waiting = async () => {
    const { rows } = await sql<Job>`
      select j.attempts, j.max_attempts, extract(epoch from j.run_at - now())::float8 as wait
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'post-webhook'`.execute(db);
    return rows[0] ?? { attempts: 0, max_attempts: 0, wait: 0 };
  };
  await drain(copy.pool, means);
  const first = await waiting();
  expect([first.attempts, receiver.heard.length]).toEqual([1, 1]);
  expect(first.wait).toBeGreaterThan(0);
  // Not yet due: nothing goes out.
  await drain(copy.pool, means);
  const waits = [first.wait];
  for (let turn = 0; turn < 4; turn += 1) {
    await sql`update graphile_worker._private_jobs set run_at = now()`.execute(db);
    await drain(copy.pool, means);
    waits.push((await waiting()).wait);
  }
  receiver.stop();
  expect(receiver.heard).toHaveLength(5);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits.at(-1)).toBeGreaterThan(60);
  // graphile-worker waits e to the number of the try, seconds, and never more than e to the tenth.
  const tries = Array.from({ length: first.max_attempts - 1 }, (_, at) => Math.exp(Math.min(10, at + 1)));
  expect(tries.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(tryHours * 3600);
});
