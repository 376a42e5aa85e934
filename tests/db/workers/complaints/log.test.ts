import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect } from 'vitest';

import { headOf, nothingBefore } from '#app/features/workers/complaints/log/chain.server.ts';
import { publishComplaintLog } from '#app/features/workers/complaints/log/commands.server.ts';
import { checkpointOf, receiptOf } from '#app/features/workers/complaints/log/credentials.ts';
import { complaintReceipt, findLog, logYears } from '#app/features/workers/complaints/log/queries.server.ts';
import { contentOf } from '#app/features/workers/complaints/leaf.server.ts';
import { keysIn, rotateKeys } from '#app/platform/signing/key-file.server.ts';
import { signingWith } from '#app/platform/signing/signing.server.ts';
import { aComplaint } from '#tests/support/factories/complaints.ts';
import { test as base } from '#tests/support/test.ts';

const origin = 'https://scheme.example';
const folder = () => mkdtempSync(join(tmpdir(), 'complaint-log-'));
const signingOf = (where = folder(), at = origin) =>
  signingWith({ keyring: keysIn(join(where, 'keys.json'), { make: true }), origin: at });
type Signing = ReturnType<typeof signingOf>;
type Part = { day?: string; previous?: Buffer; leaves?: Buffer[]; head?: Buffer };
type Log = Awaited<ReturnType<typeof findLog>>;

/** Runs the program we hand out, as a stranger would: with three files, and nothing of ours. */
function program(receipt: string, log: unknown, did: unknown) {
  const where = folder();
  const files = ['receipt.jwt', 'log.json', 'did.json'].map((name) => join(where, name));
  [receipt, JSON.stringify(log), JSON.stringify(did)].forEach((text, at) => {
    writeFileSync(files[at] ?? '', text);
  });
  const { status, stdout } = spawnSync(process.execPath, ['public/verify_complaint.mjs', ...files], {
    encoding: 'utf8',
  });
  return [status, stdout.trim()] as const;
}

const test = base.extend<{
  house: { signing: Signing; did: object; publish: (at: string) => Promise<number> };
}>({
  house: async ({ db }, use) => {
    const signing = signingOf();
    const publish = (at: string) => publishComplaintLog({ db, now: new Date(at), signing, origin });
    await use({ signing, publish, did: await signing.didDocument() });
  },
});

const on = (day: number) => new Date(`2026-03-0${day}T09:00:00Z`);

