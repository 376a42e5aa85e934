import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { publishContacts } from '#app/features/register/contacts/commands.server.ts';
import { contactsForm } from '#app/features/register/contacts/forms.ts';
import { findOwnContacts, listContactTasks } from '#app/features/register/contacts/queries.server.ts';
import { findRecord } from '#app/features/register/queries.server.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { contactFields, contactsOf } from '#tests/support/factories/contacts.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { test as base } from '#tests/support/test.ts';

type House = { own: Scope<Recruiter>; number: string };

const test = base.extend<{ house: House }>({
  house: async ({ db, now }, use) => {
    const { id, number } = await aListed(db, { name: 'Everest Rising', number: 'LRN00012603' });
    await use({ own: { db, now, actor: await aPerson(db, { id, kind: 'recruiter' }, 'recruiter') }, number });
  },
});

const published = {
  phones: ['+9779800000012', '+97714123456'],
  website: 'https://everest.example/',
  email: 'desk@everest.example',
  social: ['https://www.facebook.com/everest'],
};
const contactOf = async ({ own, number }: House) => {
  const record = await findRecord(own, number);
  return record.ok ? record.value.contact : record.refusal;
};
const publish = async ({ own }: House, part: Record<string, unknown>, revision = 0) =>
  publishContacts(own, contactsForm('NP').parse({ ...part, revision }));

describe('the contacts of a recruiter', () => {
  test('stand on its record as it said them, and are counted as a change each time', async ({ house }) => {
    expect(await contactOf(house)).toBeNull();
    expect(await listContactTasks(house.own)).toHaveLength(1);
    done(await publish(house, contactFields));
    expect(await contactOf(house)).toEqual(published);
    expect(await listContactTasks(house.own)).toEqual([]);
    const less = { ...contactFields, phones: '01-4123456', social: '' };
    done(await publish(house, less, 1));
    expect(await contactOf(house)).toEqual({ ...published, phones: ['+97714123456'], social: [] });
    done(await publish(house, {}, 2));
    expect(await contactOf(house)).toBeNull();
    expect(await findOwnContacts(house.own)).toMatchObject({ kept: { revision: 3, phones: [] } });
  });

  test('tell in the facts what they were', async ({ house, db }) => {
    done(await publish(house, contactFields));
    const later = { ...house, own: { ...house.own, now: new Date('2026-03-02T09:00:00Z') } };
    done(await publish(later, { phones: '01-4123456' }, 1));
    const told = await db
      .selectFrom('event')
      .select(['subject', 'payload'])
      .where('type', '=', 'registration.contacts_changed')
      .orderBy('occurred_at')
      .execute();
    expect(told).toEqual([
      { subject: house.own.actor.organisationId, payload: published },
      {
        subject: house.own.actor.organisationId,
        payload: { phones: ['+97714123456'], website: null, email: null, social: [] },
      },
    ]);
  });

  test('are not written over what a colleague saved, also at once', async ({ house }) => {
    const answers = await Promise.all([
      publish(house, { phones: '9800000012' }),
      publish(house, { phones: '9800000013' }),
    ]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'saved_meanwhile' });
    expect(await publish(house, contactFields)).toEqual({ ok: false, refusal: 'saved_meanwhile' });
  });

  test('are of nobody who is not on the register, or no longer', async ({ db, now, house }) => {
    done(await publish(house, contactFields));
    const { organisationId } = house.own.actor;
    await sql`update registration set delisted_on = '2026-03-01' where organisation_id = ${organisationId}`.execute(
      db,
    );
    expect(await publish(house, { phones: '9800000013' }, 1)).toEqual({ ok: false, refusal: 'delisted' });
    expect(await findOwnContacts(house.own)).toBeUndefined();
    expect(await contactOf(house)).toBe('removed');
    const { id } = await db
      .insertInto('organisation')
      .values({ kind: 'recruiter', name: 'Nobody yet', country: 'NP', created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    const stranger = { ...house.own, actor: { ...house.own.actor, organisationId: id } };
    expect(await publishContacts(stranger, contactsOf())).toEqual({ ok: false, refusal: 'not_listed' });
    expect(await listContactTasks(stranger)).toEqual([]);
  });
});

describe('the database', () => {
  const phone = (db: Kysely<Database>, organisationId: string, text: string, place: number) =>
    sql`insert into registration_phone (organisation_id, phone, position) values (${organisationId}, ${text}, ${place})`.execute(
      db,
    );
  const page = (db: Kysely<Database>, organisationId: string, url: string, key = 'a.example/x') =>
    sql`insert into registration_page (organisation_id, kind, url, key, position)
      values (${organisationId}, 'social', ${url}, ${key}, 2)`.execute(db);

  test('takes no contact that is none, whoever writes it', async ({ db, house }) => {
    done(await publish(house, contactFields));
    const { organisationId: own, accountId } = house.own.actor;
    const nobody = crypto.randomUUID();
    for (const [what, written] of [
      ['no E.164', () => phone(db, own, '9800000012', 5)],
      ['a script for a number', () => phone(db, own, '+977<script>', 5)],
      ['the same number twice', () => phone(db, own, '+9779800000012', 5)],
      ['an eleventh', () => phone(db, own, '+9779800000099', 11)],
      ['nobody’s number', () => phone(db, nobody, '+9779800000099', 1)],
      ['no https', () => page(db, own, 'http://a.example/x')],
      ['a script', () => page(db, own, 'javascript:alert(1)')],
      ['a sign that is not seen', () => page(db, own, 'https://a.example/\u202Ex')],
      ['the same page twice', () => page(db, own, 'https://m.facebook.com/everest', 'facebook.com/everest')],
      ['a key that is none', () => page(db, own, 'https://a.example/x', 'x')],
      ['nobody’s page', () => page(db, nobody, 'https://a.example/x')],
      [
        'nobody’s contacts',
        () =>
          sql`insert into registration_contact (organisation_id, changed_at, changed_by)
        values (${nobody}, now(), ${accountId})`.execute(db),
      ],
      [
        'a mail address with a line end',
        () => sql`update registration_contact set email = ${'a@b.example\nBcc: c'}`.execute(db),
      ],
    ] as const)
      await expect(written(), what).rejects.toThrow(/violates|is not on the register/);
    await phone(db, own, '+9779800000099', 5);
    await page(db, own, 'https://a.example/x');
  });

  test('takes none of whoever was taken off the register', async ({ db, house }) => {
    const { organisationId, accountId } = house.own.actor;
    await sql`update registration set delisted_on = '2026-03-01'`.execute(db);
    await expect(
      sql`insert into registration_contact (organisation_id, changed_at, changed_by)
        values (${organisationId}, now(), ${accountId})`.execute(db),
    ).rejects.toThrow('is not on the register');
  });
});
