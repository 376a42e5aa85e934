import type { Kysely } from 'kysely';

import { clockwork } from '#app/composition/schedule.server.ts';
import { interimVersion } from '#app/features/scheme/commands.server.ts';
import { connect, type Database } from '#db/client.server.ts';
import { startTemporary } from '#db/embedded.server.ts';
import { fillWithCertificates } from '#db/embedded/many-certificates.ts';
import { fillWithFindings } from '#db/embedded/many-findings.ts';
import { migrate } from '#db/migrate.ts';

/** The whole round of a night over very many certificates: the first after a standstill, and an ordinary one. */
export type Nights = {
  certificates: number;
  findings: number;
  firstMs: number;
  nextMs: number;
  slowest: { name: string; ms: number }[];
  told: number;
  followed: number;
  limitMs: number;
};

const certificates = 1_000_000;
/** One finding in fifty is late; first audits and applications as many as some weeks without a clock leave. */
const amounts = { findings: 200_000, stopped: 500, waiting: 500 };
const aDay = 86_400_000;

/** What looks at the world outside the database is no part of it: jobs of other workers, files, cards. */
const outside = ['free-jobs-of-dead-workers', 'draw-reports', 'reconcile-checkouts'];
const round = clockwork.filter(({ name }) => !outside.includes(name));

/** In a database of its own, filled by one statement a table. */
export async function nightsOf(share = 1): Promise<Nights> {
  const postgres = await startTemporary();
  const { db } = connect(postgres.url, { max: 6 });
  try {
    await migrate(postgres.url);
    const part = (count: number) => Math.round(count * share);
    await fillWithCertificates(db, part(certificates), interimVersion.terms);
    const { findings, stopped, waiting } = amounts;
    await fillWithFindings(db, {
      ...{ findings: part(findings), stopped: part(stopped), waiting: part(waiting) },
    });
    const today = new Date();
    const first = await night(db, today);
    const next = await night(db, new Date(today.getTime() + aDay));
    return {
      ...{ certificates: part(certificates), findings: part(findings), limitMs: 120_000 },
      ...{ firstMs: sum(first), nextMs: sum(next), slowest: first.slice(0, 4) },
      ...{
        told: await count(db, 'certificate_announcement'),
        followed: await count(db, 'finding_escalation'),
      },
    };
  } finally {
    await db.destroy();
    await postgres.stop();
  }
}

/** Each clock by itself, the slowest first. */
async function night(db: Kysely<Database>, now: Date) {
  const took: { name: string; ms: number }[] = [];
  for (const { name, command } of round) {
    const begun = performance.now();
    await command({ db, now, cards: undefined });
    took.push({ name, ms: performance.now() - begun });
  }
  return took.sort((one, other) => other.ms - one.ms);
}

const sum = (took: { ms: number }[]) => took.reduce((total, { ms }) => total + ms, 0);

async function count(db: Kysely<Database>, table: 'certificate_announcement' | 'finding_escalation') {
  const { rows } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return rows;
}

export function sayNights({ certificates: many, findings, told, followed, ...nights }: Nights) {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const slowest = nights.slowest.map(({ name, ms }) => `${name} ${seconds(ms)}`).join(', ');
  return `the night's whole round over ${many} certificates and ${findings} findings: ${seconds(nights.firstMs)} after a standstill (${slowest}), ${seconds(nights.nextMs)} on the next night, ${told} announcements, ${followed} late findings followed, ${seconds(nights.limitMs)} allowed`;
}