describe('the log', () => {
  test('has every day that is over once, in eights, with the complaints of that day among others', async ({
    copy: { db, pool },
    house: { publish },
  }) => {
    for (let count = 0; count < 9; count += 1) await aComplaint({ db, pool, now: on(1) });
    await aComplaint({ db, pool, now: on(3) });
    await aComplaint({ db, pool, now: on(4) });
    expect(await publish('2026-03-04T01:02:00Z')).toBe(3);
    expect(await publish('2026-03-04T02:02:00Z')).toBe(0);
    const { days, previous } = await findLog({ db }, 2026);
    expect(days.map(({ day, leaves }) => [day, leaves.length])).toEqual([
      ['2026-03-01', 16],
      ['2026-03-02', 8],
      ['2026-03-03', 8],
    ]);
    expect(previous).toBe(nothingBefore.toString('hex'));
    const kept = await db.selectFrom('complaint').select(['leaf', 'received_at']).execute();
    for (const { leaf, received_at: at } of kept)
      expect(days.map(({ leaves }) => leaves.includes(leaf.toString('hex')))).toEqual(
        [1, 2, 3].map((day) => at.getTime() === on(day).getTime()),
      );
    for (const { leaves } of days) expect(leaves).toEqual(leaves.toSorted());
    expect(await logYears({ db })).toEqual([2026]);
    expect(await findLog({ db }, 2025)).toMatchObject({ days: [] });
  });

  test('begins without a complaint on any day, and takes none of a day that is published', async ({
    copy: { db, pool },
    house: { publish },
  }) => {
    expect(await publish('2026-03-02T01:02:00Z')).toBe(1);
    await expect(aComplaint({ db, pool, now: on(1) })).rejects.toThrow('this day is published');
    await aComplaint({ db, pool, now: on(2) });
  });

  test('is published once by two who do so at a time', async ({ db, house: { publish } }) => {
    await Promise.all([publish('2026-03-02T01:02:00Z'), publish('2026-03-02T01:02:00Z')]);
    expect((await findLog({ db }, 2026)).days).toHaveLength(1);
  });

  test('is held whole by the database, whoever writes it', async ({
    copy: { db, pool },
    house: { publish },
  }) => {
    await aComplaint({ db, pool, now: on(2) });
    await publish('2026-03-02T01:02:00Z');
    const { leaf } = await db.selectFrom('complaint').select('leaf').executeTakeFirstOrThrow();
    const { head: previous } = await db
      .selectFrom('complaint_log_day')
      .select('head')
      .executeTakeFirstOrThrow();
    const drawn = Array.from({ length: 7 }, () => randomBytes(32));
    const sorted = [leaf, ...drawn].sort((one, other) => Buffer.compare(one, other));
    const write = (part: Part) => {
      const said = { day: '2026-03-02', previous, leaves: sorted, ...part };
      const row = { ...said, head: part.head ?? headOf(said), checkpoint: 'x', published_at: on(4) };
      return db.insertInto('complaint_log_day').values(row).execute();
    };
    const wrong: [Part, string][] = [
      [{ day: '2026-03-03' }, 'goes on with 2026-03-02'],
      [{ day: '2026-03-01' }, 'goes on with 2026-03-02'],
      [{ previous: nothingBefore }, 'from its last head'],
      [{ leaves: [] }, 'in eights'],
      [{ leaves: sorted.slice(1) }, 'in eights'],
      [{ leaves: sorted.toReversed() }, 'by their value'],
      [{ leaves: sorted.map(() => leaf) }, 'each once'],
      [{ leaves: sorted.map((one) => one.subarray(1)) }, 'in eights'],
      [{ leaves: [...drawn, randomBytes(32)].sort((a, b) => Buffer.compare(a, b)) }, 'left out of the log'],
      [{ head: randomBytes(32) }, 'the head of a day'],
    ];
    for (const [part, why] of wrong) await expect(write(part)).rejects.toThrow(why);
    await write({});
    await expect(db.deleteFrom('complaint_log_day').execute()).rejects.toThrow();
    await expect(db.updateTable('complaint_log_day').set({ checkpoint: 'y' }).execute()).rejects.toThrow();
  });
});

