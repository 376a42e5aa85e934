import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';

import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { z } from 'zod';

import { partsOf } from '#app/commands/bench/register/names.ts';
import { buildDump } from '#app/features/register/dump/commands.server.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { isEnvelopedBy } from '#app/platform/signing/jose.server.ts';
import { signingAt } from '#app/platform/signing/signing.server.ts';
import { fillWithRecruiters } from '#db/embedded/many-recruiters.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { test, type Source } from '#tests/support/dumped.ts';

const path = '/api/v1/dump';
const morning = new Date('2026-11-28T00:03:00Z');
const noon = new Date('2026-11-28T08:03:00Z');
const since = (at: Date) => `${path}?since=${encodeURIComponent(at.toISOString())}`;
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const line = z.looseObject({ end: z.unknown().optional() });
const linesIn = (bytes: Buffer) =>
  gunzipSync(bytes)
    .toString()
    .trim()
    .split('\n')
    .map((text) => line.parse(JSON.parse(text)));
const codeOf = async (response: Response) =>
  [response.status, z.looseObject({ code: z.string() }).parse(await response.json()).code] as const;

const claims = z.looseObject({
  issuer: z.string(),
  credentialSubject: z.looseObject({ digestSRI: z.string() }),
});
const claimsOf = (token: string) =>
  claims.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));

async function isSigned({ origin }: Source, token: string) {
  const keys = await signingAt(origin).keyring.publicKeys();
  return (await Promise.all(keys.map(({ bytes }) => isEnvelopedBy(token, bytes)))).includes(true);
}

