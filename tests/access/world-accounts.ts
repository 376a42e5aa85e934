import type { Kysely } from 'kysely';

import type { SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { aPerson } from '#tests/support/factories/audits.ts';

type Cast = Record<'recruiter' | 'clerk' | 'company' | 'officer', SignedIn>;

const now = new Date();
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

/** What the addresses of accounts and organisations name: the recruiter's clerk, its invitation, its domain, and so on. */
export async function accountNames(db: Kysely<Database>, { recruiter, clerk, company, officer }: Cast) {
  const { organisationId } = recruiter;
  const domain = 'annapurna.example';
  const colleague = await aPerson(db, { id: organisationId, kind: 'recruiter' }, 'recruiter', 'Gita Rana');
  const membership = await db
    .selectFrom('membership')
    .select('id')
    .where('account_id', '=', colleague.accountId)
    .executeTakeFirstOrThrow();
  const claimed = { claimed_at: now, claimed_by: recruiter.accountId, token: 'a-token-of-the-tests' };
  await db
    .insertInto('mail_domain')
    .values({ organisation_id: organisationId, domain, ...claimed })
    .execute();
  const asked = { requested_by: officer.accountId, requested_at: now };
  const reset = await db
    .insertInto('factor_reset')
    .values({ account_id: clerk.accountId, reason: 'Lost the phone on the way to the office.', ...asked })
    .returning('id')
    .executeTakeFirstOrThrow();
  return {
    'people/:membershipId': membership.id,
    'people/:accountId': colleague.accountId,
    'invitations/:id': await anInvitation(db, recruiter),
    'keys/:id': await aKey(db, company),
    'factor-resets/:id': reset.id,
    'domain/:domain': domain,
    'domains/:organisationId': organisationId,
    ':organisationId/:domain': domain,
  };
}

async function anInvitation(db: Kysely<Database>, { organisationId, accountId }: SignedIn) {
  const { id } = await db
    .insertInto('invitation')
    .values({
      organisation_id: organisationId,
      organisation_kind: 'recruiter',
      role: 'recruiter',
      email: 'new@annapurna.example',
      invited_by: accountId,
      created_at: now,
      expires_at: hours(48),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function aKey(db: Kysely<Database>, { organisationId, accountId }: SignedIn) {
  const { id } = await db
    .insertInto('api_key')
    .values({
      organisation_id: organisationId,
      name: 'Portal',
      hash: 'a'.repeat(64),
      hint: 'x7Qa',
      scopes: ['register:read'],
      made_at: now,
      made_by: accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
