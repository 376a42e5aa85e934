import type { Kysely } from 'kysely';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { apiKeyChanged } from '#emails/accounts/api-key-changed.tsx';

import { findKeyToTell } from './queries.server.ts';

async function owners(db: Kysely<Database>, { subject }: Pick<Fact, 'subject'>) {
  const rows = await db
    .selectFrom('membership')
    .select('account_id')
    .where('organisation_id', '=', subject)
    .where('owner_since', 'is not', null)
    .execute();
  return rows.map(({ account_id }) => account_id);
}

async function written(
  { db, origin }: Means,
  keyId: string,
  change: { what: 'made' | 'replaced' | 'revoked'; until?: string },
) {
  const key = await findKeyToTell(db, keyId);
  return key && apiKeyChanged({ ...key, ...change, link: `${origin}/organisation/keys` });
}

/** Every owner is told of every change: a key made by somebody in a stolen session is seen by the others. */
export const mailKeyMade = (means: Means): Effect<'api_key.made'> =>
  mailPeople<'api_key.made'>(means, {
    to: owners,
    write: ({ payload: { keyId } }) => written(means, keyId, { what: 'made' }),
  });

export const mailKeyReplaced = (means: Means): Effect<'api_key.rotated'> =>
  mailPeople<'api_key.rotated'>(means, {
    to: owners,
    write: ({ payload: { keyId, endsAt } }) =>
      written(means, keyId, { what: 'replaced', until: timeInWords(endsAt) }),
  });

export const mailKeyRevoked = (means: Means): Effect<'api_key.revoked'> =>
  mailPeople<'api_key.revoked'>(means, {
    to: owners,
    write: ({ payload: { keyId } }) => written(means, keyId, { what: 'revoked' }),
  });
