import { layGround, origin, type Ground } from '#tests/access/ground.ts';
import { aClamd } from '#tests/support/clamd.ts';
import { peakWhile, residentMegabytes, upload, warming } from '#app/commands/bench/uploads.ts';
import { anS3Store } from '#tests/support/stores.ts';

import { expect, test } from './support.ts';

test.setTimeout(240_000);

const fields = { kind: 'records', title: 'Payroll of a year', evidenceOn: '2026-02-01' };

async function senderOn(ground: Ground) {
  const cookie = await ground.cookieOf(ground.people.find(({ name }) => name === 'recruiter'));
  const headers = {
    ...{ Origin: origin, Cookie: cookie, 'X-Forwarded-For': '203.0.113.7' },
    ...{ 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': new URL(origin).host },
  };
  return (megabytes: number, more: Partial<typeof fields> = {}) =>
    upload({ port: ground.port, path: '/documents/new', headers, fields: { ...fields, ...more }, megabytes });
}

const stored = (ground: Ground) =>
  ground.db
    .selectFrom('document_version')
    .innerJoin('document', 'document.id', 'document_version.document_id')
    .select(['document.id', 'bytes', 'scan'])
    .where('kind', '=', 'records')
    .orderBy('uploaded_at', 'desc')
    .execute();

for (const where of ['a folder', 'a bucket'] as const) {
  test(`200 MB into ${where} raise the server’s memory by 30 MB at most`, async () => {
    const store = where === 'a bucket' ? await anS3Store() : undefined;
    const ground = await layGround(store ? { STORAGE_URL: store.url } : {});
    const send = await senderOn(ground);
    for (const megabytes of warming) expect(await send(megabytes)).toBe(302);
    const before = residentMegabytes(ground.pid);
    const sending = send(200);
    const peak = await peakWhile(ground.pid, sending);
    expect(await sending).toBe(302);
    process.stdout.write(
      `memory for 200 MB into ${where}: ${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB at most\n`,
    );
    expect((await stored(ground))[0]?.bytes).toBeGreaterThan(199 * 1024 * 1024);
    expect(peak - before).toBeLessThanOrEqual(30);
    // Only records of pay may be that large.
    expect(await send(26, { kind: 'policy' })).toBe(400);
    await ground.clear();
    await store?.close();
  });
}

test('with a scanner nobody gets a file before it was found clean, and then everybody who may', async () => {
  const daemon = await aClamd();
  const ground = await layGround({ CLAMD_URL: daemon.url, WORKER: 'inline' });
  const send = await senderOn(ground);
  expect(await send(1)).toBe(302);
  await expect(async () => expect(await stored(ground)).toMatchObject([{ scan: 'clean' }])).toPass();
  const cookie = await ground.cookieOf(ground.people.find(({ name }) => name === 'officer'));
  const id = (await stored(ground))[0]?.id ?? '';
  const read = await ground.ask({ path: `/files/documents/${id}/1`, method: 'GET', cookie });
  expect([read.status, (await read.text()).slice(0, 8)]).toEqual([200, '%PDF-1.7']);
  expect(daemon.heard).toHaveLength(1);
  await ground.clear();
  await daemon.close();
});

test('a store that is down costs nobody their answers, and a bucket hands files over itself', async () => {
  const store = await anS3Store();
  const ground = await layGround({ STORAGE_URL: store.url });
  const send = await senderOn(ground);
  expect(await send(1)).toBe(302);
  const cookie = await ground.cookieOf(ground.people.find(({ name }) => name === 'officer'));
  const id = (await stored(ground))[0]?.id ?? '';
  const read = await ground.ask({ path: `/files/documents/${id}/1`, method: 'GET', cookie });
  expect(read.status).toBe(302);
  const file = await fetch(read.headers.get('Location') ?? '');
  expect([file.status, file.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
  await store.close();
  expect(await send(8, { title: 'Payroll of another year' })).toBe(400);
  await ground.clear();
});
