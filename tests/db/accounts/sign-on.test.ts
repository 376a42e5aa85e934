import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { beginTrip, endTrip, linkIdentity } from '#app/features/accounts/sso/commands.server.ts';
import { removeDomain } from '#app/features/accounts/sso/domain-commands.server.ts';
import { removeProvider, setProvider } from '#app/features/accounts/sso/provider-commands.server.ts';
import type { discover } from '#app/features/accounts/sso/provider.server.ts';
import {
  findProvider,
  findSignOnByDomain,
  findSignOnOf,
  standingOf,
} from '#app/features/accounts/sso/queries.server.ts';
import { secretOf } from '#app/features/accounts/sso/sealed.server.ts';
import { refuse } from '#app/platform/result.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import {
  domain,
  himal,
  later,
  member,
  now,
  ownerOf,
  refused,
  typesOf,
} from '#tests/support/factories/sign-on.ts';
import { test } from '#tests/support/test.ts';

const form = { issuer: 'https://login.himal.example', clientId: 'fairroute', clientSecret: 'first secret' };

/** Stands in for the way to a provider: remembers what it was asked with. */
function reaching(asked: unknown[] = []): typeof discover {
  return (registration) => {
    asked.push(registration);
    const provider = {
      issuer: registration.issuer,
      addressFor: () => Promise.resolve(''),
      identify: () => Promise.resolve(refuse('not_vouched')),
    };
    return Promise.resolve({ ok: true, value: provider });
  };
}

describe('a provider', () => {
  test('comes after a proven domain, keeps its secret sealed, and is found by the domain', async ({ db }) => {
    const before = await ownerOf(db, 'Sagar');
    expect(await setProvider(before.scope, form, reaching())).toEqual(refused('no_proven_domain'));
    const { scope, organisationId } = await himal(db);
    expect(await setProvider(scope, { ...form, clientSecret: undefined }, reaching())).toEqual(
      refused('secret_needed'),
    );
    expect(await findSignOnByDomain(db, domain)).toBeUndefined();
    expect(await setProvider(scope, form, reaching())).toMatchObject({ ok: true });
    expect(await findProvider(scope)).toEqual({
      issuer: form.issuer,
      clientId: 'fairroute',
      hasSecret: true,
      setAt: now,
    });
    const found = await findSignOnByDomain(db, domain);
    expect(found).toMatchObject({ organisationId, organisation: 'Himal', issuer: form.issuer });
    expect(found?.sealed?.includes('first secret')).toBe(false);
    expect(secretOf({ sealed: found?.sealed ?? null })).toBe('first secret');
    expect(await findProvider(before.scope)).toBeUndefined();
    expect(await findSignOnOf(db, before.organisationId)).toBeUndefined();
  });

  test('keeps its secret where none is typed, and never sends it to another issuer', async ({ db }) => {
    const { scope } = await himal(db);
    await setProvider(scope, form, reaching());
    const asked: unknown[] = [];
    const unchanged = { ...form, clientSecret: undefined };
    expect(await setProvider(scope, unchanged, reaching(asked))).toMatchObject({ ok: true });
    expect(asked).toEqual([form]);
    const elsewhere = { ...unchanged, issuer: 'https://evil.example' };
    expect(await setProvider(scope, elsewhere, reaching(asked))).toEqual(refused('secret_needed'));
    expect(asked).toHaveLength(1);
  });

  test('that does not answer is not saved', async ({ db }) => {
    const { scope } = await himal(db);
    const silent: typeof discover = () => Promise.resolve(refuse('provider_unreachable'));
    expect(await setProvider(scope, form, silent)).toEqual(refused('provider_unreachable'));
    expect(await findProvider(scope)).toBeUndefined();
  });

  test('is set and removed by owners, and takes its links with it', async ({ db }) => {
    const { scope, organisationId, accountId, email } = await himal(db);
    const worker: Scope<SignedIn> = { db, now, actor: { kind: 'recruiter', accountId, organisationId } };
    expect(await setProvider(worker, form, reaching())).toEqual(refused('forbidden'));
    await setProvider(scope, form, reaching());
    const { issuer } = form;
    await linkIdentity({ db, now }, organisationId, { issuer, subject: '1', email, emailVerified: true });
    expect(await removeProvider(worker)).toEqual(refused('forbidden'));
    expect(await removeProvider(scope)).toMatchObject({ ok: true });
    expect(await removeProvider(scope)).toEqual(refused('not_found'));
    expect(await db.selectFrom('external_identity').select('subject').execute()).toEqual([]);
    expect(await typesOf(db, organisationId)).toEqual([
      'identity_provider.removed',
      'identity_provider.set',
      'mail_domain.claimed',
      'mail_domain.proven',
    ]);
  });

  test('is not found any more once its last domain is gone', async ({ db }) => {
    const { scope, organisationId } = await himal(db);
    await setProvider(scope, form, reaching());
    await removeDomain(scope, domain);
    expect(await findSignOnByDomain(db, domain)).toBeUndefined();
    expect(await findSignOnOf(db, organisationId)).toBeUndefined();
  });
});

test('owners are told by mail of every change, each once', async ({ db, work, mailer }) => {
  const { scope, organisationId, email } = await himal(db);
  await member(db, organisationId, 'ravi@himal.example');
  await setProvider(scope, form, reaching());
  await removeProvider(scope);
  await work();
  expect(mailer.sent.map(({ to }) => to)).toEqual([email, email, email]);
  const told = mailer.sent.map(({ text }) => text).join();
  for (const words of ['is proven', 'was set up', 'any more']) expect(told).toContain(words);
  expect(told).not.toContain(form.issuer);
});

