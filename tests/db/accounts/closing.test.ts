import { describe, expect } from 'vitest';

import { addMembership, foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { requestAddressChange } from '#app/features/accounts/people/commands/address.server.ts';
import { closeAccount } from '#app/features/accounts/people/commands/closing.server.ts';
import { exportAccount } from '#app/features/accounts/people/commands/export.server.ts';
import { requestReset } from '#app/features/accounts/people/commands/password.server.ts';
import { findCredentials } from '#app/features/accounts/queries.server.ts';
import { aRecruiter, aSession, visitor } from '#tests/support/factories/people.ts';
import { test } from '#tests/support/test.ts';

const email = 'mina@himal.example';

describe('closing an account', () => {
  test('leaves an id and no trace of who it was', async ({ db, now, work }) => {
    const actor = await aRecruiter(db, email);
    await aSession(db, actor, 'a');
    const account_id = actor.accountId;
    await db
      .insertInto('known_device')
      .values({ account_id, token_hash: 'b'.repeat(64), first_seen_at: now })
      .execute();
    await db
      .insertInto('passkey')
      .values({
        account_id,
        credential_id: 'c',
        public_key: Buffer.from('k'),
        counter: 0,
        name: 'Phone of Mina Rai',
        added_at: now,
      })
      .execute();
    await db
      .insertInto('external_identity')
      .values({ account_id, issuer: 'https://id.example', subject: email, linked_at: now })
      .execute();
    await requestAddressChange({ db, now, actor }, 'mina.rai@himal.example');
    await requestReset({ db, now, actor: visitor }, email);
    await work();

    expect(await closeAccount({ db, now, actor })).toMatchObject({ ok: true });
    const row = await db.selectFrom('account').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ id: account_id, name: 'Closed account', email: null, password_hash: null });
    expect(row.closed_at).toEqual(now);
    for (const table of [
      'session',
      'membership',
      'known_device',
      'passkey',
      'external_identity',
      'address_change',
      'one_time_link',
      'one_time_secret',
      'sign_up',
    ] as const) {
      const rows = await db.selectFrom(table).selectAll().execute();
      expect(rows, table).toEqual([]);
    }
    const facts = await db.selectFrom('event').selectAll().execute();
    expect(JSON.stringify(facts)).not.toMatch(/mina|himal/i);
    expect(facts.map(({ type }) => type)).toContain('account.closed');
    expect(await findCredentials(db, email)).toBeUndefined();
    await work();
  });

  test('a second time is refused', async ({ db, now }) => {
    const actor = await aRecruiter(db, email);
    const both = await Promise.all([1, 2].map(() => closeAccount({ db, now, actor })));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await closeAccount({ db, now, actor })).toEqual({ ok: false, refusal: 'already_closed' });
  });

  test('the last owner of an organisation with other people stays; the others may go', async ({
    db,
    now,
  }) => {
    const owner = await aRecruiter(db, email);
    const colleague = await aRecruiter(db, 'sita@himal.example', owner.organisationId);
    expect(await closeAccount({ db, now, actor: owner })).toEqual({ ok: false, refusal: 'last_owner' });
    expect(await findCredentials(db, email)).toBeDefined();
    expect(await closeAccount({ db, now, actor: colleague })).toMatchObject({ ok: true });
    expect(await closeAccount({ db, now, actor: owner })).toMatchObject({ ok: true });
  });

  test('of the only person ends what lets others into the organisation', async ({ db, now }) => {
    const actor = await aRecruiter(db, email);
    const buyer = await foundOrganisation({ db, now }, { kind: 'company', name: 'Kestrel', country: 'DE' });
    await addMembership(
      { db, now },
      { accountId: actor.accountId, organisationId: buyer, kind: 'company', role: 'company' },
    );
    const by = { made_by: actor.accountId, made_at: now, organisation_id: buyer };
    await db
      .insertInto('api_key')
      .values({ ...by, name: 'Lookups', hash: 'd'.repeat(64), hint: 'fr_x', scopes: ['register:read'] })
      .execute();
    await db
      .insertInto('invitation')
      .values({
        organisation_id: buyer,
        organisation_kind: 'company',
        role: 'company',
        email: 'colleague@kestrel.example',
        invited_by: actor.accountId,
        created_at: now,
        expires_at: new Date(now.getTime() + 86_400_000),
      })
      .execute();
    expect(await closeAccount({ db, now, actor })).toMatchObject({ ok: true });
    const key = await db.selectFrom('api_key').select('revoked_at').executeTakeFirst();
    const invitation = await db.selectFrom('invitation').select('revoked_at').executeTakeFirst();
    expect([key, invitation]).toEqual([{ revoked_at: now }, { revoked_at: now }]);
    const facts = await db.selectFrom('event').select('type').where('subject', '=', buyer).execute();
    expect(facts.map(({ type }) => type)).toEqual(['api_key.revoked', 'invitation.revoked']);
  });

  test('of two owners who leave at once with a colleague staying, one stays too', async ({ db, now }) => {
    const first = await aRecruiter(db, email);
    const second = await aRecruiter(db, 'sita@himal.example', first.organisationId);
    await aRecruiter(db, 'ram@himal.example', first.organisationId);
    await db
      .updateTable('membership')
      .set({ owner_since: now })
      .where('account_id', '=', second.accountId)
      .execute();
    const both = await Promise.all([first, second].map((actor) => closeAccount({ db, now, actor })));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both).toContainEqual({ ok: false, refusal: 'last_owner' });
  });
});

test('everything about a person is theirs to take: no secret, nobody else, and the taking is a fact', async ({
  db,
  now,
}) => {
  const actor = await aRecruiter(db, email);
  const stranger = await aRecruiter(db, 'sita@sunrise.example');
  await aSession(db, actor, 'a');
  await requestAddressChange({ db, now, actor }, 'mina.rai@himal.example');
  await requestAddressChange({ db, now, actor: stranger }, 'sita.lama@sunrise.example');
  const { value } = await exportAccount({ db, now, actor });
  expect(value).toMatchObject({
    account: { id: actor.accountId, name: 'Mina Rai', email },
    memberships: [{ organisation: 'Himal Workforce', role: 'recruiter' }],
    sessions: [{ device: 'Firefox on Linux', place: 'Nepal' }],
    addressChanges: [{ newAddress: 'mina.rai@himal.example' }],
  });
  expect(value.facts.map(({ type }) => type)).toContain('account.exported');
  const text = JSON.stringify(value);
  expect(text).not.toMatch(/argon2|sunrise|aaaaaaaa/);
});
