import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createList, decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { z } from 'zod';

import {
  liftSuspension,
  suspendCertificate,
  withdrawCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import { placesOfList } from '#app/features/credentials/model.ts';
import { publishAll } from '#app/features/credentials/house.server.ts';
import { encodedList, isSet } from '#app/features/credentials/status-list/bits.server.ts';
import { findList } from '#app/features/credentials/status-list/publish.server.ts';
import { findEntry } from '#app/features/credentials/status-list/queries.server.ts';
import { connect } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension } from '#tests/support/factories/certificates.ts';

import { did, jwt, origin, test } from './api.ts';

const listShape = z.looseObject({ credentialSubject: z.looseObject({ encodedList: z.string() }) });
const encodedIn = (text: string) => listShape.parse(JSON.parse(text)).credentialSubject.encodedList;

const placeOf = async (db: Parameters<typeof findEntry>[0], number: string) => {
  const entry = await findEntry(db, number);
  if (!entry) throw new Error(`${number} has no place`);
  return entry;
};

describe('a list', () => {
  test('is a signed credential of 131,072 places, with an ETag and an end', async ({ ask }) => {
    const response = await ask('/api/v1/status-lists/revocation-1');
    expect(response.headers.get('Content-Type')).toBe('application/vc');
    const text = await response.text();
    const list = z.looseObject({ validFrom: z.string(), validUntil: z.string() }).parse(JSON.parse(text));
    expect(list).toMatchObject({
      issuer: did,
      id: `${origin}/api/v1/status-lists/revocation-1`,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation' },
      proof: { cryptosuite: 'eddsa-jcs-2022' },
    });
    expect(Date.parse(list.validUntil) - Date.parse(list.validFrom)).toBe(24 * 3_600_000);
    expect(isSet(encodedIn(text), 131_071)).toBe(false);
    expect(() => isSet(encodedIn(text), 131_072)).toThrow();
    const etag = response.headers.get('ETag') ?? '';
    expect((await ask('/api/v1/status-lists/revocation-1', { 'If-None-Match': etag })).status).toBe(304);
    const token = await (await ask('/api/v1/status-lists/revocation-1', jwt)).text();
    expect(token.split('.')).toHaveLength(3);
  });

  test('that is none is unknown', async ({ ask }) => {
    for (const id of ['revocation-2', 'revocation-0', 'message-1', '..%2F1', 'revocation-01']) {
      const response = await ask(`/api/v1/status-lists/${id}`);
      expect([id, response.status]).toEqual([id, 404]);
      expect(await response.json()).toMatchObject({ code: 'unknown_status_list' });
    }
  });

  test('shows each change within a second, suspension and its end in one, withdrawal in the other', async ({
    db,
    work,
    house,
  }) => {
    const { number, certificateId, as, officer } = await aCertificate(db, work);
    const { place } = await placeOf(db, number);
    const clock = new Date('2026-03-02T10:00:00Z');
    const bits = async (after: number) => {
      const at = new Date(clock.getTime() + after * 1000);
      const lists = await Promise.all(
        (['revocation', 'suspension'] as const).map((purpose) => findList(house, { purpose, list: 1 }, at)),
      );
      return lists.map((list) => isSet(encodedIn(list?.document ?? ''), place));
    };
    expect(await bits(0)).toEqual([false, false]);
    const scope = as(officer);
    done(await suspendCertificate(scope, certificateId, ownSuspension));
    expect(await bits(1)).toEqual([false, true]);
    done(await liftSuspension(scope, certificateId, { note: 'The receipts were repaid and seen by us.' }));
    expect(await bits(2)).toEqual([false, false]);
    done(await withdrawCertificate(scope, certificateId, { ...ownSuspension, reasonClass: 'fraud' }));
    expect(await bits(3)).toEqual([true, false]);
  });

  test('is the same from every server, byte for byte, until something changes or an hour passes', async ({
    db,
    url,
    house,
  }) => {
    const other = connect(url, { max: 1 });
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 10, minute));
    const name = { purpose: 'revocation', list: 1 } as const;
    const first = await findList(house, name, at(1));
    expect(await findList({ ...house, db: other.db }, name, at(50))).toEqual(first);
    expect((await findList(house, name, at(59)))?.made).toBe(first?.made);
    expect((await findList(house, name, at(60)))?.made).not.toBe(first?.made);
    expect(db).toBe(house.db);
    await other.db.destroy();
  });

  test('that was published is served while the database is down, from disk too, and not past its end', async ({
    url,
    house,
    now,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'lists-'));
    const name = { purpose: 'suspension', list: 1 } as const;
    const before = connect(url, { max: 1 });
    const published = await findList({ ...house, db: before.db, folder }, name, now);
    await before.db.destroy();
    const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
    // By the process that published it, and by one that has just started.
    expect(await findList({ ...house, db: before.db, folder }, name, later(1))).toEqual(published);
    const down = connect('postgres://nobody@127.0.0.1:1/none', { max: 1 });
    expect(await findList({ ...house, db: down.db, folder }, name, later(23))).toEqual(published);
    await expect(findList({ ...house, db: down.db, folder }, name, later(25))).rejects.toThrow();
    await expect(findList({ ...house, db: down.db, folder }, { ...name, list: 2 }, now)).rejects.toThrow();
    await down.db.destroy();
  });

  test('that nobody asked for is published by the clock', async ({ db, now }) => {
    await expect(publishAll({ db, now })).resolves.toBeUndefined();
  });
});

