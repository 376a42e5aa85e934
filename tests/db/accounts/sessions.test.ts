import { describe, expect } from 'vitest';

import { trailOf } from '#app/events/timeline.server.ts';
import {
  deleteExpiredSessions,
  endAllSessions,
  endSession,
  endSessionsOf,
} from '#app/features/accounts/sessions/commands.server.ts';
import { findSession, listSessions } from '#app/features/accounts/sessions/queries.server.ts';
import { anOrganisation, aSession, membershipOf } from '#tests/support/factories/organisations.ts';
import { test } from '#tests/support/test.ts';

const no = (refusal: string) => ({ ok: false, refusal });

describe('my sessions', () => {
  test('are listed while they open something, and nobody else’s among them', async ({ db }) => {
    const given = await anOrganisation(db, 'company', 'company');
    const mine = await aSession(db, given.owner);
    await aSession(db, given.owner, { idle: 61 });
    await aSession(db, given.owner, { hours: -1 });
    const colleague = await given.another('company');
    const theirs = await aSession(db, colleague);
    expect((await listSessions(given.scope)).map(({ publicId }) => publicId)).toEqual([mine]);
    expect(await findSession(given.scope, mine)).toMatchObject({ device: 'Firefox on Linux' });
    expect(await findSession(given.scope, theirs)).toBeUndefined();
    expect(await findSession(given.scope, 'no-id')).toBeUndefined();
  });

  test('end one at a time, and only mine', async ({ db }) => {
    const given = await anOrganisation(db, 'company', 'company');
    const [one, other] = [await aSession(db, given.owner), await aSession(db, given.owner)];
    const theirs = await aSession(db, await given.another('company'));
    expect(await endSession(given.scope, theirs)).toEqual(no('not_found'));
    expect(await endSession(given.scope, 'no-id')).toEqual(no('not_found'));
    const both = await Promise.all([1, 2].map(() => endSession(given.scope, one)));
    expect(both.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
    expect((await listSessions(given.scope)).map(({ publicId }) => publicId)).toEqual([other]);
  });

  test('end all at once; each organisation reads of its own', async ({ db, now }) => {
    const given = await anOrganisation(db, 'company', 'company');
    const elsewhere = await anOrganisation(db, 'authority', 'authority');
    const { accountId } = given.owner;
    const there = { kind: 'authority' as const, accountId, organisationId: elsewhere.id };
    await db
      .insertInto('membership')
      .values({
        account_id: accountId,
        organisation_id: elsewhere.id,
        organisation_kind: 'authority',
        role: 'authority',
        created_at: now,
      })
      .execute();
    expect(await membershipOf(db, there)).toBeTruthy();
    for (const actor of [given.owner, given.owner, there]) await aSession(db, actor);
    const theirs = await aSession(db, elsewhere.owner);
    expect(await endAllSessions(given.scope)).toEqual({ ok: true, value: { sessions: 3 } });
    expect(await endAllSessions(given.scope)).toEqual(no('not_found'));
    expect(await findSession(elsewhere.scope, theirs)).toBeDefined();

    const told = async (subject: string) => (await trailOf({ db }, subject)).map(({ what }) => what);
    expect(await told(given.id)).toEqual(['Olga Owner: 2 sessions were ended']);
    expect(await told(elsewhere.id)).toEqual(['Olga Owner: A session was ended']);
    expect(await told(accountId)).toHaveLength(2);
  });
});

test('an officer ends whatever somebody has open, and the person reads of it', async ({ db }) => {
  const given = await anOrganisation(db, 'company', 'company');
  await aSession(db, given.owner);
  await aSession(db, given.owner);
  const scheme = await anOrganisation(db, 'scheme', 'officer');
  const officer = { ...scheme.scope, actor: { ...scheme.owner, kind: 'officer' as const } };
  expect(await endSessionsOf(officer, given.owner.accountId)).toEqual({ ok: true, value: { sessions: 2 } });
  expect(await listSessions(given.scope)).toEqual([]);
  const [entry] = await trailOf(given.scope, given.owner.accountId);
  expect(entry).toMatchObject({ type: 'account.session_ended', what: 'Olga Owner: 2 sessions were ended' });
});

test('sessions that ended, by their last moment or by idleness, are swept away; the others stay', async ({
  db,
  now,
}) => {
  const given = await anOrganisation(db, 'company', 'company');
  const kept = await aSession(db, given.owner);
  await aSession(db, given.owner, { hours: -1 });
  await aSession(db, given.owner, { idle: 61 });
  await deleteExpiredSessions({ db, now });
  expect(await db.selectFrom('session').select('public_id').execute()).toEqual([{ public_id: kept }]);
});
