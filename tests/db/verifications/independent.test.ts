import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect } from 'vitest';
import { z } from 'zod';

import { receiptOf } from '#app/features/register/verifications/receipts/receipt.ts';
import { rotateKeys, keysIn } from '#app/platform/signing/key-file.server.ts';
import { signingWith } from '#app/platform/signing/signing.server.ts';
import { aListed, origin } from '#tests/support/factories/listed.ts';
import { test } from '#tests/support/factories/verifications.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const onPython = hasPython ? describe : describe.skip;

const folder = mkdtempSync(join(tmpdir(), 'receipt-'));
/** Runs the program we hand out, as a stranger would: with two files, and nothing of ours. */
function program(token: string, did: object) {
  const [receipt, keys] = [join(folder, 'receipt.jwt'), join(folder, 'did.json')];
  writeFileSync(receipt, token);
  writeFileSync(keys, JSON.stringify(did));
  const { status, stdout } = spawnSync('python3', ['-I', 'public/verify_receipt.py', receipt, keys], {
    encoding: 'utf8',
  });
  return { status, said: stdout };
}

/** A second signature from a right one: RFC 8032 refuses it, and many a short program does not. */
function withOrderAdded(signature: Buffer) {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const number = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order;
  const end = Buffer.from(number.toString(16).padStart(64, '0'), 'hex').reverse();
  return Buffer.concat([signature.subarray(0, 32), end]);
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const did = 'did:web:scheme.example';
const checked = {
  id: '6f9619ff-8b86-4011-b42d-00c04fc964ff',
  checkedAt: new Date('2026-05-31T09:00:00Z'),
  items: [{ name: 'Himal\u202e' }],
  answers: [{ ref: null, outcome: 'no_match' as const, reason: 'unknown' as const }],
};

onPython('the program in Python (skipped where there is no python3)', () => {
  test('reads a receipt of the API with nothing but did.json, years and keys later', async ({
    db,
    ask,
    send,
    company,
    signing,
  }) => {
    await aListed(db, { name: 'হিমাল Recruiting', number: 'LRN00022603' });
    const items = [{ ref: 'a', registrationNumber: 'LRN00022603' }, { name: 'Nobody' }];
    const sent = await send({ items }, { key: company.key });
    const { receiptUrl } = z.object({ receiptUrl: z.string() }).parse(await sent.json());
    const headers = { Authorization: `Bearer ${company.key}` };
    const token = await (await ask(receiptUrl.slice(origin.length), { headers })).text();
    const { status, said } = program(token, await signing.didDocument());
    expect(said).toContain(`VALID: signed by ${did}`);
    expect(said).toContain('1. LRN00022603 -> হিমাল Recruiting (LRN00022603): applicant since ');
    expect(said).toContain('2. Nobody -> not found (unknown)');
    expect(status).toBe(0);
  });

  test('refuses what was changed, is of others, in a wrong form or of another day, each with its reason', async () => {
    const file = join(folder, 'keys.json');
    const at = (where: string) => signingWith({ keyring: keysIn(file, { make: true }), origin: where });
    const ours = at(origin);
    const receipt = receiptOf(checked, { issuer: did, origin });
    const token = await ours.signCredential(receipt);
    rotateKeys(file);
    const keys = await ours.didDocument();
    expect(program(token, keys).said).toContain('1. Himal? -> not found (unknown)');

    const [head = '', body = '', tail = ''] = token.split('.');
    const header = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(Buffer.from(head, 'base64url').toString()));
    const signed = (change: object) => ours.signCredential({ ...receipt, ...change });
    const stranger = at('https://other.example');
    const theirs = receiptOf(checked, { issuer: stranger.did, origin });
    const higher = withOrderAdded(Buffer.from(tail, 'base64url'));
    const wrong: [string, object, string][] = [
      [
        `${head}.${encoded({ ...receipt, validFrom: '2020-01-01T00:00:00Z' })}.${tail}`,
        keys,
        'signature is wrong',
      ],
      [`${head}.${body}.${higher.toString('base64url')}`, keys, 'signature is wrong'],
      [`${encoded({ ...header, alg: 'none' })}.${body}.`, keys, 'signed in a way'],
      [`${encoded({ ...header, typ: 'JWT' })}.${body}.${tail}`, keys, 'typ or cty'],
      [`${encoded({ ...header, cty: 'vp' })}.${body}.${tail}`, keys, 'typ or cty'],
      [await stranger.signCredential(theirs), keys, 'does not know'],
      [await ours.signCredential(receipt), await at('https://other.example').didDocument(), 'does not know'],
      [await signed({ type: ['VerifiableCredential', 'Other'] }), keys, 'no receipt'],
      [await signed({ vc: {} }), keys, 'no credential'],
      [await signed({ validFrom: '2999-01-01T00:00:00Z' }), keys, 'in the future'],
      [await signed({ validUntil: '2026-06-01T00:00:00Z' }), keys, 'last day has passed'],
      [await signed({ validFrom: 'soon' }), keys, 'a date that is none'],
      [
        await signed({ credentialSubject: { ...receipt.credentialSubject, count: 2 } }),
        keys,
        'as many answers',
      ],
      ['words', keys, 'no token'],
      ['a.b', keys, 'no token'],
    ];
    for (const [sent, document, why] of wrong) {
      const { status, said } = program(sent, document);
      expect([why, status, said]).toEqual([why, 1, expect.stringContaining(why)]);
      expect(said).toMatch(/^NOT VALID: /);
    }
  });
});
