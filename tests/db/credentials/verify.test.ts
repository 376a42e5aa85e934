import { describe, expect } from 'vitest';
import { z } from 'zod';

import {
  liftSuspension,
  suspendCertificate,
  withdrawCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import { verifyCredential } from '#app/features/credentials/verify/verify.server.ts';
import { digestOf } from '#app/features/register/verifications/receipts/kept.server.ts';
import { receiptOf } from '#app/features/register/verifications/receipts/receipt.ts';
import { keysIn } from '#app/platform/signing/key-file.server.ts';
import { signingWith } from '#app/platform/signing/signing.server.ts';
import { connect } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension } from '#tests/support/factories/certificates.ts';

import { did, embedded, jwt, origin, test } from './api.ts';

const anObject = z.record(z.string(), z.unknown());
const read = (text: string) => anObject.parse(JSON.parse(text));
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const inForce = new Date('2026-06-01T00:00:00Z');

/** A receipt of ours: signed, of another kind, and without a place in a list. */
const receipt = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential', 'ReceiptCredential'],
  issuer: did,
  validFrom: '2026-03-01T00:00:00Z',
  name: 'A receipt',
  credentialSubject: { id: `${origin}/x`, answers: [] },
};
const listed = (entry: object) => ({
  ...receipt,
  credentialStatus: {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: 5,
    statusListCredential: `${origin}/api/v1/status-lists/revocation-1`,
    ...entry,
  },
});