describe('a place', () => {
  test('is given with the certificate, and never taken back, moved or given again', async ({ db, work }) => {
    const { number, certificateId } = await aCertificate(db, work);
    const { list, place } = await placeOf(db, number);
    expect(list).toBe(1);
    const refused = (statement: ReturnType<typeof sql>) => expect(statement.execute(db)).rejects.toThrow();
    await refused(sql`update status_entry set place = (place + 1) & 131071`);
    await refused(sql`delete from status_entry`);
    await refused(sql`truncate status_entry`);
    await refused(
      sql`insert into status_entry (certificate_id, list, place) values (${certificateId}::uuid, 2, 7)`,
    );
    await refused(
      sql`insert into status_entry (certificate_id, list, place) values (gen_random_uuid(), 1, ${place})`,
    );
    await refused(sql`select draw_status_entry(${certificateId}::uuid)`);
  });

  test('where a list is nearly full, the next begins', async ({ db, work, house, now }) => {
    const { certificateId, number } = await aCertificate(db, work);
    await sql`alter table status_entry disable trigger user`.execute(db);
    await sql`alter table status_entry drop constraint status_entry_certificate_id_fkey`.execute(db);
    await sql`delete from status_entry`.execute(db);
    await sql`insert into status_entry select gen_random_uuid(), 1, place from generate_series(0, 131071) place`.execute(
      db,
    );
    await sql`select draw_status_entry(${certificateId}::uuid)`.execute(db);
    expect((await placeOf(db, number)).list).toBe(2);
    expect(await findList(house, { purpose: 'revocation', list: 2 }, now)).toBeDefined();
    expect(await findList(house, { purpose: 'revocation', list: 3 }, now)).toBeUndefined();
  });
});

test('Digital Bazaar’s library reads each place of a list of ours as we do, and we of theirs', async () => {
  const places = [0, 1, 7, 8, 9, 4711, 65_535, 131_070, 131_071];
  const theirs = await decodeList({ encodedList: encodedList(places) });
  expect(theirs.length).toBe(placesOfList);
  const all = Array.from({ length: placesOfList }, (_, place) => place);
  expect(all.filter((place) => theirs.getStatus(place))).toEqual(places);
  const made = await createList({ length: placesOfList });
  for (const place of places) made.setStatus(place, true);
  const encoded = await made.encode();
  expect([...places, 2, 10, 131_069].filter((place) => isSet(encoded, place))).toEqual(places);
});

test('bits stand where the standard counts them: from the left, in a gzip of 16 kB', () => {
  const encoded = encodedList([0, 9, 131_071]);
  expect([0, 1, 8, 9, 10, 131_070, 131_071].filter((place) => isSet(encoded, place))).toEqual([
    0, 9, 131_071,
  ]);
  expect(() => isSet(encoded, -1)).toThrow();
  expect(() => isSet(encoded, 0.5)).toThrow();
  expect(() => isSet(encoded.slice(1), 0)).toThrow();
  expect(() => isSet('uAAAA', 0)).toThrow();
});
