import { sql, type Kysely } from 'kysely';

import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { hashed } from '../sessions/adapter.server.ts';
import type { Identity, Unrecognised } from './model.ts';
import type { Question } from './provider.server.ts';
import { listProvenDomains } from './queries.server.ts';
import { recognise, type Known } from './rules.ts';

const tripMinutes = 10;

/** A way to the provider and back, in one browser. */
export type Trip = {
  question: Question;
  organisationId: string;
  next: string;
  /** Set when somebody signed in confirms who they are. */
  accountId?: string | undefined;
};

type Here = Pick<Scope, 'db' | 'now'>;

/** `browser` is a secret of the browser that leaves: only it may come back. */
export async function beginTrip({ db, now }: Here, trip: Trip, browser: string) {
  const { state, nonce, verifier } = trip.question;
  await db
    .insertInto('single_sign_on_state')
    .values({
      state,
      nonce,
      code_verifier: verifier,
      organisation_id: trip.organisationId,
      next: trip.next,
      account_id: trip.accountId ?? null,
      browser_hash: hashed(browser),
      expires_at: new Date(now.getTime() + tripMinutes * 60_000),
    })
    .execute();
}

/** The trip this browser comes back from. It is over now: of two at once, and of every second try, one finds nothing. */
export async function endTrip({ db, now }: Here, state: string, browser: string) {
  const row = await db
    .deleteFrom('single_sign_on_state')
    .where('state', '=', state)
    .where('browser_hash', '=', hashed(browser))
    .where('expires_at', '>', now)
    .returning(['nonce', 'code_verifier', 'organisation_id', 'next', 'account_id', 'expires_at'])
    .executeTakeFirst();
  if (!row) return undefined;
  const trip: Trip = {
    question: { state, nonce: row.nonce, verifier: row.code_verifier },
    organisationId: row.organisation_id,
    next: row.next,
    accountId: row.account_id ?? undefined,
  };
  return { ...trip, begunAt: new Date(row.expires_at.getTime() - tripMinutes * 60_000) };
}

/** Whose account an identity opens in this organisation; on the first time the two are linked for good. */
export function linkIdentity(
  { db, now }: Here,
  organisationId: string,
  identity: Identity,
): Promise<Result<{ accountId: string }, Unrecognised> & { known: string | undefined }> {
  return db.transaction().execute(async (trx) => {
    // The same person twice at once: the second looks when the first is linked.
    await trx
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', organisationId)
      .forNoKeyUpdate()
      .execute();
    const known = await knownTo(trx, organisationId, identity);
    const account = known.linked ?? known.addressed;
    const decision = recognise(identity, known);
    if (!decision.ok) return { ...decision, known: account?.accountId };
    const { accountId, link } = decision.value;
    if (link) {
      const { issuer, subject } = identity;
      const made = await trx
        .insertInto('external_identity')
        .values({ issuer, subject, account_id: accountId, linked_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .returning('account_id')
        .executeTakeFirst();
      // Linked to somebody of another organisation, or by the same person a moment ago.
      if (!made && (await linkedTo(trx, identity)) !== accountId)
        return { ...refuse('another_identity'), known: accountId };
    }
    return { ...ok({ accountId }), known: accountId };
  });
}

const linkedTo = async (db: Kysely<Database>, { issuer, subject }: Identity) =>
  (
    await db
      .selectFrom('external_identity')
      .select('account_id')
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst()
  )?.account_id;

/** Looks at members of this organisation only: nobody else's account is touched. */
async function knownTo(db: Kysely<Database>, organisationId: string, identity: Identity): Promise<Known> {
  const members = db
    .selectFrom('account')
    .select(['account.id as accountId', sql<string>`account.email`.as('email')])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('external_identity')
          .select('subject')
          .whereRef('external_identity.account_id', '=', 'account.id')
          .where('issuer', '=', identity.issuer),
      ).as('linkedHere'),
    )
    .where('account.email', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('membership')
          .select('membership.id')
          .whereRef('membership.account_id', '=', 'account.id')
          .where('membership.organisation_id', '=', organisationId),
      ),
    );
  const accountId = await linkedTo(db, identity);
  const linked = accountId ? await members.where('account.id', '=', accountId).executeTakeFirst() : undefined;
  const addressed = identity.email
    ? await members.where('account.email', '=', identity.email).executeTakeFirst()
    : undefined;
  return {
    domains: await listProvenDomains(db, organisationId),
    linked,
    addressed: addressed && { ...addressed, taken: addressed.linkedHere === true },
  };
}