describe('a certificate’s credential', () => {
  test('is valid in either envelope, suspended while it is, and revoked for ever', async ({
    db,
    work,
    ask,
    verify,
  }) => {
    const { number, certificateId, as, officer } = await aCertificate(db, work);
    const token = await (await ask(`/api/v1/certificates/${number}`, jwt)).text();
    const document = await (await ask(`/api/v1/certificates/${number}`, embedded)).text();
    const around = JSON.stringify({
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${token}`,
    });
    let second = 0;
    // Each question a second later, as people ask.
    const all = async () => {
      const at = new Date(inForce.getTime() + (second += 2) * 1000);
      return Promise.all(
        [token, document, ` ${token}\n`, around].map(async (one) => (await verify(one, at)).verdict),
      );
    };
    const four = (verdict: string) => [verdict, verdict, verdict, verdict];
    expect(await all()).toEqual(four('valid'));
    expect(await verify(token, new Date('2026-02-28T23:59:59Z'))).toMatchObject({ verdict: 'not_yet_valid' });
    expect(await verify(token, new Date('2029-02-28T23:59:59Z'))).toMatchObject({ verdict: 'valid' });
    expect(await verify(token, new Date('2029-03-01T00:00:00Z'))).toMatchObject({ verdict: 'expired' });
    done(await suspendCertificate(as(officer), certificateId, ownSuspension));
    expect(await all()).toEqual(four('suspended'));
    done(
      await liftSuspension(as(officer), certificateId, { note: 'Its new office was seen and is in order.' }),
    );
    expect(await all()).toEqual(four('valid'));
    done(await withdrawCertificate(as(officer), certificateId, { ...ownSuspension, reasonClass: 'fraud' }));
    expect(await all()).toEqual(four('revoked'));
  });

  test('says what it is only where the signature is right; one letter changed is a bad signature', async ({
    db,
    work,
    ask,
    verify,
  }) => {
    const { number } = await aCertificate(db, work);
    const token = await (await ask(`/api/v1/certificates/${number}`, jwt)).text();
    expect(await verify(token, inForce)).toEqual({
      verdict: 'valid',
      kind: 'DigitalConformityCredential',
      name: `Ethical recruitment certificate ${number}`,
      subject: `${origin}/verify/${number}`,
      digest: digestOf(token),
    });
    const document = read(await (await ask(`/api/v1/certificates/${number}`, embedded)).text());
    const [head = '', body = '', tail = ''] = token.split('.');
    const payload = read(Buffer.from(body, 'base64url').toString());
    const forged = [head, encoded({ ...payload, validUntil: '2039-01-01T00:00:00Z' }), tail].join('.');
    expect(await verify(forged, inForce)).toEqual({ verdict: 'bad_signature' });
    const changed = JSON.stringify({ ...document, validUntil: '2039-01-01T00:00:00Z' });
    expect(await verify(changed, inForce)).toEqual({ verdict: 'bad_signature' });
    const without = { ...document };
    delete without['credentialStatus'];
    expect(await verify(JSON.stringify(without), inForce)).toEqual({ verdict: 'wrong_type' });
  });

  test('has no status while the database is down: never valid, and its days still count', async ({
    db,
    work,
    ask,
    house,
  }) => {
    const { number } = await aCertificate(db, work);
    const token = await (await ask(`/api/v1/certificates/${number}`, jwt)).text();
    const down = connect('postgres://nobody@127.0.0.1:1/none', { max: 1 });
    const asked = (day: string) => verifyCredential({ ...house, db: down.db }, token, new Date(day));
    expect(await asked('2026-06-01')).toMatchObject({ verdict: 'status_unavailable' });
    expect(await asked('2030-01-01')).toMatchObject({ verdict: 'expired' });
    await down.db.destroy();
  });
});

test('the signed status of a certificate says where it stands at that moment, and verifies', async ({
  db,
  work,
  ask,
  verify,
}) => {
  const { number, certificateId, as, officer } = await aCertificate(db, work);
  const asked = async () => {
    const text = await (await ask(`/api/v1/certificates/${number}/status`)).text();
    const { credentialSubject: subject, ...rest } = read(text);
    return { subject, text, rest };
  };
  const first = await asked();
  expect(first.subject).toMatchObject({ certificateNumber: number, status: 'active', underWatch: false });
  expect(first.subject).toHaveProperty('asOf');
  expect(await verify(first.text)).toMatchObject({ verdict: 'valid' });
  const { validFrom, validUntil } = z
    .object({ validFrom: z.string(), validUntil: z.string() })
    .parse(first.rest);
  expect(Date.parse(validUntil) - Date.parse(validFrom)).toBe(15 * 60_000);
  done(await suspendCertificate(as(officer), certificateId, ownSuspension));
  expect((await asked()).subject).toMatchObject({ status: 'suspended', reasonClass: 'own_request' });
  done(await withdrawCertificate(as(officer), certificateId, { ...ownSuspension, reasonClass: 'fraud' }));
  expect((await asked()).subject).toMatchObject({ status: 'withdrawn', reasonClass: 'fraud' });
  const token = await (await ask(`/api/v1/certificates/${number}/status`, jwt)).text();
  expect(await verify(token, new Date(Date.now() + 5000))).toMatchObject({ verdict: 'revoked' });
  expect((await ask('/api/v1/certificates/ERC-2026-99999/status')).status).toBe(404);
});

describe('a receipt', () => {
  test('without a place in a list is valid by its signature and its days alone', async ({
    house,
    verify,
  }) => {
    const { signing } = house;
    for (const sent of [
      await signing.signCredential(receipt),
      JSON.stringify(await signing.embedProof(receipt)),
    ]) {
      expect(await verify(sent)).toMatchObject({
        verdict: 'valid',
        kind: 'ReceiptCredential',
        name: 'A receipt',
        subject: `${origin}/x`,
      });
      expect(await verify(sent, new Date('2026-02-01'))).toMatchObject({ verdict: 'not_yet_valid' });
    }
  });

  test('is worth what the place it names says, in a number or in words, and nothing where there is none', async ({
    house,
    verify,
  }) => {
    const cases: [object, string][] = [
      [{}, 'valid'],
      [{ statusListIndex: '5' }, 'valid'],
      [{ statusListIndex: 131_072 }, 'status_unavailable'],
      [{ statusListCredential: `${origin}/api/v1/status-lists/revocation-9` }, 'status_unavailable'],
      [{ statusListCredential: 'http://169.254.169.254/latest' }, 'status_unavailable'],
      [{ statusPurpose: 'suspension' }, 'status_unavailable'],
      [{ statusListIndex: -1 }, 'wrong_type'],
      [{ statusListIndex: 0.5 }, 'wrong_type'],
      [{ statusListIndex: '5; drop' }, 'wrong_type'],
      [{ type: 'StatusList2021Entry' }, 'wrong_type'],
    ];
    for (const [entry, verdict] of cases) {
      const { verdict: said } = await verify(await house.signing.signCredential(listed(entry)));
      expect([entry, said]).toEqual([entry, verdict]);
    }
  });
});

test('the receipt of the longest list is verified as well, with one letter changed as well', async ({
  house,
  verify,
}) => {
  const standing = { status: 'certified_under_watch', since: '2026-03-01T09:00:00.000Z', reasonClass: null };
  const one = { registrationNumber: 'LRN00012603', name: 'An agency of a usual length', nameLocal: null };
  const candidates = Array.from({ length: 5 }, () => ({
    ...{ ...one, country: 'NP', standing, match: { score: 0.71, on: 'trading_name' as const } },
  }));
  const items = Array.from({ length: 10_000 }, (_, at) => ({
    ref: String(at),
    name: 'Agency of usual length',
  }));
  const answers = items.map(({ ref }) => ({ ref, outcome: 'ambiguous' as const, candidates }));
  const checked = { id: crypto.randomUUID(), checkedAt: new Date('2026-03-01T09:00:00Z'), items, answers };
  const token = await house.signing.signCredential(receiptOf(checked, { issuer: did, origin }));
  expect(token.length).toBeGreaterThan(15_000_000);
  expect(await verify(token)).toMatchObject({ verdict: 'valid', kind: 'RegisterCheckReceipt' });
  const half = Math.floor(token.length / 2);
  const changed = `${token.slice(0, half)}${token[half] === 'A' ? 'B' : 'A'}${token.slice(half + 1)}`;
  expect(['bad_signature', 'unreadable']).toContain((await verify(changed)).verdict);
});

describe('what is not ours', () => {
  const stranger = (at: string) =>
    signingWith({ keyring: keysIn(`.cache/tests/${crypto.randomUUID()}.json`, { make: true }), origin: at });

  test('is of an unknown issuer, and is not asked for', async ({ verify }) => {
    for (const at of ['https://other.example', 'http://127.0.0.1:9', 'http://169.254.169.254']) {
      const signing = stranger(at);
      const theirs = { ...receipt, issuer: { id: signing.did } };
      expect(await verify(await signing.signCredential(theirs))).toEqual({ verdict: 'unknown_issuer' });
      expect(await verify(JSON.stringify(await signing.embedProof(theirs)))).toEqual({
        verdict: 'unknown_issuer',
      });
    }
  });

  test('in our name with another’s key is a bad signature', async ({ house, verify }) => {
    const forger = stranger(origin);
    expect(await verify(await forger.signCredential(receipt))).toEqual({ verdict: 'bad_signature' });
    const document = await forger.embedProof(receipt);
    expect(await verify(JSON.stringify(document))).toEqual({ verdict: 'bad_signature' });
    const { proof } = await house.signing.embedProof({ ...receipt, name: 'Another' });
    expect(await verify(JSON.stringify({ ...document, proof }))).toEqual({ verdict: 'bad_signature' });
  });

  test('in a wrong form is of a wrong type, even rightly signed', async ({ house, verify }) => {
    const inner = [
      { ...receipt, '@context': ['https://www.w3.org/2018/credentials/v1'] },
      { ...receipt, '@context': 'https://www.w3.org/ns/credentials/v2' },
      { ...receipt, type: ['ReceiptCredential'] },
      { ...receipt, validFrom: 'yesterday' },
      { ...receipt, validFrom: '2026-03-01' },
      { ...receipt, validUntil: 7 },
      { ...receipt, credentialSubject: 'words' },
      { ...receipt, vc: {} },
      { ...receipt, type: ['VerifiableCredential', 'DigitalConformityCredential'] },
    ];
    for (const one of inner)
      expect([one, await verify(await house.signing.signCredential(one))]).toEqual([
        one,
        { verdict: 'wrong_type' },
      ]);
    const token = await house.signing.signCredential(receipt);
    const [, body = '', tail = ''] = token.split('.');
    for (const header of [
      { alg: 'none', typ: 'vc+jwt', kid: `${did}#x` },
      { alg: 'HS256', typ: 'vc+jwt', kid: `${did}#x` },
      { alg: 'EdDSA', typ: 'JWT', kid: `${did}#x` },
    ])
      expect(await verify([encoded(header), body, tail].join('.'))).toEqual({ verdict: 'wrong_type' });
    expect(await verify(JSON.stringify(receipt))).toEqual({ verdict: 'wrong_type' });
  });

  test('at all is answered in words, however it nests and however long it is', async ({ verify }) => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const wide = `{"@context":${'['.repeat(400_000)}${']'.repeat(400_000)}}`;
    const long = 'x'.repeat(50_000_000);
    for (const text of [
      '',
      '  ',
      'words',
      '{',
      '[]',
      'null',
      '{"a":1',
      deep,
      wide,
      long,
      'a.b.c',
      `${encoded({})}.${encoded(deep)}.x`,
    ])
      expect(['unreadable', 'wrong_type']).toContain((await verify(text)).verdict);
    const nested = `${encoded({ alg: 'EdDSA', typ: 'vc+jwt', kid: 'x' })}.${Buffer.from(deep).toString('base64url')}.AA`;
    expect(await verify(nested)).toEqual({ verdict: 'unreadable' });
  });
});
