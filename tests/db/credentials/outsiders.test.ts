import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { describe, expect } from 'vitest';
import { z } from 'zod';

import {
  suspendCertificate,
  withdrawCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import { receiptOf } from '#app/features/register/verifications/receipts/receipt.ts';
import { newPrivateJwk } from '#app/platform/signing/ed25519.server.ts';
import { keysIn } from '#app/platform/signing/key-file.server.ts';
import { signingWith } from '#app/platform/signing/signing.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension } from '#tests/support/factories/certificates.ts';
import { outsideDataModel } from '#tests/support/outsiders/data-model.ts';
import { isHere, reference, whereAbsent } from '#tests/support/outsiders/reference.ts';
import { contextsAreHere, outsiders, theirIssuer } from '#tests/support/outsiders/verifier.ts';

import { did, embedded, jwt, origin, test as base } from './api.ts';

const anObject = z.record(z.string(), z.unknown());
const read = (text: string) => anObject.parse(JSON.parse(text));
const inForce = new Date('2026-06-01T00:00:00Z');
const schemaFile = 'untp/schema/dcc/ConformityCredential.json';

type Issued = Awaited<ReturnType<typeof aCertificate>> & {
  document: Record<string, unknown>;
  token: string;
};
type Fixtures = { theirs: ReturnType<typeof outsiders>; issued: Issued };

/** A certificate with its credential in both envelopes, and verifiers of others with what we publish. */
const test = base.extend<Fixtures>({
  theirs: async ({ house, ask }, use) =>
    use(
      outsiders({
        ...{ signing: house.signing, origin },
        lists: async (url) => read(await (await ask(url.slice(origin.length))).text()),
      }),
    ),
  issued: async ({ db, work, ask }, use) => {
    const given = await aCertificate(db, work);
    const text = async (headers: Record<string, string>) =>
      (await ask(`/api/v1/certificates/${given.number}`, headers)).text();
    await use({ ...given, document: read(await text(embedded)), token: await text(jwt) });
  },
});

/** A check as a company asks it. */
const receipt = () =>
  receiptOf(
    {
      id: '6f9619ff-8b86-4011-b42d-00c04fc964ff',
      checkedAt: new Date('2026-05-31T09:00:00Z'),
      items: [{ ref: '1', name: 'Himal' }],
      answers: [{ ref: '1', outcome: 'no_match', reason: 'unknown' }],
    },
    { issuer: did, origin },
  );

describe('Digital Bazaar’s verifier', () => {
  test('accepts a certificate’s credential, finds it in no list, and then suspended or revoked', async ({
    issued: { document, certificateId, as, officer },
    ask,
    theirs,
  }) => {
    expect(await theirs.embedded(document, inForce)).toEqual({ verified: true, why: ' ', set: [false] });
    const status = async () =>
      read(await (await ask(`/api/v1/certificates/${certificateNumber(document)}/status`)).text());
    const now = () => new Date();
    expect(await theirs.embedded(await status(), now())).toMatchObject({
      verified: true,
      set: [false, false],
    });
    done(await suspendCertificate(as(officer), certificateId, ownSuspension));
    await aSecond();
    // A conformity credential cannot say that it is suspended; the signed status can.
    expect(await theirs.embedded(document, inForce)).toMatchObject({ verified: true, set: [false] });
    expect(await theirs.embedded(await status(), now())).toMatchObject({ set: [false, true] });
    done(await withdrawCertificate(as(officer), certificateId, { ...ownSuspension, reasonClass: 'fraud' }));
    await aSecond();
    expect(await theirs.embedded(document, inForce)).toMatchObject({ verified: true, set: [true] });
    expect(await theirs.embedded(await status(), now())).toMatchObject({ set: [true, false] });
  });

  test('refuses it with anything changed, before its first day and after its last', async ({
    issued: { document },
    theirs,
    house,
  }) => {
    const { validUntil: _, ...endless } = document;
    const changed = [
      { ...document, name: 'Another' },
      { ...document, validUntil: '2039-01-01T00:00:00Z' },
      endless,
    ];
    for (const one of changed)
      expect(await theirs.embedded(one, inForce)).toMatchObject({ verified: false, set: undefined });
    for (const [day, why] of [
      ['2026-02-27', 'is before "validFrom"'],
      ['2029-03-02', 'is after "validUntil"'],
    ] as const) {
      const said = await theirs.embedded(document, new Date(`${day}T00:00:00Z`));
      expect([said.verified, said.why]).toEqual([false, expect.stringContaining(why)]);
    }
    // Of another list, or of none: they cannot say, and do not accept.
    const entry = anObject.parse(document['credentialStatus']);
    const elsewhere = { ...entry, statusListCredential: `${origin}/api/v1/status-lists/revocation-9` };
    const moved = await house.signing.embedProof({ ...document, credentialStatus: elsewhere });
    expect(await theirs.embedded(moved, inForce)).toMatchObject({ verified: false });
  });

  test('accepts a receipt, and none with another answer in it', async ({ theirs, house }) => {
    const signed = await house.signing.embedProof(receipt());
    expect(await theirs.embedded(signed, inForce)).toMatchObject({ verified: true });
    const answered = [{ ref: '1', outcome: 'match' }];
    const other = { ...signed, credentialSubject: { ...receipt().credentialSubject, answered } };
    expect(await theirs.embedded(other, inForce)).toMatchObject({ verified: false });
  });
});

test('with one key their issuer and ours sign the same, byte for byte', async ({ house }) => {
  const key = newPrivateJwk();
  const file = join(mkdtempSync(join(tmpdir(), 'their-key-')), 'keys.json');
  writeFileSync(file, JSON.stringify({ keys: [key] }));
  const ours = signingWith({ keyring: keysIn(file, { make: false }), origin: house.origin });
  const now = new Date('2026-06-01T10:00:00Z');
  const signed = anObject.parse(await ours.embedProof(receipt(), now));
  const theirs = await theirIssuer(did, Buffer.from(key.d ?? '', 'base64url'));
  expect(await theirs(receipt(), '2026-06-01T10:00:00Z')).toEqual(signed);
});

describe('jose', () => {
  test('opens an envelope by our DID document, and none with a letter changed or another’s key', async ({
    issued: { token, document },
    theirs,
  }) => {
    const { header, document: inside } = await theirs.envelope(token);
    expect(header).toMatchObject({ alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc' });
    const { proof: _, ...same } = document;
    expect(inside).toEqual(same);
    const [head = '', body = '', tail = ''] = token.split('.');
    const other = Buffer.from(JSON.stringify({ ...document, name: 'Another' })).toString('base64url');
    for (const wrong of [
      `${head}.${other}.${tail}`,
      `${head}.${body}.${tail.slice(0, -4)}AAAA`,
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`,
    ])
      await expect(theirs.envelope(wrong)).rejects.toThrow();
  });

  test('lets through what is signed in a wrong form, and we do not: each has an answer of its own', async ({
    theirs,
    house: { signing },
    verify,
  }) => {
    const list = `${origin}/api/v1/status-lists/revocation-1`;
    const entry = {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListCredential: list,
    };
    const wrong: [object, string][] = [
      [{ ...receipt(), vc: {} }, 'wrong_type'],
      [{ ...receipt(), vp: {} }, 'wrong_type'],
      [{ ...receipt(), type: ['RegisterCheckReceipt'] }, 'wrong_type'],
      [{ ...receipt(), credentialStatus: { ...entry, statusListIndex: 'five' } }, 'wrong_type'],
      [{ ...receipt(), credentialStatus: { ...entry, statusListIndex: '131072' } }, 'status_unavailable'],
      [{ ...receipt(), validUntil: '2026-05-31T10:00:00Z' }, 'expired'],
      [{ ...receipt(), validFrom: '2027-01-01T00:00:00Z' }, 'not_yet_valid'],
    ];
    for (const [one, verdict] of wrong) {
      const token = await signing.signCredential(anObject.parse(one));
      await expect(theirs.envelope(token)).resolves.toBeDefined();
      expect([verdict, (await verify(token, inForce)).verdict]).toEqual([verdict, verdict]);
    }
  });
});

describe('published shapes', () => {
  test('all we sign fits the W3C’s data model, and nothing that leaves it', async ({
    issued: { document, number },
    ask,
    house,
  }) => {
    const status = read(await (await ask(`/api/v1/certificates/${number}/status`)).text());
    const list = read(await (await ask('/api/v1/status-lists/revocation-1')).text());
    const check = await house.signing.embedProof(receipt());
    for (const one of [document, status, list, check]) expect(outsideDataModel(one)).toEqual([]);
    for (const change of [
      { '@context': ['https://www.w3.org/2018/credentials/v1'] },
      { type: ['DigitalConformityCredential'] },
      { issuer: { name: 'nobody' } },
      { validFrom: '2026-03-01' },
      { credentialSubject: {} },
      { credentialStatus: { id: 'https://x.example/1' } },
      { vc: {} },
    ])
      expect([change, outsideDataModel({ ...document, ...change })]).not.toEqual([change, []]);
  });

  test.skipIf(!isHere(schemaFile))(
    `a certificate’s credential fits UNTP’s schema of 0.7.0 (${whereAbsent})`,
    ({ issued: { document } }) => {
      const ajv = new Ajv2020({ strict: false });
      ajvFormats(ajv);
      const fits = ajv.compile(reference(schemaFile));
      expect(fits(document) ? [] : fits.errors).toEqual([]);
      const entry = anObject.parse(document['credentialStatus']);
      expect(fits({ ...document, credentialStatus: { ...entry, statusListIndex: '5' } })).toBe(false);
      expect(fits({ ...document, credentialStatus: [entry] })).toBe(false);
    },
  );

  test.skipIf(!contextsAreHere)(
    `every word of what we sign has a meaning by its contexts (${whereAbsent})`,
    async ({ issued: { document, number }, ask, theirs, house }) => {
      const status = read(await (await ask(`/api/v1/certificates/${number}/status`)).text());
      const list = read(await (await ask('/api/v1/status-lists/revocation-1')).text());
      const check = await house.signing.embedProof(receipt());
      for (const one of [document, status, list, check]) expect(await theirs.expanded(one)).toHaveLength(1);
      await expect(theirs.expanded({ ...status, wholly: 'unknown' })).rejects.toThrow();
      const untyped = { ...document, type: [...z.array(z.string()).parse(document['type']), 'Unknown'] };
      await expect(theirs.expanded(untyped)).rejects.toThrow();
    },
  );
});

const certificateNumber = ({ id }: Record<string, unknown>) => z.string().parse(id).split('/').at(-1) ?? '';
/** A published list is asked of the database once a second. */
const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1100));
