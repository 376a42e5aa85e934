import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import * as commands from '#app/features/accounts/organisations/people-commands.server.ts';
import { listMembers } from '#app/features/accounts/organisations/queries.server.ts';
import {
  anOrganisation,
  aSession,
  membershipOf,
  trailFacts,
  type SomeOrganisation,
} from '#tests/support/factories/organisations.ts';
import { test } from '#tests/support/test.ts';

const no = (refusal: string) => ({ ok: false, refusal });
const ownersOf = async (given: SomeOrganisation) =>
  (await listMembers(given.scope)).filter(({ owner }) => owner).map(({ accountId }) => accountId);

/** A person and their organisation, and two owners side by side. */
async function twoOwners(given: SomeOrganisation) {
  const other = { ...(await given.another('auditor', 'Tove Two')), owner: true };
  const membershipId = await membershipOf(given.scope.db, other);
  await commands.giveOwnership(given.scope, membershipId);
  return { other, membershipId, mine: await membershipOf(given.scope.db, given.owner) };
}

describe('a role', () => {
  test('changed ends the sessions in it and is told of', async ({ db }) => {
    const given = await anOrganisation(db, 'audit_body', 'auditor');
    const person = await given.another('auditor');
    const membershipId = await membershipOf(db, person);
    await aSession(db, person);
    await aSession(db, given.owner);
    expect(await commands.changeRole(given.scope, membershipId, { role: 'reviewer' })).toMatchObject({
      ok: true,
    });
    expect(await db.selectFrom('session').select('account_id').execute()).toEqual([
      { account_id: given.owner.accountId },
    ]);
    expect(await membershipOf(db, { ...person, kind: 'reviewer' })).toBe(membershipId);
    expect(await trailFacts(db, given.id)).toEqual(['membership.role_changed']);
  });

  test('is changed by nobody else: not by a colleague, not from elsewhere, not by oneself', async ({
    db,
  }) => {
    const given = await anOrganisation(db, 'audit_body', 'auditor');
    const elsewhere = await anOrganisation(db, 'audit_body', 'auditor');
    const person = await given.another('auditor');
    const membershipId = await membershipOf(db, person);
    const form = { role: 'reviewer' };
    expect(await commands.changeRole(given.as(person), membershipId, form)).toEqual(no('forbidden'));
    // A session that still says "owner" of somebody who is none any more.
    const late = { ...person, owner: true };
    expect(await commands.changeRole(given.as(late), membershipId, form)).toEqual(no('forbidden'));
    expect(await commands.changeRole(elsewhere.scope, membershipId, form)).toEqual(no('not_found'));
    expect(await commands.changeRole(given.scope, 'no-id-at-all', form)).toEqual(no('not_found'));
    const mine = await membershipOf(db, given.owner);
    expect(await commands.changeRole(given.scope, mine, form)).toEqual(no('not_yourself'));
    expect(await trailFacts(db, given.id)).toEqual([]);
  });
});

