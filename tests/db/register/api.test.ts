import { describe, expect } from 'vitest';
import { z } from 'zod';

import { apiLimits } from '#app/api/door.server.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { connect } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { serveApi } from '#tests/support/loopback.ts';
import { test as base } from '#tests/support/test.ts';

/** The API on loopback, on the test's own database. */
const test = base.extend<{ ask: (path: string, init?: RequestInit) => Promise<Response> }>({
  ask: async ({ copy: { db, pool } }, use) => {
    const origin = 'https://scheme.example';
    const ground = { db, pool, origin, limits: apiLimits(120) };
    const served = await serveApi(ground);
    await use((path, init) => fetch(`${served.url}${path}`, init));
    served.stop();
  },
});

const number = 'LRN00012603';

describe('the API', () => {
  test('answers with the recruiter as the contract has it', async ({ db, work, ask }) => {
    const { number: certificate } = await aCertificate(db, work);
    const response = await ask(`/api/v1/recruiters/${number}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('ETag')).toBeTruthy();
    expect(response.headers.get('Cache-Control')).toBeTruthy();
    expect(await response.json()).toMatchObject({
      registrationNumber: number,
      name: 'Himal Workforce',
      tradingNames: ['Himal'],
      country: 'NP',
      licences: [],
      standing: { status: 'certified', since: '2026-03-01T09:00:00.000Z', reasonClass: null },
      certificate: {
        number: certificate,
        validFrom: '2026-03-01',
        validUntil: '2029-02-28',
        auditBody: 'Meridian Audit',
        lastAudit: { type: 'stage2', endedOn: '2026-03-01' },
        nextAudit: { from: '2026-03-01', until: '2027-03-01' },
      },
      url: `https://scheme.example/register/${number}`,
    });
  });

  test('says of an address with a null character that it is wrong, not that it cannot answer', async ({
    ask,
  }) => {
    for (const path of ['/api/v1/recruiters?q=%00', '/api/v1/recruiters/%00']) {
      const response = await ask(path);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'invalid_parameter' });
    }
  });

  test('says suspended with the next answer, also to whoever kept the last', async ({ db, work, ask }) => {
    const { as, officer, certificateId, number: certificate } = await aCertificate(db, work);
    const path = `/api/v1/recruiters/${number}`;
    const etag = (await ask(path)).headers.get('ETag') ?? '';
    const kept = { headers: { 'If-None-Match': etag } };
    expect((await ask(path, kept)).status).toBe(304);
    done(await suspendCertificate(as(officer), certificateId, suspension));
    const response = await ask(path, kept);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      standing: { status: 'suspended', reasonClass: 'fees_charged' },
    });
    const sought = await ask('/api/v1/recruiters?q=himl%20workforce');
    expect(await sought.json()).toMatchObject({ data: [{ match: { on: 'name', text: 'Himal Workforce' } }] });
    const list = await ask('/api/v1/recruiters?status=suspended');
    expect(await list.json()).toMatchObject({ data: [{ registrationNumber: number }], next: null });
    const verified = await ask(`/api/v1/certificates/${certificate}`);
    expect(JSON.stringify(await verified.json())).toContain('suspended');
    const history = z
      .object({ data: z.array(z.object({ status: z.string(), reasonClass: z.string().nullable() })) })
      .parse(await (await ask(`${path}/history`)).json());
    expect(history.data.map(({ status }) => status)).toEqual(['suspended', 'certified', 'applicant']);
  });

  test('tells of a past day what was so at its end, and says what it does not keep', async ({
    db,
    work,
    ask,
  }) => {
    const { as, officer, certificateId } = await aCertificate(db, work);
    const now = new Date('2026-03-05T09:00:00Z');
    done(await suspendCertificate({ ...as(officer), now }, certificateId, suspension));
    const on = async (day: string): Promise<unknown> =>
      (await ask(`/api/v1/recruiters/${number}?asOf=${day}`)).json();
    expect(await on('2026-03-04')).toMatchObject({
      standing: { status: 'certified', since: '2026-03-01T09:00:00.000Z' },
      ...{ asOf: '2026-03-04', asToday: ['name', 'nameLocal'] },
    });
    expect(await on('2026-03-05')).toMatchObject({ standing: { status: 'suspended' } });
    const history = await ask(`/api/v1/recruiters/${number}/history?asOf=2026-03-04`);
    expect(await history.json()).toMatchObject({ data: [{ status: 'certified' }, { status: 'applicant' }] });
    for (const day of ['2026-02-28', '2999-01-01', 'yesterday']) {
      for (const path of [`/api/v1/recruiters/${number}`, `/api/v1/recruiters/${number}/history`]) {
        const response = await ask(`${path}?asOf=${day}`);
        expect([response.status, await response.json()], day).toMatchObject([
          400,
          { code: 'invalid_parameter', detail: expect.stringMatching(/^asOf /) },
        ]);
      }
    }
  });

  test.for([
    ['/api/v1/recruiters/LRN99999999', 404, 'unknown_recruiter'],
    ['/api/v1/certificates/ERC-2020-00001', 404, 'unknown_certificate'],
    ['/api/v1/recruiters?limit=0', 400, 'invalid_parameter'],
    ['/api/v1/recruiters?limit=many', 400, 'invalid_parameter'],
    ['/api/v1/recruiters?status=fine', 400, 'invalid_parameter'],
    ['/api/v1/recruiters?country=XX', 400, 'invalid_parameter'],
    ['/api/v1/recruiters?cursor=LRN00012603', 400, 'invalid_parameter'],
    ['/api/v1/recruiters?q=himal&cursor=e30.e30.e30', 400, 'invalid_parameter'],
    ['/api/v1/nothing', 404, 'unknown_address'],
    ['/api/v1/recruiters/%E0%A4%A', 404, 'unknown_address'],
  ] as const)('%s: %i %s', async ([path, status, code], { ask }) => {
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code, status });
  });

  test('is read only', async ({ ask }) => {
    const response = await ask('/api/v1/recruiters', { method: 'POST', body: '{}' });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('says removed of whoever left, 410', async ({ db, work, ask }) => {
    await aCertificate(db, work);
    await db.updateTable('registration').set({ delisted_on: '2026-03-02' }).execute();
    const response = await ask(`/api/v1/recruiters/${number}`);
    expect([response.status, await response.json()]).toMatchObject([410, { code: 'removed' }]);
  });
});

base('without a database the answer is 503, never a no', async ({}) => {
  const { db, pool } = connect('postgres://nobody@127.0.0.1:1/none', { max: 1 });
  const ground = { db, pool, origin: 'https://scheme.example', limits: apiLimits(120) };
  const served = await serveApi(ground);
  const response = await fetch(`${served.url}/api/v1/recruiters/${number}`);
  served.stop();
  await db.destroy();
  expect(response.status).toBe(503);
  expect(response.headers.get('Retry-After')).toBe('5');
  expect(await response.json()).toMatchObject({ code: 'unavailable' });
});
