import { sql, type Kysely } from 'kysely';

import type { Company } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { hashOfKey, looksLikeKey } from './secret.server.ts';

/** On whose behalf a program asks, and what it may. */
export type KeyHolder = { keyId: string; actor: Company; scopes: string[] };

/**
 * Whoever stands behind a key that works now, in one statement, which also notes that the key was used: once a minute,
 * so that most questions write nothing. It acts for its company in the name of the person who made it, never as owner.
 */
export async function findKeyHolder(
  db: Kysely<Database>,
  key: string,
  now: Date,
): Promise<KeyHolder | undefined> {
  if (!looksLikeKey(key)) return undefined;
  const row = await live(db, hashOfKey(key), now).executeTakeFirst();
  if (!row) return undefined;
  const { keyId, scopes, accountId, organisationId } = row;
  return { keyId, scopes, actor: { kind: 'company', accountId, organisationId } };
}

const live = (db: Kysely<Database>, hash: string, now: Date) =>
  db
    .with('used', (cte) =>
      cte
        .updateTable('api_key')
        .set({ last_used_at: now })
        .where('hash', '=', hash)
        .where(works(now))
        .where(sql<boolean>`coalesce(last_used_at < ${now}::timestamptz - interval '1 minute', true)`)
        .returning('id'),
    )
    .selectFrom('api_key')
    .select(['id as keyId', 'scopes', 'made_by as accountId', 'organisation_id as organisationId'])
    .where('hash', '=', hash)
    .where(works(now));

const works = (now: Date) =>
  sql<boolean>`revoked_at is null and coalesce(ends_at > ${now}::timestamptz, true)`;
