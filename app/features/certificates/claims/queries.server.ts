import type { Kysely } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';
import type { Database } from '#db/client.server.ts';

import { askedAbout } from './checks/queries.server.ts';
import { media } from './model.ts';

const uses = (db: Kysely<Database>) =>
  db
    .selectFrom('claim_use')
    .innerJoin('certificate', 'certificate.id', 'claim_use.certificate_id')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .select(['claim_use.id', 'claim_use.medium', 'claim_use.place', 'claim_use.wording', 'claim_use.state'])
    .select(['claim_use.from_on as fromOn', 'claim_use.until_on as untilOn', 'claim_use.answer'])
    .select(['claim_use.withdrawn_because as reasons', 'certificate.id as certificateId'])
    .select(['certificate.number', 'organisation.name as recruiter']);

const state = z.enum(['requested', 'registered', 'refused', 'ended']);
type Row = Awaited<ReturnType<ReturnType<typeof uses>['executeTakeFirstOrThrow']>>;
const toUse = (row: Row) => ({
  ...row,
  medium: z.enum(media).parse(row.medium),
  state: state.parse(row.state),
});

/** Uses one's own agency asked for, the newest first. */
export async function listOwnClaims({ db, actor }: Scope<Recruiter>) {
  const rows = await uses(db)
    .where('certificate.organisation_id', '=', actor.organisationId)
    .orderBy('claim_use.asked_at', 'desc')
    .limit(100)
    .execute();
  const asked = await askedAbout(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...toUse(row), asked: asked.has(row.id) }));
}

export async function findOwnClaim({ db, actor }: Scope<Recruiter>, id: string) {
  const row = await uses(db)
    .where(isId('claim_use.id', id))
    .where('certificate.organisation_id', '=', actor.organisationId)
    .executeTakeFirst();
  return row && toUse(row);
}

export async function findClaim({ db }: Scope<Officer>, id: string) {
  const row = await uses(db).where(isId('claim_use.id', id)).executeTakeFirst();
  return row && toUse(row);
}

/** What everybody may read: uses that are granted, of a certificate in force, on their days. */
export async function listClaimsInForce({ db, now }: Pick<Scope, 'db' | 'now'>, certificateNumber: string) {
  const today = dayOf(now);
  const rows = await uses(db)
    .where('certificate.number', '=', certificateNumber)
    .where('certificate.status', 'in', ['active', 'active_under_watch'])
    .where('certificate.valid_until', '>=', today)
    .where('claim_use.state', '=', 'registered')
    .where('claim_use.from_on', '<=', today)
    .where(({ or, eb }) => or([eb('claim_use.until_on', 'is', null), eb('claim_use.until_on', '>=', today)]))
    .orderBy('claim_use.from_on')
    .limit(50)
    .execute();
  return rows.map((row) => {
    const { id, medium, place, untilOn } = toUse(row);
    return { id, medium, place, untilOn };
  });
}

export async function listClaimTasks({ db }: Scope<Officer>): Promise<Task[]> {
  const rows = await uses(db)
    .where('claim_use.state', '=', 'requested')
    .orderBy('claim_use.asked_at')
    .limit(20)
    .execute();
  return rows.map(({ id, recruiter, number }) => ({
    ...{ id, what: `Answer where ${recruiter} wants to show its certificate`, about: number, due: null },
    ...{ href: `/scheme/claims/${id}`, action: 'Look' },
  }));
}
