import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { keyScopes, type ApiKey } from './model.ts';

const shape = z.object({
  id: z.string(),
  name: z.string(),
  hint: z.string(),
  scopes: z.array(z.enum(keyScopes)),
  madeAt: z.date(),
  lastUsedAt: z.date().nullable(),
  endsAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
});

const toKey = (row: unknown): ApiKey => shape.parse(row);

const keys = (db: Kysely<Database>, organisationId: string) =>
  db
    .selectFrom('api_key')
    .select(['api_key.id', 'api_key.name', 'api_key.hint', 'api_key.scopes', 'api_key.made_at as madeAt'])
    .select(['api_key.last_used_at as lastUsedAt', 'api_key.ends_at as endsAt'])
    .select('api_key.revoked_at as revokedAt')
    .where('api_key.organisation_id', '=', organisationId)
    .orderBy('api_key.made_at', 'desc')
    .orderBy('api_key.id');

/** Keys of the asker's own company, the newest first. */
export const listKeys = async ({ db, actor }: Scope<Company>) =>
  (await keys(db, actor.organisationId).limit(200).execute()).map(toKey);

/** A key of the asker's own company. */
export async function findKey({ db, actor }: Scope<Company>, id: string) {
  const row = await keys(db, actor.organisationId).where(isId('api_key.id', id)).executeTakeFirst();
  return row && toKey(row);
}

/** Every key that still matters; whoever changes them at the same time waits. */
export async function lockKeys(trx: Transaction<Database>, organisationId: string, now: Date) {
  await trx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', organisationId)
    .forNoKeyUpdate()
    .execute();
  const rows = await keys(trx, organisationId)
    .where('api_key.revoked_at', 'is', null)
    .where((where) => where.or([where('api_key.ends_at', 'is', null), where('api_key.ends_at', '>', now)]))
    .execute();
  return rows.map(toKey);
}

/** Name and last characters of a key, for the mail about it. */
export const findKeyToTell = (db: Kysely<Database>, id: string) =>
  db
    .selectFrom('api_key')
    .innerJoin('organisation', 'organisation.id', 'api_key.organisation_id')
    .select(['api_key.name', 'api_key.hint', 'organisation.name as organisation'])
    .where('api_key.id', '=', id)
    .executeTakeFirst();
