import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import {
  acceptInvitation,
  invite,
  joinAsNew,
  revokeInvitation,
} from '#app/features/accounts/organisations/invitation-commands.server.ts';
import { bringIn, inviteOwner } from '#app/features/accounts/organisations/founding-commands.server.ts';
import { findOrganisation, listOrganisations } from '#app/features/accounts/organisations/lists.server.ts';
import { findInvitation, openInvitation } from '#app/features/accounts/organisations/queries.server.ts';
import { findCredentials, listPlaces } from '#app/features/accounts/queries.server.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import {
  anOrganisation,
  membershipOf,
  secretFor,
  trailFacts,
} from '#tests/support/factories/organisations.ts';
import { test } from '#tests/support/test.ts';

const no = (refusal: string) => ({ ok: false, refusal });
const email = 'new@person.example';
const form = { email, role: 'company', asOwner: false };
const person = { name: 'Nina New', password: 'a long enough password' };
const fine = () => ({ ok: true }) as const;
const addressOf = (db: Parameters<typeof secretFor>[0], accountId: string) =>
  db.selectFrom('account').select('email').where('id', '=', accountId).executeTakeFirstOrThrow();

describe('inviting', () => {
  test('mails a link, once', async ({ db, mailer, work }) => {
    const given = await anOrganisation(db, 'company', 'company', { name: 'Northwind' });
    const both = await Promise.all([1, 2].map(() => invite(given.scope, form)));
    expect(both.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
    expect(both).toContainEqual(no('already_invited'));
    await work();
    expect(mailer.sent.map(({ to }) => to)).toEqual([email]);
    expect(mailer.sent[0]?.text).toContain('Northwind');
    expect(await trailFacts(db, given.id)).toEqual(['invitation.sent']);
  });

  test('is for owners, and for roles of their organisation', async ({ db }) => {
    const given = await anOrganisation(db, 'company', 'company');
    const colleague = await given.another('company');
    expect(await invite(given.as(colleague), form)).toEqual(no('forbidden'));
    expect(await invite(given.as({ ...colleague, owner: true }), form)).toEqual(no('forbidden'));
    expect(await invite(given.scope, { ...form, role: 'officer' })).toEqual(no('role_does_not_fit'));
    const there = await addressOf(db, colleague.accountId);
    expect(await invite(given.scope, { ...form, email: there.email ?? '' })).toEqual(no('already_member'));
    expect(await db.selectFrom('invitation').select('id').execute()).toEqual([]);
  });
});

describe('taking back', () => {
  test('closes the link and is done once, by owners of that organisation', async ({ db, now }) => {
    const given = await anOrganisation(db, 'company', 'company');
    const elsewhere = await anOrganisation(db, 'company', 'company');
    const { id } = done(await invite(given.scope, form));
    const secret = await secretFor(db, email);
    expect(await revokeInvitation(elsewhere.scope, id)).toEqual(no('not_found'));
    expect(await revokeInvitation(given.scope, 'no-id')).toEqual(no('not_found'));
    expect(await revokeInvitation(given.as(await given.another('company')), id)).toEqual(no('forbidden'));
    expect(await findInvitation(elsewhere.scope, id)).toBeUndefined();
    expect(await findInvitation(given.scope, id)).toMatchObject({ email });
    expect(await revokeInvitation(given.scope, id)).toMatchObject({ ok: true });
    expect(await revokeInvitation(given.scope, id)).toEqual(no('already_answered'));
    expect(await openInvitation(db, secret, { now })).toEqual(no('revoked_link'));
    expect(await joinAsNew({ db, now }, secret, person, fine)).toEqual(no('revoked_link'));
  });
});

describe('somebody without an account', () => {
  test('gets one, with the place and the facts, in one go', async ({ db, now }) => {
    const given = await anOrganisation(db, 'company', 'company', { name: 'Northwind' });
    done(await invite(given.scope, { ...form, asOwner: true }));
    const secret = await secretFor(db, email);
    const both = await Promise.all([1, 2].map(() => joinAsNew({ db, now }, secret, person, fine)));
    expect(both.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
    const credentials = await findCredentials(db, email);
    const [place] = await listPlaces(db, credentials?.accountId ?? '');
    expect(place).toMatchObject({ organisation: 'Northwind', role: 'company' });
    expect(await trailFacts(db, given.id)).toEqual([
      'invitation.sent',
      'account.opened',
      'invitation.accepted',
      'membership.added',
      'membership.ownership_given',
    ]);
    expect(await joinAsNew({ db, now }, secret, person, fine)).toEqual(no('used_link'));
  });

  test('is told when the password is weak, and the link stays good', async ({ db, now }) => {
    const given = await anOrganisation(db, 'company', 'company', { name: 'Northwind' });
    done(await invite(given.scope, form));
    const secret = await secretFor(db, email);
    const heard: string[] = [];
    const strict = (_password: string, words: string[]) => {
      heard.push(...words);
      return { ok: false as const, message: 'Too easy' };
    };
    expect(await joinAsNew({ db, now }, secret, person, strict)).toEqual(no('weak_password:Too easy'));
    expect(heard).toEqual(['Nina New', email, 'Northwind']);
    expect(await joinAsNew({ db, now }, secret, person, fine)).toMatchObject({ ok: true });
  });
});

test('links that are altered or expired open nothing', async ({ db, now }) => {
  const given = await anOrganisation(db, 'company', 'company');
  done(await invite(given.scope, form));
  const secret = await secretFor(db, email);
  const late = new Date(now.getTime() + 15 * 86_400_000);
  expect(await joinAsNew({ db, now }, `${secret}x`, person, fine)).toEqual(no('unknown_link'));
  expect(await joinAsNew({ db, now: late }, secret, person, fine)).toEqual(no('expired_link'));
  expect(await acceptInvitation({ db, now: late }, secret, crypto.randomUUID())).toEqual(no('expired_link'));
});

describe('somebody with an account', () => {
  test('joins with it, and with no other', async ({ db, now }) => {
    const given = await anOrganisation(db, 'company', 'company');
    const elsewhere = await anOrganisation(db, 'authority', 'authority');
    const { email: address } = await addressOf(db, elsewhere.owner.accountId);
    done(await invite(given.scope, { ...form, email: address ?? '' }));
    const secret = await secretFor(db, address ?? '');
    expect(await acceptInvitation({ db, now }, secret, given.owner.accountId)).toEqual(no('another_address'));
    expect(await joinAsNew({ db, now }, secret, person, fine)).toEqual(no('address_taken'));
    const { accountId } = elsewhere.owner;
    const both = await Promise.all([1, 2].map(() => acceptInvitation({ db, now }, secret, accountId)));
    expect(both.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
    expect(await listPlaces(db, accountId)).toHaveLength(2);
    const role = 'company' as const;
    const place = { kind: role, accountId, organisationId: given.id };
    expect(await membershipOf(db, place)).toBeTruthy();
  });

  test('does not join where their duties would meet, by rule and by table', async ({ db, now }) => {
    const given = await anOrganisation(db, 'audit_body', 'auditor');
    const scheme = await anOrganisation(db, 'scheme', 'officer');
    const { email: address } = await addressOf(db, scheme.owner.accountId);
    done(await invite(given.scope, { email: address ?? '', role: 'auditor', asOwner: false }));
    const secret = await secretFor(db, address ?? '');
    const { accountId } = scheme.owner;
    expect(await acceptInvitation({ db, now }, secret, accountId)).toEqual(no('incompatible_roles'));
    expect(await openInvitation(db, secret, { now })).toMatchObject({ ok: true });
    const written =
      sql`insert into membership (account_id, organisation_id, organisation_kind, role, created_at)
      values (${accountId}, ${given.id}, 'audit_body', 'auditor', ${now})`.execute(db);
    await expect(written).rejects.toThrow('membership_scheme_does_not_audit');
  });

  test('two invitations that exclude each other, accepted at once: one is refused', async ({ db, now }) => {
    const [body, scheme, company] = [
      await anOrganisation(db, 'audit_body', 'auditor'),
      await anOrganisation(db, 'scheme', 'officer'),
      await anOrganisation(db, 'company', 'company'),
    ];
    const { accountId } = await aPerson(db, company, 'company');
    const { email: address } = await addressOf(db, accountId);
    const asked = { email: address ?? '', asOwner: false };
    done(await invite(body.scope, { ...asked, role: 'auditor' }));
    const first = await secretFor(db, asked.email);
    done(await invite({ ...scheme.scope, now: new Date(now.getTime() + 1) }, { ...asked, role: 'trainer' }));
    const second = await secretFor(db, asked.email);
    const outcomes = await Promise.all(
      [first, second].map((secret) => acceptInvitation({ db, now }, secret, accountId)),
    );
    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
    expect(outcomes).toContainEqual(no('incompatible_roles'));
  });
});

describe('the scheme', () => {
  const found = {
    kind: 'audit_body' as const,
    name: 'Meridian Audit',
    country: 'SE',
    email,
    role: 'auditor',
  };

  test('brings in an organisation, whose first person owns it', async ({ db, now }) => {
    const scheme = await anOrganisation(db, 'scheme', 'officer');
    const both = await Promise.all([1, 2].map(() => bringIn(scheme.scope, found)));
    expect(both).toContainEqual(no('already_there'));
    const { id } = await db
      .selectFrom('organisation')
      .select('id')
      .where('name', '=', found.name)
      .executeTakeFirstOrThrow();
    expect(await bringIn(scheme.scope, { ...found, name: 'MERIDIAN audit' })).toEqual(no('already_there'));
    expect(await bringIn(scheme.scope, { ...found, name: 'Other', role: 'officer' })).toEqual(
      no('role_does_not_fit'),
    );
    const secret = await secretFor(db, email);
    const { accountId } = done(await joinAsNew({ db, now }, secret, person, fine));
    expect(await findOrganisation(scheme.scope, id)).toMatchObject({
      name: 'Meridian Audit',
      people: [{ email, role: 'auditor', owner: true }],
      invitations: [],
    });
    expect(accountId).toBeTruthy();
  });

  test('invites an owner only where nobody is left', async ({ db }) => {
    const scheme = await anOrganisation(db, 'scheme', 'officer');
    const company = await anOrganisation(db, 'company', 'company');
    const wanted = { email, role: 'company' };
    expect(await inviteOwner(scheme.scope, company.id, wanted)).toEqual(no('has_owner'));
    expect(await inviteOwner(scheme.scope, 'no-id', wanted)).toEqual(no('not_found'));
    await db.deleteFrom('membership').where('organisation_id', '=', company.id).execute();
    const both = await Promise.all([1, 2].map(() => inviteOwner(scheme.scope, company.id, wanted)));
    expect(both.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
  });

  test('does so by officers alone', async ({ db }) => {
    const company = await anOrganisation(db, 'company', 'company');
    const scheme = await anOrganisation(db, 'scheme', 'decider');
    for (const scope of [company.scope, scheme.scope]) {
      expect(await bringIn(scope, found)).toEqual(no('forbidden'));
      expect(await inviteOwner(scope, company.id, { email, role: 'company' })).toEqual(no('forbidden'));
    }
  });

  test('finds organisations by kind and name', async ({ db }) => {
    const scheme = await anOrganisation(db, 'scheme', 'officer', { name: 'The scheme' });
    await anOrganisation(db, 'company', 'company', { name: '100% Cotton' });
    const named = async (q: string, kind?: 'company' | 'scheme') =>
      (await listOrganisations(scheme.scope, { q, kind }, 1)).organisations.map(({ name }) => name);
    expect(await named('')).toEqual(['100% Cotton', 'The scheme']);
    expect(await named('0% c')).toEqual(['100% Cotton']);
    expect(await named('_')).toEqual([]);
    expect(await named('', 'scheme')).toEqual(['The scheme']);
  });
});