describe('the dump', () => {
  test('is not there before the first was built, and says so', async ({ source }) => {
    expect(await codeOf(await source.ask(path))).toEqual([404, 'no_dump']);
    expect(await codeOf(await source.ask(since(morning)))).toEqual([404, 'no_dump']);
    for (const wrong of ['yesterday', '2026-13-01T00:00:00Z', '2026-11-28'])
      expect(await codeOf(await source.ask(`${path}?since=${wrong}`))).toEqual([400, 'invalid_parameter']);
  });

  test('is the register in lines, with its size, its sum and a signature over it', async ({
    db,
    work,
    source,
  }) => {
    await aCertificate(db, work);
    await source.build(morning);
    const response = await source.ask(path);
    expect(response.headers.get('Content-Type')).toBe('application/gzip');
    const bytes = await bytesOf(response);
    expect(response.headers.get('Content-Length')).toBe(String(bytes.length));
    const sum = createHash('sha256').update(bytes).digest('base64');
    expect(response.headers.get('Repr-Digest')).toBe(`sha-256=:${sum}:`);
    expect(linesIn(bytes)).toMatchObject([
      { dump: 'fairroute-register', asOf: morning.toISOString(), since: null },
      {
        recruiter: { registrationNumber: 'LRN00012603', standing: { status: 'certified' } },
        history: [{ status: 'certified' }, { status: 'applicant' }],
        certificates: [{ counts: true, statusListEntry: { list: 1, index: expect.any(Number) } }],
      },
      { end: { recruiters: 1, removed: 0 } },
    ]);
    const token = response.headers.get('Dump-Signature') ?? '';
    expect(await (await source.ask(`${path}/signature`)).text()).toBe(token);
    expect(await isSigned(source, token)).toBe(true);
    const said = claimsOf(token);
    expect(said.issuer).toBe(signingAt(source.origin).did);
    expect(said.credentialSubject).toMatchObject({
      digestSRI: `sha256-${sum}`,
      bytes: bytes.length,
      recruiters: 1,
    });
  });

  test('names everybody once, however many', async ({ db, source }) => {
    await fillWithRecruiters(db, 1100, partsOf());
    await source.build(morning);
    const told = linesIn(await bytesOf(await source.ask(path))).flatMap((one) => {
      const named = z.object({ recruiter: z.object({ registrationNumber: z.string() }) }).safeParse(one);
      return named.success ? [named.data.recruiter.registrationNumber] : [];
    });
    const listed = await db.selectFrom('registration').select('number').orderBy('number').execute();
    expect(told).toHaveLength(1100);
    expect(told).toEqual(listed.map(({ number }) => number));
  });

  test('is not sent again to whoever has it, and goes on where it was cut', async ({ db, work, source }) => {
    await aCertificate(db, work);
    await source.build(morning);
    const whole = await source.ask(path);
    const bytes = await bytesOf(whole);
    const etag = whole.headers.get('ETag') ?? '';
    expect((await source.ask(path, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    const head = await source.ask(path, { method: 'HEAD' });
    expect([head.status, head.headers.get('Content-Length')]).toEqual([200, String(bytes.length)]);
    const rest = await source.ask(path, { headers: { Range: 'bytes=100-', 'If-Range': etag } });
    expect([rest.status, rest.headers.get('Content-Range')]).toEqual([
      206,
      `bytes 100-${bytes.length - 1}/${bytes.length}`,
    ]);
    expect(Buffer.compare(await bytesOf(rest), bytes.subarray(100))).toBe(0);
    const other = await source.ask(path, { headers: { Range: 'bytes=100-', 'If-Range': '"of-another"' } });
    expect([other.status, (await bytesOf(other)).length]).toEqual([200, bytes.length]);
    expect((await source.ask(path, { headers: { Range: `bytes=${bytes.length}-` } })).status).toBe(416);
  });

  test('that the storage does not give is unavailable, never an empty one', async ({ db, work, source }) => {
    await aCertificate(db, work);
    await source.build(morning);
    for (const { key } of await db.selectFrom('register_dump').select('storage_key as key').execute())
      await source.store.storage.remove(key);
    expect(await codeOf(await source.ask(path))).toEqual([503, 'unavailable']);
  });
});

/** A disk that takes nothing. */
const write = (content: Readable) => {
  content.destroy();
  return Promise.reject(new Error('no room'));
};

describe('changes', () => {
  test('are those since an earlier dump, the calendar’s as well, joined and signed', async ({
    db,
    work,
    source,
  }) => {
    const given = await aCertificate(db, work);
    const [morning, noon, later] = ['2029-02-26', '2029-02-27', '2029-03-02'].map(
      (day) => new Date(`${day}T00:03:00Z`),
    );
    if (!morning || !noon || !later) throw new Error('no days');
    await source.build(morning);
    expect(linesIn(await bytesOf(await source.ask(since(morning))))).toMatchObject([
      { since: morning.toISOString() },
      { end: { recruiters: 0, removed: 0 } },
    ]);
    done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
    await source.build(noon);
    expect(linesIn(await bytesOf(await source.ask(since(morning))))).toMatchObject([
      { since: morning.toISOString(), asOf: noon.toISOString() },
      { recruiter: { standing: { status: 'suspended' } } },
      { end: { recruiters: 1, removed: 0 } },
    ]);
    // Its last day has passed: nobody wrote anything.
    await source.build(later);
    const joined = await source.ask(since(morning));
    const bytes = await bytesOf(joined);
    expect(linesIn(bytes).filter((one) => 'recruiter' in one)).toMatchObject([
      { recruiter: { standing: { status: 'suspended' } } },
      { recruiter: { standing: { status: 'expired' } } },
    ]);
    const token = joined.headers.get('Dump-Signature') ?? '';
    expect(await isSigned(source, token)).toBe(true);
    const sum = createHash('sha256').update(bytes).digest('base64');
    expect(claimsOf(token).credentialSubject).toMatchObject({
      digestSRI: `sha256-${sum}`,
      asOf: later.toISOString(),
    });
    const rest = await source.ask(since(morning), { headers: { Range: 'bytes=150-' } });
    expect(Buffer.compare(await bytesOf(rest), bytes.subarray(150))).toBe(0);
  });

  test('older than what is kept are gone: take the whole again', async ({ db, work, source }) => {
    await aCertificate(db, work);
    await source.build(morning);
    await source.build(noon);
    const before = new Date(morning.getTime() - 1);
    expect(await codeOf(await source.ask(since(before)))).toEqual([410, 'changes_gone']);
    // A month and more later nothing of the time in between is left but the last two whole ones.
    for (const day of [7, 8, 9]) await source.build(new Date(`2027-01-0${day}T00:03:00Z`));
    expect(await codeOf(await source.ask(since(morning)))).toEqual([410, 'changes_gone']);
    const kept = await db.selectFrom('register_dump').select('kind').execute();
    expect(kept.filter(({ kind }) => kind === 'whole')).toHaveLength(2);
    expect(await source.store.files()).toHaveLength(kept.length);
  });

  test('lose nothing where a dump broke off: it left neither file nor digest', async ({
    db,
    work,
    source,
  }) => {
    const given = await aCertificate(db, work);
    await source.build(morning);
    const files = await source.store.files();
    done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
    const signing = {
      ...signingAt(source.origin),
      signCredential: () => Promise.reject(new Error('no key')),
    };
    const house = { db, now: noon, origin: source.origin, storage: source.store.storage };
    await expect(buildDump({ ...house, signing })).rejects.toThrow('no key');
    const full = { ...source.store.storage, write };
    await expect(buildDump({ ...house, storage: full, signing: signingAt(source.origin) })).rejects.toThrow();
    expect(await source.store.files()).toEqual(files);
    await source.build(new Date('2026-11-28T16:03:00Z'));
    expect(linesIn(await bytesOf(await source.ask(since(morning))))[1]).toMatchObject({
      recruiter: { standing: { status: 'suspended' } },
    });
  });

  test('name numbers that nobody has any more, and who was taken off', async ({ db, work, source }) => {
    const given = await aCertificate(db, work);
    await source.build(morning);
    await db.updateTable('registration').set({ delisted_on: '2026-11-28' }).execute();
    await sql`insert into register_dumped values ('LRN98', ${'0'.repeat(32)})`.execute(db);
    await source.build(noon);
    expect(linesIn(await bytesOf(await source.ask(since(morning)))).slice(1)).toMatchObject([
      { removed: 'LRN00012603', certificates: [given.number] },
      { unknown: 'LRN98' },
      { end: { recruiters: 0, removed: 2 } },
    ]);
  });
});