describe('an identity', () => {
  const said = (subject: string, email: string | undefined, emailVerified = true) => ({
    issuer: form.issuer,
    subject,
    email,
    emailVerified,
  });

  test('opens one account for good, whatever becomes of the address', async ({ db }) => {
    const { organisationId } = await himal(db);
    const ravi = await member(db, organisationId, 'ravi@himal.example');
    const uma = await member(db, organisationId, 'uma@himal.example');
    const here = { db, now };
    const opened = (accountId: string) => ({ ok: true, value: { accountId } });
    expect(await linkIdentity(here, organisationId, said('1', 'ravi@himal.example'))).toMatchObject(
      opened(ravi),
    );
    expect(await linkIdentity(here, organisationId, said('1', 'uma@himal.example'))).toMatchObject(
      opened(ravi),
    );
    // The mailbox was handed on to somebody else: their identity does not open the account.
    expect(await linkIdentity(here, organisationId, said('2', 'ravi@himal.example'))).toEqual({
      ...refused('another_identity'),
      known: ravi,
    });
    expect(await linkIdentity(here, organisationId, said('2', 'uma@himal.example'))).toMatchObject(
      opened(uma),
    );
  });

  test('is linked once, also when it comes twice at once', async ({ db }) => {
    const { organisationId } = await himal(db);
    const ravi = await member(db, organisationId, 'ravi@himal.example');
    const tries = await Promise.all(
      [1, 2, 3].map(() => linkIdentity({ db, now }, organisationId, said('1', 'ravi@himal.example'))),
    );
    for (const outcome of tries) expect(outcome).toMatchObject({ ok: true, value: { accountId: ravi } });
    expect(await db.selectFrom('external_identity').select('account_id').execute()).toEqual([
      { account_id: ravi },
    ]);
  });

  test('makes no account and touches nobody of another organisation', async ({ db }) => {
    const { organisationId } = await himal(db);
    const other = await ownerOf(db, 'Sagar');
    const stray = await member(db, other.organisationId, 'stray@himal.example');
    const accounts = await db.selectFrom('account').select('id').execute();
    const here = { db, now };
    for (const [identity, refusal] of [
      [said('9', 'nobody@himal.example'), 'not_invited'],
      [said('9', 'stray@himal.example'), 'not_invited'],
      [said('9', other.email), 'foreign_domain'],
      [said('9', undefined), 'no_address'],
      [said('9', 'stray@himal.example', false), 'address_not_verified'],
    ] as const) {
      expect(await linkIdentity(here, organisationId, identity)).toEqual({
        ...refused(refusal),
        known: undefined,
      });
    }
    // Linked elsewhere under the same issuer, as with a provider that many share.
    await db
      .insertInto('external_identity')
      .values({ issuer: form.issuer, subject: '9', account_id: stray, linked_at: now })
      .execute();
    await member(db, organisationId, 'ravi@himal.example');
    expect(await linkIdentity(here, organisationId, said('9', 'ravi@himal.example'))).toMatchObject(
      refused('another_identity'),
    );
    expect(await db.selectFrom('account').select('id').execute()).toHaveLength(accounts.length + 1);
    expect(await db.selectFrom('external_identity').select('account_id').execute()).toEqual([
      { account_id: stray },
    ]);
  });

  test('of somebody who left the organisation opens nothing', async ({ db }) => {
    const { organisationId } = await himal(db);
    const ravi = await member(db, organisationId, 'ravi@himal.example');
    await linkIdentity({ db, now }, organisationId, said('1', 'ravi@himal.example'));
    await db.deleteFrom('membership').where('account_id', '=', ravi).execute();
    expect(await linkIdentity({ db, now }, organisationId, said('1', 'ravi@himal.example'))).toMatchObject(
      refused('not_invited'),
    );
  });
});

describe('the way there and back', () => {
  const question = { state: 'a state', nonce: 'a nonce', verifier: 'a verifier' };

  test('is gone once, within ten minutes, by the browser that left', async ({ db }) => {
    const { organisationId, accountId } = await ownerOf(db, 'Himal');
    const trip = { question, organisationId, next: '/apply' };
    await beginTrip({ db, now }, trip, 'browser');
    expect(await endTrip({ db, now }, 'another state', 'browser')).toBeUndefined();
    expect(await endTrip({ db, now }, 'a state', 'another browser')).toBeUndefined();
    expect(await endTrip({ db, now }, 'a state', '')).toBeUndefined();
    expect(await endTrip({ db, now: later(10) }, 'a state', 'browser')).toBeUndefined();
    const both = await Promise.all([1, 2].map(() => endTrip({ db, now: later(9) }, 'a state', 'browser')));
    expect(both.filter(Boolean)).toEqual([{ ...trip, accountId: undefined, begunAt: now }]);
    expect(await endTrip({ db, now }, 'a state', 'browser')).toBeUndefined();

    await beginTrip({ db, now }, { ...trip, accountId }, 'browser');
    expect(await endTrip({ db, now }, 'a state', 'browser')).toMatchObject({ accountId });
    expect(await db.selectFrom('single_sign_on_state').select('state').execute()).toEqual([]);
  });

  test('knows where somebody works and whether they have a second factor', async ({ db }) => {
    const { organisationId, accountId } = await ownerOf(db, 'Himal');
    const places = [{ role: 'recruiter', organisationId }];
    expect(await standingOf(db, accountId)).toEqual({ hasFactor: false, places });
    await sql`insert into passkey (account_id, credential_id, public_key, counter, name, added_at)
      values (${accountId}, 'c', '\\x00', 0, 'Phone', ${now})`.execute(db);
    expect(await standingOf(db, accountId)).toEqual({ hasFactor: true, places });
  });
});
