import { Kysely, PostgresDialect, sql } from 'kysely';
import { describe, expect } from 'vitest';

import { authorisePartner, endAuthorisation } from '#app/features/network/commands.server.ts';
import { checkRecruiter } from '#app/features/register/check.server.ts';
import { publishContacts } from '#app/features/register/contacts/commands.server.ts';
import { findByNumbers } from '#app/features/register/search/numbers.server.ts';
import { searchPage, searchRegister } from '#app/features/register/search/search.server.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { contactsOf } from '#tests/support/factories/contacts.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { aPartner } from '#tests/support/factories/network.ts';
import { test } from '#tests/support/test.ts';

const now = new Date('2026-03-02T09:00:00Z');
const today = '2026-03-02';

async function aRecruiter(db: Kysely<Database>, name: string, number: string, country = 'NP') {
  const { id } = await aListed(db, { name, number, country });
  return { db, now, actor: await aPerson(db, { id, kind: 'recruiter' }, 'recruiter') };
}
const withPhones = async (own: Scope<Recruiter>, phones: string) =>
  done(await publishContacts(own, contactsOf({ phones, website: '', social: '' })));
async function withAgent(own: Scope<Recruiter>, phone: string) {
  const id = await aPartner(own, { phones: phone });
  done(await authorisePartner(own, id, { phones: [phone] }));
  return id;
}
const found = async (db: Kysely<Database>, q: string, at = now) =>
  (await searchRegister({ db, now: at }, { q }, { limit: 60 })).map(({ name, match }) => [
    name,
    match?.on,
    match?.text,
  ]);

/** What people type who were called; each finds its recruiter first, or nobody at all. */
const questions: [string, string, string | null][] = [
  ['as it is printed', '+977 980-0000012', 'Everest Rising'],
  ['without its country', '9800000012', 'Everest Rising'],
  ['with 00', '00977 9800000012', 'Everest Rising'],
  ['with 0 for the plus', '0977-980-0000012', 'Everest Rising'],
  ['with brackets', '(+977) (980) 000.0012', 'Everest Rising'],
  ['with a trunk zero', '09800000012', 'Everest Rising'],
  ['in Nepali', '९८०-००००-०१२', 'Everest Rising'],
  ['in Nepali, with its country', '+९७७ ९८००००००१२', 'Everest Rising'],
  ['in Arabic', '٩٨٠٠٠٠٠٠١٢', 'Everest Rising'],
  ['in Bengali', '৯৮০০০০০০১২', 'Everest Rising'],
  ['in a sentence', 'who is 980 0000012?', 'Everest Rising'],
  ['after a word', 'tel:+9779800000012', 'Everest Rising'],
  ['beside its name', 'Everest Rising 01-4123456', 'Everest Rising'],
  ['of the office', '1-4123456', 'Everest Rising'],
  ['in its own script, of Bangladesh', '০১৭০-০০০০০১২', 'Padma Shonar'],
  ['of Bangladesh, whole', '+880 1700-000012', 'Padma Shonar'],
  ['of another country', '+975 9800000012', null],
  ['one digit off', '9800000013', null],
  ['too short to be anybody’s', '000012', null],
  ['longer than any', '99779800000012999', null],
];

