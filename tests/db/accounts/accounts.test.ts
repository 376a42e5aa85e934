import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import {
  addAccount,
  addMembership,
  addPerson,
  foundOrganisation,
} from '#app/features/accounts/commands.server.ts';
import { findCredentials, listPlaces } from '#app/features/accounts/queries.server.ts';
import { passwordMatches } from '#app/platform/sealed/password.server.ts';
import { hashed, sessionAdapter, type Opening } from '#app/features/accounts/sessions/adapter.server.ts';
import type { Database } from '#db/client.server.ts';
import { test } from '#tests/support/test.ts';

const person = {
  kind: 'recruiter',
  role: 'recruiter',
  name: 'Mina Rai',
  email: 'Mina@himal.example',
  password: 'correct horse battery',
} as const;

/** An agency and its owner. */
async function anOwner(db: Kysely<Database>, now: Date) {
  const agency = { kind: 'recruiter', name: 'Himal Workforce', country: 'NP' } as const;
  const organisationId = await foundOrganisation({ db, now }, agency);
  return addPerson({ db, now }, { ...person, organisationId });
}

describe('a person', () => {
  test('owns the organisation they are the first of', async ({ db, now }) => {
    await anOwner(db, now);
    const credentials = await findCredentials(db, ' mina@HIMAL.example ');
    expect(await listPlaces(db, credentials?.accountId ?? '')).toMatchObject([
      { organisation: 'Himal Workforce', role: 'recruiter' },
    ]);
    const { owner_since } = await db.selectFrom('membership').select('owner_since').executeTakeFirstOrThrow();
    expect(owner_since).toEqual(now);
  });

  test('has an address of their own; a second account for it is not made', async ({ db, now }) => {
    const accountId = await anOwner(db, now);
    const account = { name: 'Other', email: 'MINA@himal.example', passwordHash: '$argon2id$x' };
    expect(await addAccount({ db, now }, account)).toBeUndefined();
    await expect(anOwner(db, now)).rejects.toThrow('has an account');
    const other = await foundOrganisation({ db, now }, { kind: 'recruiter', name: 'Other', country: 'NP' });
    await addMembership({ db, now }, { ...person, accountId, organisationId: other });
    expect(await listPlaces(db, accountId)).toHaveLength(2);
  });
});

describe('a password', () => {
  test('is kept as argon2id and matches only itself', async ({ db, now }) => {
    await anOwner(db, now);
    const credentials = await findCredentials(db, person.email);
    expect(credentials?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordMatches(credentials?.passwordHash, person.password)).toBe(true);
    expect(await passwordMatches(credentials?.passwordHash, 'correct horse')).toBe(false);
  });

  test('never matches where there is no account', async ({ db }) => {
    expect(await findCredentials(db, 'nobody@nowhere.example')).toBeUndefined();
    expect(await passwordMatches(undefined, person.password)).toBe(false);
  });
});

const openingOf = (membershipId: string, confirmedAt: Date): Opening => ({
  publicId: crypto.randomUUID(),
  membershipId,
  method: 'password',
  idleMinutes: 60,
  hours: 12,
  device: 'Firefox on Linux',
  place: 'This network',
  confirmedAt,
});

describe('a session', () => {
  test('is found by its id, and the table holds only the id’s sum', async ({ db, now }) => {
    await anOwner(db, now);
    const accountId = (await findCredentials(db, person.email))?.accountId ?? '';
    const [place] = await listPlaces(db, accountId);
    const opening = openingOf(place?.membershipId ?? '', now);
    const adapter = sessionAdapter(db);
    await adapter.setSession({ id: 'secret', userId: accountId, expiresAt: now, attributes: { opening } });
    const [session] = await adapter.getSessionAndUser('secret');
    expect(session).toMatchObject({
      userId: accountId,
      attributes: {
        person: {
          actor: { kind: 'recruiter', accountId, organisationId: place?.organisationId, owner: true },
          viewer: {
            name: 'Mina Rai',
            organisation: 'Himal Workforce',
            kind: 'recruiter',
            owner: true,
            places: 1,
          },
          hasFactor: false,
        },
      },
    });
    expect(await db.selectFrom('session').select('id').execute()).toEqual([{ id: hashed('secret') }]);
    await adapter.deleteSession('secret');
    expect(await adapter.getSessionAndUser('secret')).toEqual([null, null]);
  });
});

describe('roles in the database', () => {
  test('a role that does not fit its organisation is refused', async ({ db, now }) => {
    const organisationId = await foundOrganisation(
      { db, now },
      { kind: 'recruiter', name: 'Himal', country: 'NP' },
    );
    const misfit = {
      organisationId,
      kind: 'recruiter',
      role: 'officer',
      name: 'X',
      email: 'x@himal.example',
      password: 'p',
    } as const;
    await expect(addPerson({ db, now }, misfit)).rejects.toThrow('membership_role_fits');
  });

  test('whoever belongs to the scheme cannot also audit', async ({ db, now }) => {
    const scheme = await foundOrganisation({ db, now }, { kind: 'scheme', name: 'Scheme', country: 'CH' });
    const body = await foundOrganisation(
      { db, now },
      { kind: 'audit_body', name: 'Meridian', country: 'SE' },
    );
    const officer = {
      organisationId: scheme,
      kind: 'scheme',
      role: 'officer',
      name: 'X',
      email: 'x@scheme.example',
      password: 'p',
    } as const;
    const accountId = await addPerson({ db, now }, officer);
    const both = sql`insert into membership (account_id, organisation_id, organisation_kind, role, created_at)
      values (${accountId}, ${body}, 'audit_body', 'auditor', ${now})`.execute(db);
    await expect(both).rejects.toThrow('membership_scheme_does_not_audit');
  });
});
