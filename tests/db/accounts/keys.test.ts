import { describe, expect } from 'vitest';

import { foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { makeKey, revokeKey, rotateKey } from '#app/features/accounts/keys/commands.server.ts';
import { findKeyHolder } from '#app/features/accounts/keys/holder.server.ts';
import { mostKeys } from '#app/features/accounts/keys/model.ts';
import { findKey, listKeys } from '#app/features/accounts/keys/queries.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { test as base } from '#tests/support/test.ts';

type Companies = {
  owner: Scope<Company>;
  colleague: Scope<Company>;
  stranger: Scope<Company>;
  partner: Scope<Company>;
};

/** A company with two owners and a colleague, and a company beside it. */
const test = base.extend<{ companies: Companies }>({
  companies: async ({ db, now }, use) => {
    const kind = 'company';
    const place = async (name: string) =>
      ({
        kind,
        id: await foundOrganisation({ db, now }, { kind, name, country: 'SE' }),
      }) as const;
    const [northwind, delta] = [await place('Northwind'), await place('Delta')];
    const own = async (at: typeof northwind, name: string, owner = true) => {
      const actor = await aPerson(db, at, kind, name);
      if (owner)
        await db
          .updateTable('membership')
          .set({ owner_since: now })
          .where('account_id', '=', actor.accountId)
          .execute();
      return { db, now, actor: { ...actor, ...(owner && { owner }) } };
    };
    await use({
      owner: await own(northwind, 'Erik Holm'),
      partner: await own(northwind, 'Mai Holm'),
      colleague: await own(northwind, 'Ola Berg', false),
      stranger: await own(delta, 'Shirin Akter'),
    });
  },
});

const form = (name = 'Portal') => ({
  id: crypto.randomUUID(),
  name,
  scopes: ['register:read' as const],
});
const later = <S extends Scope>(scope: S, hours: number): S => ({
  ...scope,
  now: new Date(scope.now.getTime() + hours * 3_600_000),
});

describe('making a key', () => {
  test('answers with it once; the table holds its sum and last characters', async ({
    db,
    now,
    companies,
  }) => {
    const { owner } = companies;
    const { key, id } = done(await makeKey(owner, form()));
    expect(key).toMatch(/^fr_live_[\w-]{43}$/);
    const row = await db.selectFrom('api_key').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(key);
    expect(row).toMatchObject({ id, hint: key.slice(-4), made_by: owner.actor.accountId });
    expect(await findKeyHolder(db, key, now)).toEqual({
      keyId: id,
      scopes: ['register:read'],
      actor: {
        kind: 'company',
        accountId: owner.actor.accountId,
        organisationId: owner.actor.organisationId,
      },
    });
  });

  test('twice with the same form is one key', async ({ companies: { owner } }) => {
    const twice = form();
    const answers = await Promise.all([makeKey(owner, twice), makeKey(owner, twice)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: 'key_made' });
    expect(await listKeys(owner)).toHaveLength(1);
  });

  test('stops at the most there may be, also for two at once', async ({ companies: { owner } }) => {
    for (let made = 1; made < mostKeys; made += 1) done(await makeKey(owner, form(`Key ${made}`)));
    const last = await Promise.all([makeKey(owner, form()), makeKey(owner, form())]);
    expect(last.filter(({ ok }) => ok)).toHaveLength(1);
    expect(last).toContainEqual({ ok: false, refusal: 'too_many_keys' });
  });

  test('is for owners; the id of another company’s key is taken and shows nothing', async ({ companies }) => {
    const { owner, colleague, stranger } = companies;
    expect(await makeKey(colleague, form())).toEqual({ ok: false, refusal: 'forbidden' });
    const theirs = form();
    done(await makeKey(stranger, theirs));
    expect(await makeKey(owner, theirs)).toEqual({ ok: false, refusal: 'key_made' });
  });
});

describe('a company’s keys', () => {
  test('are seen by its people and by nobody else', async ({ companies }) => {
    const { id } = done(await makeKey(companies.owner, form()));
    expect(await listKeys(companies.colleague)).toMatchObject([{ id, name: 'Portal', lastUsedAt: null }]);
    expect(await listKeys(companies.stranger)).toEqual([]);
    expect(await findKey(companies.stranger, id)).toBeUndefined();
    expect(await findKey(companies.owner, 'not an id')).toBeUndefined();
    expect(await rotateKey(companies.stranger, id, { overlap: 'none' })).toMatchObject({
      refusal: 'not_found',
    });
    expect(await revokeKey(companies.stranger, id)).toMatchObject({ refusal: 'not_found' });
    expect(await rotateKey(companies.colleague, id, { overlap: 'none' })).toMatchObject({
      refusal: 'forbidden',
    });
    expect(await revokeKey(companies.colleague, id)).toMatchObject({ refusal: 'forbidden' });
  });
});

describe('replacing a key', () => {
  test('lets both work for as long as was chosen, then the new one alone', async ({ db, companies }) => {
    const { owner } = companies;
    const old = done(await makeKey(owner, form()));
    const fresh = done(await rotateKey(owner, old.id, { overlap: 'day' }));
    const working = async (hours: number) => {
      const { now } = later(owner, hours);
      const holders = await Promise.all([old, fresh].map(({ key }) => findKeyHolder(db, key, now)));
      return holders.map((holder) => holder !== undefined);
    };
    expect(await working(0)).toEqual([true, true]);
    expect(await working(23.9)).toEqual([true, true]);
    expect(await working(24)).toEqual([false, true]);
    expect(await rotateKey(owner, old.id, { overlap: 'day' })).toMatchObject({ refusal: 'key_replaced' });
    expect(await findKey(owner, fresh.id)).toMatchObject({ name: 'Portal', scopes: ['register:read'] });
  });

  test('without overlap ends the old one at once; two at once are one', async ({ db, now, companies }) => {
    const { owner, partner } = companies;
    const old = done(await makeKey(owner, form()));
    const answers = await Promise.all([
      rotateKey(owner, old.id, { overlap: 'none' }),
      rotateKey(partner, old.id, { overlap: 'none' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: 'key_ended' });
    expect(await findKeyHolder(db, old.key, now)).toBeUndefined();
  });
});

describe('revoking a key', () => {
  test('ends it at once and for good', async ({ db, now, companies: { owner } }) => {
    const { id, key } = done(await makeKey(owner, form()));
    done(await revokeKey(owner, id));
    expect(await findKeyHolder(db, key, now)).toBeUndefined();
    expect(await revokeKey(owner, id)).toEqual({ ok: false, refusal: 'key_revoked' });
    expect(await rotateKey(owner, id, { overlap: 'week' })).toEqual({ ok: false, refusal: 'key_revoked' });
    const back = db.updateTable('api_key').set({ revoked_at: null, revoked_by: null }).execute();
    await expect(back).rejects.toThrow('stands as it is');
  });
});

describe('using a key', () => {
  test('is noted once a minute', async ({ db, companies: { owner } }) => {
    const { key, id } = done(await makeKey(owner, form()));
    const usedAt = async () => (await findKey(owner, id))?.lastUsedAt?.toISOString();
    const at = (seconds: number) => new Date(owner.now.getTime() + seconds * 1000);
    await findKeyHolder(db, key, at(1));
    expect(await usedAt()).toBe(at(1).toISOString());
    await findKeyHolder(db, key, at(50));
    expect(await usedAt()).toBe(at(1).toISOString());
    await Promise.all([62, 62, 62].map((seconds) => findKeyHolder(db, key, at(seconds))));
    expect(await usedAt()).toBe(at(62).toISOString());
  });

  test('of what is none finds nobody', async ({ db, now, companies: { owner } }) => {
    const { key } = done(await makeKey(owner, form()));
    for (const wrong of ['', 'fr_live_', key.slice(0, -1), `${key}x`, key.toUpperCase(), "' or true --"])
      expect(await findKeyHolder(db, wrong, now)).toBeUndefined();
  });
});

test('every owner is told of a key that is made, replaced and revoked, without the key', async ({
  db,
  companies: { owner, partner },
  mailer,
  work,
}) => {
  const old = done(await makeKey(owner, form()));
  const fresh = done(await rotateKey(owner, old.id, { overlap: 'day' }));
  done(await revokeKey(partner, fresh.id));
  await work();
  const owners = await db
    .selectFrom('account')
    .select('email')
    .where('id', 'in', [owner.actor.accountId, partner.actor.accountId])
    .execute();
  for (const { email } of owners) {
    const letters = mailer.sent.filter(({ to }) => to === email);
    expect(letters.map(({ subject }) => subject.split(' ').at(-1)).sort()).toEqual([
      'made',
      'replaced',
      'revoked',
    ]);
    for (const { text } of letters) {
      expect(text).toContain('Portal');
      expect(text).not.toContain(old.key);
      expect(text).not.toContain(fresh.key);
    }
  }
  expect(mailer.sent).toHaveLength(6);
  const facts = await db.selectFrom('event').select(['type', 'subject']).orderBy('occurred_at').execute();
  expect(facts.map(({ type }) => type).sort()).toEqual([
    'api_key.made',
    'api_key.revoked',
    'api_key.rotated',
  ]);
  expect(new Set(facts.map(({ subject }) => subject))).toEqual(new Set([owner.actor.organisationId]));
});
