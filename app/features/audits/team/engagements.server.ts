import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { z } from 'zod';

import { isId } from '#app/platform/database/ids.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';

import { auditStates, auditTypes, initialTypes, readinessOutcomes } from '../model.ts';
import { counts } from '../queries.server.ts';
import { abilitiesOf } from './abilities.server.ts';
import { schedule } from './rules.ts';

/** More than one audit body has running at once. */
const most = 100;

const stage = z.object({
  type: z.enum(auditTypes),
  state: z.enum(auditStates),
  readiness: z.enum(readinessOutcomes).nullable(),
});
const shape = z.object({
  id: z.string(),
  reference: z.string(),
  state: z.string(),
  recruiter: z.string(),
  country: z.string(),
  engagedAt: z.date().nullable(),
  stages: z.array(stage),
});

const engagements = ({ db, actor }: Scope<Auditor>) =>
  db
    .selectFrom('application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .select([
      'application.id',
      'application.reference',
      'application.state',
      'application.engaged_at as engagedAt',
    ])
    .select(['organisation.name as recruiter', 'organisation.country'])
    .select((from) =>
      jsonArrayFrom(
        from
          .selectFrom('audit')
          .select(['audit.type', 'audit.state', 'audit.readiness'])
          .whereRef('audit.application_id', '=', 'application.id')
          .where(counts)
          .orderBy('audit.scheduled_at', 'desc'),
      ).as('stages'),
    )
    .where('application.audit_body_id', '=', actor.organisationId)
    .where('application.state', 'in', ['engaged', 'in_audit']);

/** `next`: the stages that may be scheduled now. */
function toEngagement(row: unknown) {
  const { state, stages, ...engagement } = shape.parse(row);
  return { ...engagement, next: initialTypes.filter((type) => schedule(state, stages, type).ok) };
}

/** Recruiters that engaged this audit body and have a stage yet to be scheduled, the longest waiting first. */
export async function listEngagements(scope: Scope<Auditor>) {
  const rows = await engagements(scope).orderBy('application.engaged_at').limit(most).execute();
  return rows.map(toEngagement).filter(({ next }) => next.length > 0);
}

export async function findEngagement(scope: Scope<Auditor>, applicationId: string) {
  const row = await engagements(scope).where(isId('application.id', applicationId)).executeTakeFirst();
  return row && toEngagement(row);
}

/** The other auditors of the same body whom the scheme lets audit today, for a team. */
export async function listColleagues({ db, actor, now }: Scope<Auditor>) {
  const people = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.name'])
    .where('membership.organisation_id', '=', actor.organisationId)
    .where('membership.role', '=', 'auditor')
    .where('account.id', '<>', actor.accountId)
    .where(
      sql<boolean>`auditor_is_approved(account.id, ${actor.organisationId}::uuid, 'auditor', ${dayOf(now)}::date)`,
    )
    .orderBy('account.name')
    .limit(most)
    .execute();
  const abilities = await abilitiesOf(
    db,
    actor.organisationId,
    people.map(({ id }) => id),
  );
  return people.map((person) => ({
    ...person,
    languages: abilities.find(({ accountId }) => accountId === person.id)?.languages ?? [],
    sectors: abilities.find(({ accountId }) => accountId === person.id)?.sectors ?? [],
  }));
}
