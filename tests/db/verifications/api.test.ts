import { createPublicKey, verify } from 'node:crypto';

import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { z } from 'zod';

import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { aListed, origin } from '#tests/support/factories/listed.ts';
import { test } from '#tests/support/factories/verifications.ts';

const answer = z.object({
  id: z.string().nullable(),
  checkedAt: z.string(),
  receiptUrl: z.string().nullable(),
  results: z.array(z.looseObject({ ref: z.string().nullable(), outcome: z.string() })),
});
const read = async (response: Response) => {
  const body: unknown = await response.json();
  if (response.status !== 200) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  return answer.parse(body);
};
const told = async (response: Response) => {
  const { code } = z.object({ code: z.string() }).parse(await response.json());
  return [response.status, code];
};
const path = (url: string | null) => new URL(url ?? 'http://nowhere.example/').pathname;

describe('a list is checked', () => {
  test('by numbers as people type them, and says where each stands now', async ({
    db,
    work,
    send,
    company,
  }) => {
    const { as, officer, certificateId, number } = await aCertificate(db, work);
    await aListed(db, { name: 'Everest Gate', number: 'LRN00022603', licence: '512/068/69' });
    const items = [
      { ref: 'a', registrationNumber: 'lrn 0001-2603' },
      { ref: 'b', certificateNumber: number.toLowerCase() },
      { ref: 'c', licenceNumber: '512 / 068 / 69' },
      { ref: 'd', registrationNumber: 'LRN99999999' },
    ];
    const { key } = company;
    const { results } = await read(await send({ items }, { key }));
    expect(results).toMatchObject([
      { ref: 'a', outcome: 'match', standing: { status: 'certified' }, match: { on: 'registration_number' } },
      { ref: 'b', outcome: 'match', registrationNumber: 'LRN00012603', match: { on: 'certificate_number' } },
      { ref: 'c', outcome: 'match', name: 'Everest Gate', standing: { status: 'applicant' } },
      { ref: 'd', outcome: 'no_match', reason: 'unknown' },
    ]);
    done(await suspendCertificate(as(officer), certificateId, suspension));
    const after = await read(await send({ items: items.slice(0, 1) }, { key }));
    expect(after.results).toMatchObject([{ standing: { status: 'suspended', reasonClass: 'fees_charged' } }]);
  });

  test('by name: one of it is a match, several are for somebody to choose among', async ({
    db,
    send,
    company,
  }) => {
    await aListed(db, { name: 'Everest Gate', number: 'LRN00022603', trading: ['Sagarmatha'] });
    await aListed(db, { name: 'Sunrise Gulf', number: 'LRN00032603' });
    await aListed(db, { name: 'Sunrise Gulf', number: 'LRN00042603', country: 'BD' });
    const { results } = await read(
      await send(
        [
          { ref: '1', name: ' everest \u202eGATE\u0007 ' },
          { ref: '2', name: 'Sagarmatha' },
          { ref: '3', name: 'Sunrise Gulf' },
          { ref: '4', name: 'Sunrise Gulf', country: 'bd' },
          { name: 'Qqxyz Vvwk' },
        ],
        { key: company.key },
      ),
    );
    expect(results).toMatchObject([
      { ref: '1', outcome: 'match', registrationNumber: 'LRN00022603' },
      { ref: '2', outcome: 'match', registrationNumber: 'LRN00022603', match: { on: 'trading_name' } },
      { ref: '3', outcome: 'ambiguous' },
      { ref: '4', outcome: 'match', registrationNumber: 'LRN00042603' },
      { ref: null, outcome: 'no_match', reason: 'unknown' },
    ]);
    expect(results[2]?.['candidates']).toHaveLength(2);
  });

  test('a number under a name or in a country that are not its holder’s is no match', async ({
    db,
    send,
    company,
  }) => {
    await aListed(db, { name: 'Everest Gate', number: 'LRN00022603' });
    await aListed(db, { name: 'Sunrise Gulf', number: 'LRN00032603', licence: '7' });
    const { results } = await read(
      await send(
        [
          { registrationNumber: 'LRN00022603', name: 'Everest Gate Overseas' },
          { registrationNumber: 'LRN00022603', name: 'Al Noor Manpower' },
          { registrationNumber: 'LRN00022603', country: 'QA' },
          { registrationNumber: 'LRN00022603', licenceNumber: '7' },
          { registrationNumber: 'LRN99999999', name: 'Sunrise Gulf' },
        ],
        { key: company.key },
      ),
    );
    const outcomes = ['match', 'ambiguous', 'ambiguous', 'ambiguous', 'ambiguous'];
    expect(results.map(({ outcome }) => outcome)).toEqual(outcomes);
  });

  test('whoever was taken off the register is told from whom nobody knows', async ({ db, send, company }) => {
    await aListed(db, { name: 'Everest Gate', number: 'LRN00022603' });
    await db.updateTable('registration').set({ delisted_on: '2026-03-02' }).execute();
    const { results } = await read(
      await send([{ registrationNumber: 'LRN00022603' }, { name: 'Everest Gate' }], { key: company.key }),
    );
    expect(results.map((result) => result['reason'])).toEqual(['removed', 'unknown']);
  });

  test('as CSV', async ({ db, send, company }) => {
    await aListed(db, { name: 'Everest Gate', number: 'LRN00022603' });
    const csv = 'ref,registrationNumber,Comment\r\nx,LRN00022603,"a, b"\r\ny,LRN1,\r\n';
    const { results } = await read(
      await send(csv, { key: company.key, headers: { 'Content-Type': 'text/csv; charset=utf-8' } }),
    );
    expect(results).toMatchObject([
      { ref: 'x', outcome: 'match' },
      { ref: 'y', outcome: 'no_match' },
    ]);
  });
});

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ registrationNumber: `LRN${at}` }));

