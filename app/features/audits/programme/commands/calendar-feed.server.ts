import { createHash, randomBytes } from 'node:crypto';

import type { Kysely } from 'kysely';
import { z } from 'zod';

import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Reader } from '../queries.server.ts';

const hashed = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** A new address for one's own calendar; the one before stops working at once. Only its hash stays here. */
export async function makeFeed({ db, actor, now }: Scope<Reader>) {
  const secret = randomBytes(24).toString('base64url');
  const { accountId: account_id, organisationId: organisation_id, kind: role } = actor;
  const made = { hash: hashed(secret), made_at: now };
  await db
    .insertInto('calendar_feed')
    .values({ account_id, organisation_id, role, ...made })
    .onConflict((conflict) => conflict.columns(['account_id', 'organisation_id', 'role']).doUpdateSet(made))
    .execute();
  return ok({ secret });
}

export async function endFeed({ db, actor }: Scope<Reader>) {
  const ended = await db
    .deleteFrom('calendar_feed')
    .where('account_id', '=', actor.accountId)
    .where('organisation_id', '=', actor.organisationId)
    .where('role', '=', actor.kind)
    .returning('hash')
    .executeTakeFirst();
  return ended ? ok(undefined) : refuse('no_feed');
}

export const findFeed = ({ db, actor }: Scope<Reader>) =>
  db
    .selectFrom('calendar_feed')
    .select('made_at as madeAt')
    .where('account_id', '=', actor.accountId)
    .where('organisation_id', '=', actor.organisationId)
    .where('role', '=', actor.kind)
    .executeTakeFirst();

const reader = z.object({
  kind: z.enum(['auditor', 'reviewer', 'officer', 'recruiter']),
  accountId: z.string(),
  organisationId: z.string(),
});

/** Who reads by this address: nobody once they left the place or the role it was made in. */
export async function readerOfFeed(db: Kysely<Database>, secret: string) {
  const row = await db
    .selectFrom('calendar_feed as feed')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.account_id', '=', 'feed.account_id')
        .onRef('membership.organisation_id', '=', 'feed.organisation_id')
        .onRef('membership.role', '=', 'feed.role'),
    )
    .select(['feed.role as kind', 'feed.account_id as accountId', 'feed.organisation_id as organisationId'])
    .where('feed.hash', '=', hashed(secret))
    .executeTakeFirst();
  return row && reader.parse(row);
}
