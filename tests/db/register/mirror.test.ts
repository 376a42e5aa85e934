import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';
import { z } from 'zod';

import { partsOf } from '#app/commands/bench/register/names.ts';
import {
  liftSuspension,
  suspendCertificate,
  withdrawCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { fillWithRecruiters } from '#db/embedded/many-recruiters.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { aMirror, test, type Source } from '#tests/support/dumped.ts';

const many = 200;
const numbered = z.object({ number: z.string() });

type Asker = (path: string) => Promise<Response>;
const said = async (ask: Asker, path: string) => {
  const response = await ask(path);
  const body = z.looseObject({ code: z.string().optional() }).parse(await response.json());
  // Of a refusal the code is what programs compare.
  return response.ok ? [response.status, body] : [response.status, body.code];
};

/** Every address of every recruiter and certificate, those taken off and those that never were as well. */
async function addressesOf(db: Kysely<Database>) {
  const { rows: recruiters } = await sql`select number from registration order by number`.execute(db);
  const { rows: certificates } = await sql`select number from certificate order by number`.execute(db);
  return [
    ...recruiters
      .map((row) => numbered.parse(row).number)
      .flatMap((number) => [`/api/v1/recruiters/${number}`, `/api/v1/recruiters/${number}/history`]),
    ...certificates.map((row) => `/api/v1/certificates/${numbered.parse(row).number}`),
    '/api/v1/recruiters/LRN99',
    '/api/v1/certificates/ERC-NONE',
  ];
}

async function sameAnswers(
  db: Kysely<Database>,
  source: Source,
  mirror: Awaited<ReturnType<typeof aMirror>>,
) {
  const served = await mirror.serve();
  try {
    const addresses = await addressesOf(db);
    for (let at = 0; at < addresses.length; at += 20)
      await Promise.all(
        addresses.slice(at, at + 20).map(async (path) => {
          expect(await said(served.ask, path), path).toEqual(await said(source.ask, path));
        }),
      );
    return addresses.length;
  } finally {
    await served.stop();
  }
}

/** The filler's certificates under a standard and by a body that there are, and the first of them as it was decided. */
const asIssued = (db: Kysely<Database>) =>
  pastRules(db, async (one) => {
    await sql`update certificate c set scheme_version_id = real.scheme_version_id, audit_body_id = real.audit_body_id
      from certificate real where length(real.number) < 18 and c.scheme_version_id = 'bench'`.execute(one);
    await sql`insert into certificate_status (certificate_id, action, status, decided_at, note, decided_by)
      select id, 'issued', 'active', now() - interval '1 day', 'Granted by the panel', md5('owner')::uuid from certificate where length(number) = 18`.execute(
      one,
    );
  });

/** Some held a certificate before, which the one of now took the place of. */
const renewed = (db: Kysely<Database>) =>
  pastRules(db, (one) =>
    sql`insert into certificate select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
        'number', replace(c.number, 'ERC-2026', 'ERC-2020'), 'decision_id', gen_random_uuid(), 'status', 'superseded'))).*
      from certificate c where length(c.number) = 18 and abs(hashtext(c.number)) % 5 = 0`.execute(one),
  );

/** What can become of a recruiter, each to some of the filler’s, as rows are afterwards. */
const changes = (db: Kysely<Database>, round: number) =>
  pastRules(db, async (one) => {
    const some = (every: number) =>
      sql`(('x' || substr(md5(o.id::text || ${String(round)}), 1, 8))::bit(32)::bigint % ${every} = 0
        and exists (select from registration filled where filled.organisation_id = o.id and length(filled.number) = 15))`;
    await sql`update certificate c set status = 'suspended', since = now(), reason_class = 'fees_charged'
      from organisation o where o.id = c.organisation_id and c.status = 'active' and ${some(5)}`.execute(one);
    await sql`update certificate c set status = 'withdrawn', since = now(), reason_class = 'fraud'
      from organisation o where o.id = c.organisation_id and c.status = 'suspended' and ${some(3)}`.execute(
      one,
    );
    await sql`insert into certificate_status (certificate_id, action, status, reason_class, decided_at, note, decided_by)
      select c.id, case c.status when 'suspended' then 'suspended' else 'withdrawn' end, c.status, c.reason_class, c.since, 'Seen by two people', md5('owner')::uuid
      from certificate c where c.since = now() and c.status in ('suspended', 'withdrawn')`.execute(one);
    await sql`update organisation o set name = name || ' ' || ${String(round)}, name_local = 'नेपाल' where o.kind = 'recruiter' and ${some(7)}`.execute(
      one,
    );
    await sql`update registration r set trading_names = array['Round ' || ${String(round)}] from organisation o
      where o.id = r.organisation_id and ${some(6)}`.execute(one);
    await sql`update registration_licence l set number = l.number || '-' || ${String(round)} from organisation o
      where o.id = l.organisation_id and ${some(8)}`.execute(one);
    await sql`update registration r set delisted_on = current_date from organisation o where o.id = r.organisation_id and ${some(9)}`.execute(
      one,
    );
    await sql`update registration r set delisted_on = null from organisation o where o.id = r.organisation_id and ${some(4)}`.execute(
      one,
    );
  });

describe('a mirror', () => {
  test(
    'answers as the register does for everybody: from the dump, and from the changes since',
    { timeout: 120_000 },
    async ({ db, work, source }) => {
      await fillWithRecruiters(db, many, partsOf());
      const given = await aCertificate(db, work);
      await asIssued(db);
      await renewed(db);
      const officer = given.as(given.officer);
      const [early, late] = [await aMirror(source.origin), await aMirror(source.origin)];
      await source.build(new Date('2026-11-28T00:03:00Z'));
      expect(await early.take()).toContain('The whole register as of 2026-11-28T00:03:00.000Z');
      expect(await sameAnswers(db, source, early)).toBeGreaterThan(2 * many);

      done(await suspendCertificate(officer, given.certificateId, ownSuspension));
      await changes(db, 1);
      await source.build(new Date('2026-11-28T08:03:00Z'));
      done(
        await liftSuspension(officer, given.certificateId, { note: 'The office moved; all is as it was.' }),
      );
      await changes(db, 2);
      await source.build(new Date('2026-11-28T16:03:00Z'));
      await late.take();
      await sameAnswers(db, source, late);
      expect(await early.take()).toContain('Changes as of 2026-11-28T16:03:00.000Z');
      await sameAnswers(db, source, early);
      expect(await early.take()).toContain('Nothing changed');

      done(
        await withdrawCertificate(officer, given.certificateId, {
          reasonClass: 'fraud',
          note: 'Receipts were forged.',
        }),
      );
      // What nobody wrote: years later licences and certificates have run out.
      await source.build(new Date('2029-11-01T00:03:00Z'));
      expect(await early.take()).toContain('Changes as of 2029-11-01');
      await sameAnswers(db, source, early);
      for (const mirror of [early, late]) await mirror.clear();
    },
  );

  test('takes nothing that is not what the register signed, and serves no file that was cut', async ({
    db,
    work,
    source,
  }) => {
    await aCertificate(db, work);
    await source.build(new Date('2026-11-28T00:03:00Z'));
    const mirror = await aMirror(source.origin);
    const { signature } = await db.selectFrom('register_dump').select('signature').executeTakeFirstOrThrow();
    const sign = (text: string) => db.updateTable('register_dump').set({ signature: text }).execute();
    const [head = '', body = '', own = ''] = signature.split('.');
    const other = Buffer.from(own, 'base64url').map((byte, at) => (at === 7 ? byte ^ 1 : byte));
    await sign([head, body, Buffer.from(other).toString('base64url')].join('.'));
    await expect(mirror.take()).rejects.toThrow('The signature is not theirs');
    await sign(signature);
    const [file = ''] = await source.store.files();
    const bytes = await readFile(file);
    // The same register under the same name, one byte otherwise: gzip leaves the system that made it to say.
    await writeFile(file, Buffer.from(bytes).fill(bytes.readUInt8(9) ^ 1, 9, 10));
    await expect(mirror.take()).rejects.toThrow('The file is not what was signed');
    await writeFile(file, bytes);
    await mirror.take();
    const [taken = ''] = (await readdir(mirror.folder)).filter((name) => name.endsWith('.gz'));
    const lines = gunzipSync(bytes).toString().trim().split('\n');
    await writeFile(join(mirror.folder, taken), gzipSync(`${lines.slice(0, -1).join('\n')}\n`));
    await expect(mirror.serve()).rejects.toThrow('The mirror ended');
    await mirror.clear();
  });
});
