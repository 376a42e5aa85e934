import { sql, type Kysely } from 'kysely';

import { publishJobOrder } from '#app/features/workers/jobs/commands.server.ts';
import type { JobTerms } from '#app/features/workers/jobs/model.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { done } from './audits.ts';
import { aCertificate } from './certificates.ts';

/** A job as its recruiter publishes it, on the day tests begin. */
export const job: JobTerms = {
  ...{ employer: 'Al Noor Facilities', employerLocal: 'النور للمرافق', occupation: 'Hotel cleaner' },
  ...{ origin: 'NP', country: 'QA', city: 'Doha', positions: 24 },
  ...{ wageMinor: 120_000, currency: 'QAR', wagePeriod: 'month', weeklyHours: 48, contractMonths: 24 },
  ...{ startsFrom: '2026-05-01', startsUntil: '2026-06-30', closesOn: '2026-04-15' },
  ...{ lodging: 'free', lodgingMinor: null, food: 'deducted', foodMinor: 20_000 },
};

/** Published: its number. */
export async function aJobOrder(scope: Scope<Recruiter>, part: Partial<JobTerms> = {}) {
  const { id } = done(await publishJobOrder(scope, { terms: { ...job, ...part } }));
  const { number } = await scope.db
    .selectFrom('job_order')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return number;
}

/** A recruiter that is certified, and the scheme's officer. */
export async function aPublisher(db: Kysely<Database>, work: () => Promise<void>) {
  const { as, certificateId, recruiter, officer } = await aCertificate(db, work);
  return { own: as(recruiter), scheme: as(officer), certificateId };
}
export type Publisher = Awaited<ReturnType<typeof aPublisher>>;

/** What only time or a long story changes. */
export const changed = (
  db: Kysely<Database>,
  statement: { execute(trx: Kysely<Database>): Promise<unknown> },
) =>
  db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await statement.execute(trx);
  });
