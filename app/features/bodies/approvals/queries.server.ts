import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Auditor, Officer, Reviewer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { standingOn } from './rules.ts';

const most = 200;

const shape = z.object({
  id: z.string(),
  bodyId: z.string(),
  countries: z.array(z.string()),
  sectors: z.array(z.string()),
  validFrom: z.string(),
  validUntil: z.string(),
  ground: z.string(),
  endedOn: z.string().nullable(),
  endReason: z.string().nullable(),
});

const approvals = (db: Kysely<Database>) =>
  db
    .selectFrom('audit_body_approval as approval')
    .select(['approval.id', 'approval.organisation_id as bodyId', 'approval.countries', 'approval.sectors'])
    .select(['approval.valid_from as validFrom', 'approval.valid_until as validUntil', 'approval.ground'])
    .select('approval.end_reason as endReason')
    // The day in UTC, as the database compares it.
    .select(sql<string | null>`(approval.ended_at at time zone 'UTC')::date::text`.as('endedOn'));

export async function listApprovals({ db }: Pick<Scope, 'db'>, bodyId: string) {
  const rows = await approvals(db)
    .where('approval.organisation_id', '=', bodyId)
    .orderBy('approval.valid_until', 'desc')
    .limit(most)
    .execute();
  return z.array(shape).parse(rows);
}

export async function findApproval({ db }: Pick<Scope, 'db'>, id: string) {
  const row = await approvals(db).where(isId('approval.id', id)).executeTakeFirst();
  return row && shape.parse(row);
}

export async function lockApproval(trx: Transaction<Database>, id: string) {
  const row = await approvals(trx).where(isId('approval.id', id)).forUpdate().executeTakeFirst();
  return row && shape.parse(row);
}

type Reading = Officer | Auditor | Reviewer;

/** An audit body, to the scheme or to its own people. */
export const findBody = ({ db, actor }: Scope<Reading>, id: string) =>
  db
    .selectFrom('organisation')
    .select(['id', 'name', 'country'])
    .where('kind', '=', 'audit_body')
    .where(isId('id', id))
    .$if(actor.kind !== 'officer', (query) => query.where('id', '=', actor.organisationId))
    .executeTakeFirst();

/** Every audit body, with what it is approved for today. */
export async function listBodies({ db, now }: Scope<Officer>) {
  const today = dayOf(now);
  const [bodies, rows] = await Promise.all([
    db
      .selectFrom('organisation')
      .select(['id', 'name', 'country'])
      .where('kind', '=', 'audit_body')
      .orderBy('name')
      .limit(most)
      .execute(),
    approvals(db)
      .where('approval.ended_at', 'is', null)
      .where('approval.valid_until', '>=', today)
      .orderBy('approval.valid_until')
      .execute(),
  ]);
  const inForce = z
    .array(shape)
    .parse(rows)
    .filter((approval) => standingOn(approval, today) !== 'to_come');
  return bodies.map((body) => {
    const own = inForce.filter(({ bodyId }) => bodyId === body.id);
    return {
      ...body,
      countries: [...new Set(own.flatMap(({ countries }) => countries))].sort(),
      endsOn: own[0]?.validUntil ?? null,
    };
  });
}