describe('a receipt', () => {
  test('is checked by a stranger with a program of fifty lines: not yet, then valid, years and keys later', async ({
    copy: { db, pool },
  }) => {
    const where = folder();
    const signing = signingOf(where);
    const { id, number } = await aComplaint({ db, pool, now: on(2) }, { happened: 'They kept my passport.' });
    const publish = (at: string) => publishComplaintLog({ db, now: new Date(at), signing, origin });
    await publish('2026-03-02T01:02:00Z');
    const receipt = (await complaintReceipt({ db }, id, { signing, origin })) ?? '';
    const did = await signing.didDocument();
    const early = program(receipt, await findLog({ db }, 2026), did);
    expect(early).toEqual([2, `NOT YET in the log: ${number}, received on 2026-03-02 by ${signing.did}`]);
    expect(program(receipt, await findLog({ db }, 2025), did)[0]).toBe(2);
    await publish('2026-03-05T01:02:00Z');
    rotateKeys(join(where, 'keys.json'));
    const valid = program(receipt, await findLog({ db }, 2026), await signing.didDocument());
    expect(valid).toEqual([0, `VALID, and in the log: ${number}, received on 2026-03-02 by ${signing.did}`]);
    const said = Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString();
    expect(said).toContain(contentOf('They kept my passport.'));
    expect(said).not.toContain('passport');
    expect(said).not.toContain('Zephyrine');
    const lines = readFileSync('public/verify_complaint.mjs', 'utf8');
    expect(lines.trim().split('\n').length).toBeLessThanOrEqual(50);
  });

  test('or a log that is forged, changed, cut, reordered or of another proves nothing, each with its reason', async ({
    copy: { db, pool },
    house: { signing, publish, did },
  }) => {
    const { id } = await aComplaint({ db, pool, now: on(2) });
    await publish('2026-03-02T01:02:00Z');
    await publish('2026-03-04T01:02:00Z');
    const receipt = (await complaintReceipt({ db }, id, { signing, origin })) ?? '';
    const log = await findLog({ db }, 2026);
    const { leaf } = await db.selectFrom('complaint').select('leaf').executeTakeFirstOrThrow();
    expect(program(receipt, log, did)[0]).toBe(0);

    const issuer = { issuer: signing.did, origin };
    const [head = '', body = '', tail = ''] = receipt.split('.');
    const other = signingOf();
    const elsewhere = signingOf(folder(), 'https://other.example');
    const received = { number: '0000-0000', day: '2026-03-02', content: '00', salt: '00' };
    const madeUp = receiptOf(received, issuer);
    const altered = `${body.slice(0, 90)}${body[90] === 'A' ? 'B' : 'A'}${body.slice(91)}`;
    // The last letter of a signature has bits that say nothing: another letter there is another receipt.
    const lastLetter = String.fromCharCode(tail.charCodeAt(tail.length - 1) + 1);
    const receipts: [string, string][] = [
      [await other.signCredential(madeUp), 'does not know the key'],
      [
        await elsewhere.signCredential(receiptOf(received, { issuer: elsewhere.did, origin })),
        'does not know the key',
      ],
      [await signing.signCredential(madeUp), 'left out'],
      [`${head}.${altered}.${tail}`, 'signature'],
      [`${head}.${body}.${tail.slice(0, -1)}${lastLetter}`, 'no token'],
      [`${head}.${body}`, 'no token'],
      [
        `${Buffer.from('{"alg":"none","typ":"vc+jwt"}').toString('base64url')}.${body}.`,
        'signed in another way',
      ],
      [log.days[0]?.checkpoint ?? '', 'no ComplaintReceipt'],
    ];
    for (const [sent, why] of receipts)
      expect([why, ...program(sent, log, did)]).toEqual([
        why,
        1,
        expect.stringMatching(`^INVALID: .*${why}`),
      ]);

    const changedDays = (change: (days: Log['days']) => Log['days']) => ({
      ...log,
      days: change(structuredClone(log.days)),
    });
    const atDay = (change: (leaves: string[]) => string[]) =>
      changedDays((days) =>
        days.map((day) => (day.day === '2026-03-02' ? { ...day, leaves: change(day.leaves) } : day)),
      );
    const wrongBytes = (text: string) => `${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`;
    const logs: [unknown, string][] = [
      [atDay((leaves) => leaves.filter((one) => one !== leaf.toString('hex'))), 'the chain breaks'],
      [atDay((leaves) => leaves.toReversed()), 'not in order'],
      [atDay(([first = '', ...rest]) => [wrongBytes(first), ...rest]), 'the chain breaks'],
      [changedDays((days) => days.toReversed()), 'the chain breaks'],
      [changedDays(([first, , third]) => (first && third ? [first, third] : [])), 'not in order'],
      [{ ...log, previous: wrongBytes(log.previous) }, 'the chain breaks'],
      [
        changedDays(([first, second, third]) =>
          first && second && third ? [first, second, { ...third, checkpoint: first.checkpoint }] : [],
        ),
        'of another log',
      ],
      [await rebuilt(log, leaf.toString('hex'), signing), 'left out'],
      [
        await rebuilt(log, leaf.toString('hex'), other),
        'does not know the key of the ComplaintLogCheckpoint',
      ],
    ];
    for (const [told, why] of logs)
      expect([why, ...program(receipt, told, did)]).toEqual([
        why,
        1,
        expect.stringMatching(`^INVALID: .*${why}`),
      ]);
  });

  test('is not given of what is erased or nobody’s', async ({ copy: { db }, house: { signing } }) => {
    const nobodys = crypto.randomUUID();
    expect(await complaintReceipt({ db }, nobodys, { signing, origin })).toBeUndefined();
  });
});

/** The whole log made again without one leaf: a chain that holds, signed by `signing`. */
async function rebuilt(log: Log, leaf: string, signing: Signing) {
  const days: Log['days'] = [];
  let previous = Buffer.from(log.previous, 'hex');
  for (const { day, leaves: all } of log.days) {
    const leaves = all.filter((one) => one !== leaf);
    const head = headOf({ previous, day, leaves: leaves.map((one) => Buffer.from(one, 'hex')) });
    const by = { issuer: signing.did, origin };
    const checkpoint = await signing.signCredential(checkpointOf({ day, head, days: days.length + 1 }, by));
    days.push({ day, leaves, head: head.toString('hex'), checkpoint });
    previous = head;
  }
  return { ...log, days };
}
