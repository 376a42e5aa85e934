import { describe, expect } from 'vitest';

import {
  confirmAddress,
  findWaitingChange,
  requestAddressChange,
} from '#app/features/accounts/people/commands/address.server.ts';
import { changeName } from '#app/features/accounts/people/commands/name.server.ts';
import { findMe } from '#app/features/accounts/people/queries.server.ts';
import { findCredentials } from '#app/features/accounts/queries.server.ts';
import { aRecruiter, secretFor, visitor } from '#tests/support/factories/people.ts';
import { test } from '#tests/support/test.ts';

const old = 'mina@himal.example';
const fresh = 'mina.rai@himal.example';

describe('changing one’s address', () => {
  test('is done when both mailboxes confirmed, in either order, and both are told', async ({
    db,
    now,
    mailer,
    work,
  }) => {
    const actor = await aRecruiter(db, old);
    const visit = { db, now, actor: visitor };
    expect(await requestAddressChange({ db, now, actor }, 'Mina.Rai@himal.example')).toMatchObject({
      ok: true,
    });
    expect(await findMe({ db, now, actor })).toMatchObject({ email: old, change: { newEmail: fresh } });
    await work();
    expect(mailer.sent.map(({ to }) => to).sort()).toEqual([fresh, old].sort());
    const [one, two] = [secretFor(mailer.sent, fresh, '/address'), secretFor(mailer.sent, old, '/address')];
    expect(await findWaitingChange(visit, one)).toEqual({
      ok: true,
      value: { newEmail: fresh, end: 'new', otherEndWaits: true },
    });
    expect(await confirmAddress(visit, one)).toEqual({ ok: true, value: { changed: false } });
    expect(await confirmAddress(visit, one)).toEqual({ ok: false, refusal: 'used_link' });
    expect(await findCredentials(db, fresh)).toBeUndefined();
    expect(await confirmAddress(visit, two)).toEqual({ ok: true, value: { changed: true } });
    expect((await findCredentials(db, fresh))?.accountId).toBe(actor.accountId);
    expect(await findCredentials(db, old)).toBeUndefined();
    await work();
    const notices = mailer.sent.filter(({ subject }) => subject === 'Your address was changed');
    expect(notices.map(({ to }) => to).sort()).toEqual([fresh, old].sort());
  });

  test('both ends at once change it once', async ({ db, now, mailer, work }) => {
    const actor = await aRecruiter(db, old);
    await requestAddressChange({ db, now, actor }, fresh);
    await work();
    const secrets = [fresh, old].map((to) => secretFor(mailer.sent, to, '/address'));
    const both = await Promise.all(
      secrets.map((secret) => confirmAddress({ db, now, actor: visitor }, secret)),
    );
    expect(both.map((outcome) => outcome.ok && outcome.value.changed).sort()).toEqual([false, true]);
    expect(await findCredentials(db, fresh)).toBeDefined();
  });

  test('to an address that somebody took meanwhile is told and given up', async ({
    db,
    now,
    mailer,
    work,
  }) => {
    const actor = await aRecruiter(db, old);
    await requestAddressChange({ db, now, actor }, fresh);
    await work();
    await aRecruiter(db, fresh);
    const visit = { db, now, actor: visitor };
    await confirmAddress(visit, secretFor(mailer.sent, fresh, '/address'));
    expect(await confirmAddress(visit, secretFor(mailer.sent, old, '/address'))).toEqual({
      ok: false,
      refusal: 'address_taken',
    });
    expect((await findCredentials(db, old))?.accountId).toBe(actor.accountId);
    expect((await findMe({ db, now, actor })).change).toBeUndefined();
  });

  test('of two people to one address at once: one has it, the other is told', async ({
    db,
    now,
    mailer,
    work,
  }) => {
    const visit = { db, now, actor: visitor };
    const secrets: string[] = [];
    for (const email of [old, 'sita@himal.example', 'ram@himal.example']) {
      await requestAddressChange({ db, now, actor: await aRecruiter(db, email) }, fresh);
      await work();
      await confirmAddress(visit, secretFor(mailer.sent, email, '/address'));
      secrets.push(secretFor(mailer.sent, fresh, '/address'));
    }
    const all = await Promise.all(secrets.map((secret) => confirmAddress(visit, secret)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(all).toContainEqual({ ok: false, refusal: 'address_taken' });
  });

  test('to a known address is asked in the very same way', async ({ db, now }) => {
    const actor = await aRecruiter(db, old);
    await aRecruiter(db, 'sita@sunrise.example');
    expect(await requestAddressChange({ db, now, actor }, 'sita@sunrise.example')).toMatchObject({
      ok: true,
    });
    expect(await requestAddressChange({ db, now, actor }, 'nobody@sunrise.example')).toMatchObject({
      ok: true,
    });
    const links = await db
      .selectFrom('one_time_link')
      .select(['purpose'])
      .where('email', 'like', '%@sunrise.example')
      .execute();
    expect(links).toEqual([{ purpose: 'confirm_new_address' }, { purpose: 'confirm_new_address' }]);
  });

  test('a second wish ends the first, whose links open nothing', async ({ db, now, mailer, work }) => {
    const actor = await aRecruiter(db, old);
    await requestAddressChange({ db, now, actor }, fresh);
    await work();
    const secret = secretFor(mailer.sent, fresh, '/address');
    await requestAddressChange({ db, now, actor }, 'third@himal.example');
    const visit = { db, now, actor: visitor };
    expect(await findWaitingChange(visit, secret)).toMatchObject({ refusal: 'unknown_link' });
    expect(await confirmAddress(visit, secret)).toMatchObject({ refusal: 'unknown_link' });
    const late = { ...visit, now: new Date(now.getTime() + 48 * 3_600_000) };
    await work();
    const third = secretFor(mailer.sent, 'third@himal.example', '/address');
    expect(await confirmAddress(late, third)).toMatchObject({ refusal: 'expired_link' });
  });

  test('to the same address is refused', async ({ db, now }) => {
    const actor = await aRecruiter(db, old);
    expect(await requestAddressChange({ db, now, actor }, 'MINA@himal.example')).toEqual({
      ok: false,
      refusal: 'same_address',
    });
  });
});

test('a name is changed for oneself alone', async ({ db, now }) => {
  const actor = await aRecruiter(db, old);
  const other = await aRecruiter(db, 'sita@sunrise.example');
  expect(await changeName({ db, now, actor }, 'Mina Gurung')).toMatchObject({ ok: true });
  expect((await findMe({ db, now, actor })).name).toBe('Mina Gurung');
  expect((await findMe({ db, now, actor: other })).name).toBe('Mina Rai');
});