describe('removing', () => {
  test('takes the membership and its sessions, once', async ({ db }) => {
    const given = await anOrganisation(db, 'company', 'company');
    const person = await given.another('company');
    const membershipId = await membershipOf(db, person);
    await aSession(db, person);
    const both = await Promise.all([1, 2].map(() => commands.removeMember(given.scope, membershipId)));
    expect(both.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
    expect(await db.selectFrom('session').select('id').execute()).toEqual([]);
    expect(await listMembers(given.scope)).toHaveLength(1);
    expect(await trailFacts(db, given.id)).toEqual(['membership.removed']);
  });

  test('two owners who remove each other at once: one is removed, one stays', async ({ db }) => {
    const given = await anOrganisation(db, 'audit_body', 'auditor');
    const { other, membershipId, mine } = await twoOwners(given);
    const outcomes = await Promise.all([
      commands.removeMember(given.scope, membershipId),
      commands.removeMember(given.as(other), mine),
    ]);
    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
    expect(outcomes).toContainEqual(no('forbidden'));
    expect(await listMembers(given.scope)).toHaveLength(1);
    expect(await ownersOf(given)).toHaveLength(1);
  });
});

describe('ownership', () => {
  test('is handed over: given, then given up', async ({ db }) => {
    const given = await anOrganisation(db, 'audit_body', 'auditor');
    const person = await given.another('auditor');
    expect(await commands.giveUpOwnership(given.scope)).toEqual(no('last_owner'));
    const membershipId = await membershipOf(db, person);
    expect(await commands.giveOwnership(given.scope, membershipId)).toMatchObject({ ok: true });
    expect(await commands.giveOwnership(given.scope, membershipId)).toEqual(no('already_owner'));
    expect(await commands.giveUpOwnership(given.scope)).toMatchObject({ ok: true });
    expect(await commands.giveUpOwnership(given.scope)).toEqual(no('forbidden'));
    expect(await ownersOf(given)).toEqual([person.accountId]);
    expect(await trailFacts(db, given.id)).toEqual([
      'membership.ownership_given',
      'membership.ownership_given_up',
    ]);
  });

  test('of two who give it up at once, one keeps it', async ({ db }) => {
    const given = await anOrganisation(db, 'audit_body', 'auditor');
    const { other } = await twoOwners(given);
    const outcomes = await Promise.all(
      [given.owner, other].map((actor) => commands.giveUpOwnership(given.as(actor))),
    );
    expect(outcomes).toContainEqual(no('last_owner'));
    expect(await ownersOf(given)).toHaveLength(1);
  });

  test('is never gone, whoever writes SQL', async ({ db }) => {
    const given = await anOrganisation(db, 'company', 'company');
    await given.another('company');
    const orphaned = sql`update membership set owner_since = null where organisation_id = ${given.id}`;
    await expect(orphaned.execute(db)).rejects.toThrow('the last owner does not leave');
  });
});

describe('leaving', () => {
  test('takes all of one’s roles there, and none elsewhere', async ({ db }) => {
    const given = await anOrganisation(db, 'company', 'company');
    const person = await given.another('company');
    const elsewhere = await anOrganisation(db, 'authority', 'authority');
    const there = await membershipOf(db, elsewhere.owner);
    expect(await commands.leaveOrganisation(given.as(person))).toEqual({ ok: true, value: { left: 1 } });
    expect(await commands.leaveOrganisation(given.as(person))).toEqual(no('not_found'));
    expect(await membershipOf(db, elsewhere.owner)).toBe(there);
    expect(await trailFacts(db, given.id)).toEqual(['membership.left']);
  });

  test('is not for the last owner; of two owners at once, one stays', async ({ db }) => {
    const given = await anOrganisation(db, 'audit_body', 'auditor');
    expect(await commands.leaveOrganisation(given.scope)).toEqual(no('last_owner'));
    const { other } = await twoOwners(given);
    const outcomes = await Promise.all(
      [given.owner, other].map((actor) => commands.leaveOrganisation(given.as(actor))),
    );
    expect(outcomes).toContainEqual(no('last_owner'));
    expect(await ownersOf(given)).toHaveLength(1);
  });
});

test('colleagues read names and roles; addresses are for owners; strangers read nothing of it', async ({
  db,
}) => {
  const given = await anOrganisation(db, 'company', 'company');
  const person = await given.another('company', 'Kim Colleague');
  const elsewhere = await anOrganisation(db, 'company', 'company', { name: 'Elsewhere' });
  const seen = await listMembers(given.as(person));
  expect(seen.map(({ name, email }) => [name, email])).toEqual([
    ['Kim Colleague', null],
    ['Olga Owner', null],
  ]);
  expect((await listMembers(given.scope)).every(({ email }) => email?.endsWith('@people.example'))).toBe(
    true,
  );
  expect(await listMembers(elsewhere.scope)).toHaveLength(1);
});

test('whoever’s rights somebody else changed is told by mail, once', async ({ db, mailer, work }) => {
  const given = await anOrganisation(db, 'audit_body', 'auditor', { name: 'Meridian Audit' });
  const person = await given.another('auditor');
  const membershipId = await membershipOf(db, person);
  await commands.changeRole(given.scope, membershipId, { role: 'reviewer' });
  await commands.removeMember(given.scope, membershipId);
  await work();
  const { email } = await db
    .selectFrom('account')
    .select('email')
    .where('id', '=', person.accountId)
    .executeTakeFirstOrThrow();
  expect(mailer.sent.map(({ to }) => to)).toEqual([email, email]);
  const told = mailer.sent.map(({ text }) => text.replace(/\s+/g, ' ')).join(' ');
  expect(told).toContain('You work as technical reviewer in Meridian Audit');
  expect(told).toContain('You no longer work for Meridian Audit');
});
