import { describe, expect } from 'vitest';

import { trailOf } from '#app/events/timeline.server.ts';
import { invite, joinAsNew } from '#app/features/accounts/organisations/invitation-commands.server.ts';
import { changeRole, removeMember } from '#app/features/accounts/organisations/people-commands.server.ts';
import { endSession } from '#app/features/accounts/sessions/commands.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { anOrganisation, aSession, membershipOf, secretFor } from '#tests/support/factories/organisations.ts';
import { test } from '#tests/support/test.ts';

describe('a trail', () => {
  test('of an organisation tells of it, and nothing of another, even of the same person', async ({
    db,
    now,
  }) => {
    const [one, other] = [
      await anOrganisation(db, 'audit_body', 'auditor', { name: 'One' }),
      await anOrganisation(db, 'company', 'company', { name: 'Other' }),
    ];
    const person = await one.another('auditor', 'Pia Person');
    await db
      .insertInto('membership')
      .values({
        account_id: person.accountId,
        organisation_id: other.id,
        organisation_kind: 'company',
        role: 'company',
        created_at: now,
      })
      .execute();
    const there = { kind: 'company' as const, accountId: person.accountId, organisationId: other.id };
    done(await endSession(other.as(there), await aSession(db, there)));
    done(await changeRole(one.scope, await membershipOf(db, person), { role: 'reviewer' }));
    done(await removeMember(other.scope, await membershipOf(db, there)));

    const read = async (subject: string) =>
      (await trailOf({ db }, subject)).map(({ who, what }) => [who, what]);
    expect(await read(one.id)).toEqual([['Olga Owner', 'Pia Person: Role changed from auditor to reviewer']]);
    expect(await read(other.id)).toEqual([
      ['Olga Owner', 'Pia Person: Removed as company'],
      ['Pia Person', 'Pia Person: A session was ended'],
    ]);
    expect(await read(person.accountId)).toHaveLength(3);
  });

  test('holds ids and facts only: no address, no name', async ({ db, now }) => {
    const given = await anOrganisation(db, 'company', 'company');
    const email = 'new@person.example';
    done(await invite(given.scope, { email, role: 'company', asOwner: true }));
    const fine = () => ({ ok: true }) as const;
    const form = { name: 'Nina New', password: 'a long enough password' };
    done(await joinAsNew({ db, now }, await secretFor(db, email), form, fine));
    const facts = await db.selectFrom('event').select(['type', 'payload', 'actor']).execute();
    expect(facts.length).toBeGreaterThan(4);
    expect(JSON.stringify(facts)).not.toMatch(/Nina|new@person/);
  });
});