describe('a phone number', () => {
  test('finds who published it, in whatever way it was typed', async ({ db }) => {
    await withPhones(await aRecruiter(db, 'Everest Rising', 'LRN00012603'), '+977 980-0000012\n01-4123456');
    await withPhones(await aRecruiter(db, 'Padma Shonar', 'LRN00022603', 'BD'), '+8801700000012');
    const wrong: unknown[] = [];
    for (const [how, q, name] of questions) {
      const [first] = await found(db, q);
      if ((first?.[0] ?? null) !== name || (name && first?.[1] !== 'phone_number'))
        wrong.push([how, q, first]);
    }
    expect(wrong).toEqual([]);
    expect(await found(db, '980 0000012')).toEqual([['Everest Rising', 'phone_number', '+9779800000012']]);
  });

  test('finds by an agent who may speak for it today, and tells no more of the number than was typed', async ({
    db,
  }) => {
    const own = await aRecruiter(db, 'Everest Rising', 'LRN00012603');
    const agent = await withAgent(own, '+9779812345678');
    expect(await found(db, '981-2345678')).toEqual([['Everest Rising', 'phone_number', '9812345678']]);
    expect(await found(db, '2345678')).toEqual([['Everest Rising', 'phone_number', '2345678']]);
    expect(await found(db, '9812345678', new Date('2026-03-01T09:00:00Z'))).toEqual([]);
    // A number of the partner by which nobody said that it may speak.
    await aPartner(own, { name: 'Koshi Liaison', registrationNumber: 'S-119', phones: '9841234567' });
    expect(await found(db, '9841234567')).toEqual([]);
    done(await endAuthorisation(own, agent));
    expect(await found(db, '981-2345678')).toEqual([]);
  });

  test('of which only the end was typed is less than certain: somebody in another town may have it', async ({
    db,
  }) => {
    await withPhones(await aRecruiter(db, 'Everest Rising', 'LRN00012603'), '01-4123456');
    const scores = async (q: string) => (await findByNumbers({ db, now }, q)).map(({ score }) => score);
    expect(await scores('01-4123456')).toEqual([1]);
    expect(await scores('4123456')).toEqual([0.9]);
    const checked = async (q: string) => (await checkRecruiter({ db, now }, q)).kind;
    expect(await checked('०१-४१२३४५६')).toBe('one');
    expect(await checked('4123456')).toBe('several');
    expect(await checked('+880 2 4123456')).toBe('none');
  });

  test('finds nobody who was taken off the register', async ({ db }) => {
    const own = await aRecruiter(db, 'Everest Rising', 'LRN00012603');
    await withPhones(own, '9800000012');
    await withAgent(own, '+9779812345678');
    await sql`update registration set delisted_on = ${today}`.execute(db);
    for (const q of ['9800000012', '9812345678']) {
      expect(await found(db, q)).toEqual([]);
      expect(await findByNumbers({ db, now }, q)).toEqual([]);
    }
  });

  test('that several recruiters say is theirs finds them all', async ({ db }) => {
    const everest = await aRecruiter(db, 'Everest Rising', 'LRN00012603');
    const himal = await aRecruiter(db, 'Himal Workforce', 'LRN00022603');
    const padma = await aRecruiter(db, 'Padma Shonar', 'LRN00032603', 'BD');
    await withPhones(everest, '9800000012');
    await withPhones(himal, '9800000012');
    await withAgent(padma, '+9779800000012');
    const names = (await found(db, '9800000012')).map(([name]) => name).toSorted();
    expect(names).toEqual(['Everest Rising', 'Himal Workforce', 'Padma Shonar']);
    const { count } = await searchPage({ db, now }, { q: '9800000012', country: 'BD' }, { limit: 5 });
    expect(count).toBe(1);
  });
});

const thousands = 20_000;

test('of many thousands of numbers the search reads the few that end alike', async ({ db, copy }) => {
  const own = await aRecruiter(db, 'Everest Rising', 'LRN00012603');
  await withPhones(own, '9800000012');
  await db.transaction().execute(async (trx) => {
    // Whose they are is of no matter here.
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`insert into registration_phone (organisation_id, phone, position)
      select md5(n::text)::uuid, '+97798' || lpad((n * 37 + 20000000)::text, 8, '0'), 1 from generate_series(1, ${thousands}) n`.execute(
      trx,
    );
    await sql`insert into partner_phone (partner_id, phone, position)
      select md5(n::text)::uuid, '+97797' || lpad((n * 41 + 20000000)::text, 8, '0'), 1 from generate_series(1, ${thousands}) n`.execute(
      trx,
    );
    await sql`insert into partner_authorisation (partner_id, partner_kind, organisation_id, phones, started_on, authorised_at, authorised_by)
      select partner_id, 'sub_agent', partner_id, array[phone], '2026-01-01', now(), ${own.actor.accountId} from partner_phone`.execute(
      trx,
    );
  });
  await sql`analyze registration_phone, partner_phone, partner_authorisation`.execute(db);
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const noted = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: copy.pool }),
    log: ({ query }) => void asked.push(query),
  });
  expect(await findByNumbers({ db: noted, now }, '980 0000012')).toHaveLength(1);
  const [{ sql: text, parameters } = { sql: '', parameters: [] }] = asked;
  const client = await copy.pool.connect();
  try {
    // As it is asked in service: by its name, with a plan for any numbers.
    await client.query("set plan_cache_mode = 'force_generic_plan'");
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...parameters]);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('registration_phone_tail');
    expect(plan).toContain('partner_phone_tail');
    expect(plan).not.toMatch(/Seq Scan on (?:registration_phone|partner_phone|partner_authorisation)/);
  } finally {
    client.release(true);
  }
});
