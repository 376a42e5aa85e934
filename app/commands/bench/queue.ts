import { listQueue, type QueueFilter } from '#app/features/applications/review/queue.server.ts';
import { connect, type Database } from '#db/client.server.ts';
import { startTemporary } from '#db/embedded.server.ts';
import { fillWithApplications } from '#db/embedded/many-applications.ts';
import { migrate } from '#db/migrate.ts';
import type { Kysely } from 'kysely';

/** The officers' queue over many applications: every way it is asked, the slowest of all counts. */
export type Queue = { applications: number; p95Ms: number; slowest: string; limitMs: number };

const applications = 100_000;
const rounds = 40;
const nobody = { state: '', country: '', officer: '', q: '', page: 1 };

/** In a database of its own, filled by one statement a table. */
export async function queueOf(): Promise<Queue> {
  const postgres = await startTemporary();
  const { db } = connect(postgres.url, { max: 2 });
  try {
    await migrate(postgres.url);
    const officer = await fillWithApplications(db, applications);
    const asked: Record<string, QueueFilter> = {
      'nothing asked': nobody,
      'the last page': { ...nobody, page: 40 },
      'in review': { ...nobody, state: 'under_review' },
      'a large country': { ...nobody, country: 'NP' },
      'a small country, in review': { ...nobody, country: 'LK', state: 'under_review' },
      'an officer': { ...nobody, officer },
      'a rare name': { ...nobody, q: 'agency 77777' },
      'a name everybody has': { ...nobody, q: 'agency' },
      'a reference': { ...nobody, q: 'APP-04711' },
    };
    const measured = [];
    for (const [what, filter] of Object.entries(asked))
      measured.push({ what, ms: await p95(() => listQueue(scopeOf(db, officer), filter)) });
    const slowest = measured.toSorted((a, b) => b.ms - a.ms)[0];
    return { applications, p95Ms: slowest?.ms ?? 0, slowest: slowest?.what ?? '', limitMs: 100 };
  } finally {
    await db.destroy();
    await postgres.stop();
  }
}

const scopeOf = (db: Kysely<Database>, accountId: string) => ({
  db,
  now: new Date(),
  actor: { kind: 'officer' as const, accountId, organisationId: accountId },
});

async function p95(ask: () => Promise<unknown>) {
  const times: number[] = [];
  await ask();
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await ask();
    times.push(performance.now() - begun);
  }
  return times.toSorted((a, b) => a - b)[Math.ceil(rounds * 0.95) - 1] ?? 0;
}