describe('bad input is answered in words', () => {
  test.for<[string, unknown, Record<string, string>, number, string]>([
    ['10,001 items', many(10_001), {}, 413, 'too_many_items'],
    ['10,001 rows', `name\n${'a\n'.repeat(10_001)}`, { 'Content-Type': 'text/csv' }, 413, 'too_many_items'],
    ['no item', { items: [] }, {}, 400, 'invalid_body'],
    ['no list', { item: 1 }, {}, 400, 'invalid_body'],
    ['no JSON', '{"items": [', {}, 400, 'invalid_body'],
    ['an item that asks nothing', [{ ref: 'a', name: ' \u202e ' }], {}, 400, 'invalid_body'],
    ['a country that is none', [{ name: 'a', country: 'XX' }], {}, 400, 'invalid_body'],
    ['a day that is none', [{ name: 'a', asOf: '2026-02-30' }], {}, 400, 'invalid_body'],
    ['a day that lies ahead', [{ name: 'a', asOf: '2199-01-01' }], {}, 400, 'invalid_body'],
    ['a member that is none', [{ nam: 'a' }], {}, 400, 'invalid_body'],
    ['a name without end', [{ name: 'a'.repeat(501) }], {}, 400, 'invalid_body'],
    ['columns that are none', 'a,b\n1,2\n', { 'Content-Type': 'text/csv' }, 400, 'invalid_body'],
    ['another media type', '<a/>', { 'Content-Type': 'application/xml' }, 415, 'unsupported_media_type'],
    ['50 MB of nothing', ' '.repeat(50 * 1024 * 1024), {}, 413, 'too_large'],
    ['a key that is none', [{ name: 'a' }], { 'Idempotency-Key': 'a b' }, 400, 'invalid_parameter'],
  ])('%s', async ([, body, headers, status, code], { send, company }) => {
    expect(await told(await send(body, { key: company.key, headers }))).toEqual([status, code]);
  });

  test('which item it is stands in the answer', async ({ send }) => {
    const response = await send([{ name: 'a' }, { name: 7 }]);
    expect(await response.json()).toMatchObject({ detail: 'item 2: name is text' });
  });

  test('an address that takes no body says what it takes', async ({ ask }) => {
    const posted = await ask('/api/v1/recruiters', { method: 'POST', body: '{}' });
    expect([posted.status, posted.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
    const put = await ask('/api/v1/verifications', { method: 'PUT', body: '{}' });
    expect([put.status, put.headers.get('Allow')]).toEqual([405, 'POST']);
  });
});

describe('an Idempotency-Key', () => {
  const items = [{ ref: '1', registrationNumber: 'LRN00022603' }];
  const headers = { 'Idempotency-Key': 'order-17' };

  test('answers the same to the same, whatever changed since; another body is refused', async ({
    db,
    send,
    company,
  }) => {
    const { key } = company;
    const first = await (await send({ items }, { key, headers })).text();
    await aListed(db, { name: 'Everest Gate', number: 'LRN00022603' });
    expect(await (await send({ items }, { key, headers })).text()).toBe(first);
    expect(await told(await send({ items: many(1) }, { key, headers }))).toEqual([409, 'key_reused']);
    const anew = await read(await send({ items }, { key }));
    expect(anew.results).toMatchObject([{ outcome: 'match' }]);
  });

  test('sent at once is answered once', async ({ db, send, company }) => {
    const { key } = company;
    const sent = await Promise.all(
      [1, 2, 3, 4].map(async () => (await send({ items }, { key, headers })).text()),
    );
    expect(new Set(sent).size).toBe(1);
    expect(await db.selectFrom('verification').select('id').execute()).toHaveLength(1);
  });
});

const vc = z.looseObject({
  issuer: z.looseObject({ id: z.string() }),
  validFrom: z.string(),
  credentialSubject: z.looseObject({ asked: z.array(z.unknown()), answered: z.array(z.unknown()) }),
});
const jwkOf = z.looseObject({
  id: z.string(),
  publicKeyJwk: z.looseObject({ kty: z.string(), x: z.string() }).optional(),
});

describe('a receipt', () => {
  test('says what was asked and answered, and verifies with nothing but the DID document', async ({
    db,
    send,
    ask,
    company,
    signing,
  }) => {
    await aListed(db, { name: 'Everest Gate', number: 'LRN00022603' });
    const items = [{ ref: 'ñ', registrationNumber: 'LRN00022603' }, { name: 'Nobody' }];
    const { key } = company;
    const { receiptUrl, results, checkedAt, id } = await read(await send({ items }, { key }));
    expect(receiptUrl).toBe(`${origin}/api/v1/verifications/${id ?? ''}/receipt`);
    const response = await ask(path(receiptUrl), { headers: { Authorization: `Bearer ${key}` } });
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'application/vc+jwt']);
    const [header = '', payload = '', signature = ''] = (await response.text()).split('.');
    const { kid, typ } = z
      .looseObject({ kid: z.string(), typ: z.string() })
      .parse(JSON.parse(Buffer.from(header, 'base64url').toString()));
    expect(typ).toBe('vc+jwt');
    const { verificationMethod } = await signing.didDocument();
    const jwk = verificationMethod
      .map((method) => jwkOf.parse(method))
      .find((method) => method.id === kid)?.publicKeyJwk;
    const publicKey = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    const signed = (text: string) =>
      verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url'));
    expect(signed(`${header}.${payload}`)).toBe(true);
    const said = vc.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    expect(said.credentialSubject).toMatchObject({
      asked: items,
      answered: results,
      asKnownAt: checkedAt,
      count: 2,
    });
    const other = Buffer.from(JSON.stringify({ ...said, validFrom: '2020-01-01T00:00:00Z' })).toString(
      'base64url',
    );
    expect(signed(`${header}.${other}`)).toBe(false);
  });

  test('is had by whoever asked and by no other company, nor without its key', async ({
    db,
    send,
    ask,
    company,
  }) => {
    const { receiptUrl } = await read(await send([{ name: 'Nobody' }], { key: company.key }));
    expect(await told(await ask(path(receiptUrl)))).toEqual([404, 'unknown_verification']);
    expect(await told(await ask('/api/v1/verifications/1/receipt'))).toEqual([404, 'unknown_verification']);
    const kept = await db.selectFrom('verification').selectAll().executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ organisation_id: company.id, channel: 'api', unmatched: 1 });
  });

  test('without a key is left on request alone, for few items, and says nobody’s name', async ({
    db,
    send,
    ask,
  }) => {
    const silent = await read(await send([{ name: 'Nobody' }]));
    expect([silent.id, silent.receiptUrl]).toEqual([null, null]);
    expect(await db.selectFrom('verification').select('id').execute()).toEqual([]);
    const asked = { path: '/api/v1/verifications?receipt=true' };
    const { receiptUrl } = await read(await send([{ name: 'Nobody' }], asked));
    expect((await ask(path(receiptUrl))).status).toBe(200);
    expect(await db.selectFrom('verification').select(['organisation_id', 'asked_by']).execute()).toEqual([
      { organisation_id: null, asked_by: null },
    ]);
    expect(await told(await send(many(101), asked))).toEqual([413, 'too_many_items']);
  });

  test('stays as it is, whoever tries', async ({ db, send, company }) => {
    await read(await send([{ name: 'Nobody' }], { key: company.key }));
    for (const change of [
      sql`update verification set receipt = 'a.b.c'`,
      sql`delete from verification_line`,
      sql`update verification_line set outcome = 'match'`,
      sql`truncate verification cascade`,
    ])
      await expect(change.execute(db)).rejects.toThrow('append-only');
  });
});

test('ten thousand numbers are answered within seconds', async ({ send, company }) => {
  const begun = performance.now();
  const response = await send(many(10_000), { key: company.key });
  const { results } = await read(response);
  expect(results).toHaveLength(10_000);
  expect(performance.now() - begun).toBeLessThan(10_000);
});
