import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { searchPage } from '#app/features/register/search/search.server.ts';
import { connect, type Database } from '#db/client.server.ts';
import { done, now } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension } from '#tests/support/factories/certificates.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { test } from '#tests/support/test.ts';

const entryOf = (db: Kysely<Database>, id: string) =>
  db.selectFrom('register_entry').selectAll().where('organisation_id', '=', id).executeTakeFirstOrThrow();
const drawnOf = (db: Kysely<Database>, id: string) =>
  db.selectFrom('register_drawn').selectAll().where('organisation_id', '=', id).executeTakeFirstOrThrow();

describe('an entry of the register', () => {
  test('follows what it is drawn from, by whatever way that is written', async ({ db, work }) => {
    const held = await aCertificate(db, work);
    const { id } = await db
      .selectFrom('registration')
      .select('organisation_id as id')
      .executeTakeFirstOrThrow();
    expect(await entryOf(db, id)).toEqual(await drawnOf(db, id));
    expect((await entryOf(db, id)).certificate_status).toBe('active');
    done(await suspendCertificate(held.as(held.officer), held.certificateId, ownSuspension));
    expect((await entryOf(db, id)).certificate_status).toBe('suspended');
    await sql`update organisation set name = 'Himal Workforce Abroad' where id = ${id}`.execute(db);
    expect((await entryOf(db, id)).name).toBe('Himal Workforce Abroad');
    await sql`update registration set delisted_on = '2026-07-01' where organisation_id = ${id}`.execute(db);
    expect(await entryOf(db, id)).toEqual(await drawnOf(db, id));
    expect((await searchPage({ db, now }, {}, { limit: 5 })).count).toBe(0);
  });

  test('cannot be made to say anything else', async ({ db }) => {
    const { id } = await aListed(db, { name: 'Himal Trek', number: 'LRN000001002603' });
    const { id: other } = await aListed(db, { name: 'Annapurna Trek', number: 'LRN000001012603' });
    const before = await entryOf(db, id);
    await sql`update register_entry set name = 'Another', certificate_status = 'active', valid_until = '2030-01-01'`.execute(
      db,
    );
    expect(await entryOf(db, id)).toEqual(before);
    const refused = [
      sql`delete from register_entry where organisation_id = ${id}`,
      sql`truncate register_entry`,
      sql`update register_entry set organisation_id = ${other} where organisation_id = ${id}`,
      sql`insert into register_entry (organisation_id) values (gen_random_uuid())`,
    ];
    for (const attempt of refused) await expect(attempt.execute(db)).rejects.toThrow();
    expect(await entryOf(db, id)).toEqual(before);
    expect((await entryOf(db, other)).name).toBe('Annapurna Trek');
  });

  test('holds both changes of two transactions that end at once', async ({ db, url }) => {
    const { id } = await aListed(db, { name: 'Himal Trek', number: 'LRN000001002603' });
    const [one, two] = [connect(url, { max: 1 }), connect(url, { max: 1 })];
    try {
      for (let turn = 0; turn < 20; turn += 1) {
        await Promise.all([
          sql`update organisation set name = ${`Himal Trek ${turn}`} where id = ${id}`.execute(one.db),
          sql`update registration set accepted_on = date '2026-03-01' + ${turn}::integer where organisation_id = ${id}`.execute(
            two.db,
          ),
        ]);
        expect(await entryOf(db, id)).toEqual(await drawnOf(db, id));
      }
    } finally {
      await one.db.destroy();
      await two.db.destroy();
    }
  });

  test('is found by where it sends workers, by sector and by country together', async ({ db }) => {
    const { id } = await aListed(db, { name: 'Himal Trek', number: 'LRN000001002603' });
    await aListed(db, { name: 'Annapurna Trek', number: 'LRN000001012603', country: 'PH' });
    await db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`update application set corridors = '{NP-QA,NP-MY,BD-MY}', sectors = '{F}' where organisation_id = ${id}`.execute(
        trx,
      );
    });
    await sql`update register_entry set number = number`.execute(db);
    const names = async (search: Parameters<typeof searchPage>[1]) =>
      (await searchPage({ db, now }, search, { limit: 5 })).entries.map(({ name }) => name);
    expect(await names({ origin: 'BD', destination: 'MY', sector: 'F', country: 'NP' })).toEqual([
      'Himal Trek',
    ]);
    for (const other of [
      { origin: 'QA' },
      { sector: 'C' },
      { country: 'PH' },
      { status: 'certified' as const },
    ])
      expect(await names({ destination: 'QA', ...other }), JSON.stringify(other)).toEqual([]);
  });
});
