import type { Kysely } from 'kysely';
import { z } from 'zod';

import { addDays, dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

const most = 20;
const asked = z.object({
  id: z.string(),
  measure: z.enum(['number', 'share']),
  size: z.number(),
  by: z.string(),
  askedAt: z.date(),
  refusal: z.string().nullable(),
});

const requests = (db: Kysely<Database>) =>
  db
    .selectFrom('audit_draw_request as request')
    .innerJoin('account', 'account.id', 'request.asked_by')
    .select(['request.id', 'request.measure', 'request.size', 'account.name as by'])
    .select(['request.asked_at as askedAt', 'request.refusal'])
    .where('request.draw_id', 'is', null);

/** A draw that is being made, or that was not: whose candidates stood in its way is said to who asked alone. */
export async function findAskedDraw({ db, actor }: Scope<Officer>, id: string) {
  const row = await requests(db)
    .where(isId('request.id', id))
    .where(({ or, eb }) =>
      or([eb('request.answered_at', 'is', null), eb('request.asked_by', '=', actor.accountId)]),
    )
    .executeTakeFirst();
  return row && asked.parse(row);
}

/** How long one that was refused stays with whoever asked. */
const refusedDays = 30;

/** Those that are being made, the oldest first, and behind them one's own that were refused of late. */
export async function listAskedDraws({ db, actor, now }: Scope<Officer>) {
  const since = new Date(`${addDays(dayOf(now), -refusedDays)}T00:00:00Z`);
  const making = await requests(db)
    .where('request.answered_at', 'is', null)
    .orderBy('request.asked_at')
    .limit(most)
    .execute();
  const refused = await requests(db)
    .where('request.refusal', 'is not', null)
    .where('request.asked_by', '=', actor.accountId)
    .where('request.answered_at', '>=', since)
    .orderBy('request.answered_at', 'desc')
    .limit(most)
    .execute();
  return z.array(asked).parse([...making, ...refused]);
}

const whole = z.object({
  ...{ id: z.string(), measure: z.enum(['number', 'share']), size: z.number() },
  officer: z.object({ accountId: z.string(), organisationId: z.string() }).optional(),
});

/** What a request asks for, and the officer who asked; undefined where they are none any more. */
export async function findRequest(db: Kysely<Database>, id: string) {
  const row = await db
    .selectFrom('audit_draw_request as request')
    .leftJoin('membership', (join) =>
      join.onRef('membership.account_id', '=', 'request.asked_by').on('membership.role', '=', 'officer'),
    )
    .select(['request.id', 'request.measure', 'request.size', 'request.asked_by as accountId'])
    .select('membership.organisation_id as organisationId')
    .where('request.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { accountId, organisationId, ...request } = row;
  return whole.parse({ ...request, officer: organisationId ? { accountId, organisationId } : undefined });
}
