import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect } from 'vitest';
import { z } from 'zod';

import { readAddresses } from '#app/api/answer.server.ts';
import { besides, calls, type Call } from '#app/api/described/calls.ts';
import { theEnumerations } from '#app/api/described/enumerations.server.ts';
import { callsInWords, describeApi, refusalsOf } from '#app/api/described/openapi.server.ts';
import { writtenAddresses } from '#app/api/posted.server.ts';
import { problems, type ProblemCode } from '#app/api/problem.ts';
import { makeKey } from '#app/features/accounts/keys/commands.server.ts';
import { keyScopes } from '#app/features/accounts/keys/model.ts';
import { reasonNames, standings } from '#app/features/certificates/model.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { markLanguageCodes } from '#app/features/register/marks/model.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { aCompany } from '#tests/support/factories/watching.ts';
import { test, type Source } from '#tests/support/dumped.ts';

const number = 'LRN00012603';

const content = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }));
const described = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ responses: z.record(z.string(), z.object({ content: content.optional() })) }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

/** What somebody else's validator says of an answer, by nothing but the description that was served. */
async function against(source: Source) {
  const { paths, components } = described.parse(await (await source.ask('/api/openapi.json')).json());
  const ajv = new Ajv2020({ strict: false });
  formats(ajv);
  return async ({ path, method }: Pick<Call, 'path' | 'method'>, response: Response) => {
    const type = response.headers.get('Content-Type')?.split(';')[0] ?? '';
    const told = paths[path]?.[method]?.responses[response.status]?.content?.[type];
    if (!told) return [`${method} ${path}: ${response.status} as ${type} is not described`];
    const body = await response.text();
    if (!type.endsWith('json') && type !== 'application/vc') return body === '' ? ['It is empty'] : [];
    const valid = ajv.validate({ ...told.schema, components }, JSON.parse(body));
    return valid ? [] : (ajv.errors ?? []);
  };
}

type Sent = {
  path: string;
  key?: string;
  body?: unknown;
  type?: string;
  accept?: string;
  idempotency?: string;
};
const headersOf = ({ key, type, accept, idempotency, body }: Sent) => ({
  ...(key !== undefined && { Authorization: `Bearer ${key}` }),
  ...(body !== undefined && { 'Content-Type': type ?? 'application/json' }),
  ...(accept !== undefined && { Accept: accept }),
  ...(idempotency !== undefined && { 'Idempotency-Key': idempotency }),
});
const send = (source: Source, method: Call['method'], sent: Sent) =>
  source.ask(sent.path, {
    method: method.toUpperCase(),
    headers: headersOf(sent),
    ...(sent.body !== undefined && {
      body: typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body),
    }),
  });

const idIn = async (answer: Response) => z.looseObject({ id: z.string() }).parse(await answer.json()).id;

/** Of each call what it answers: every kind of answer, as often as it has one. */
function questions(names: { certificate: string; key: string; check: string; watch: string }) {
  const { certificate, key, check, watch } = names;
  const at = (path: string, more: Omit<Sent, 'path'> = {}) => ({ path: `/api/v1${path}`, ...more });
  const signed = ['application/vc', 'application/vc+jwt'];
  const items = [{ registrationNumber: number }, { name: 'Himal' }, { name: 'Qwzx', country: 'NP' }];
  const asked: Record<string, Sent[]> = {
    listRecruiters: [at('/recruiters'), at('/recruiters?q=himal&limit=1'), at('/recruiters?status=expired')],
    getRecruiter: [at(`/recruiters/${number}`), at(`/recruiters/${number}?asOf=2026-03-01`)],
    getHistory: [at(`/recruiters/${number}/history`)],
    getCertificate: ['application/json', ...signed].map((accept) =>
      at(`/certificates/${certificate}`, { accept }),
    ),
    getCertificateStatus: signed.map((accept) => at(`/certificates/${certificate}/status`, { accept })),
    getStatusList: signed.map((accept) => at('/status-lists/revocation-1', { accept })),
    checkList: [
      at('/verifications', { body: { items } }),
      at('/verifications?receipt=true', { body: items }),
      at('/verifications', { body: { items }, key, idempotency: 'order-17' }),
      at('/verifications', { body: 'ref,name\r\n1,Himal\r\n', type: 'text/csv', key }),
    ],
    getReceipt: ['application/vc+jwt', 'application/pdf'].map((accept) =>
      at(`/verifications/${check}/receipt`, { key, accept }),
    ),
    getDump: [at('/dump')],
    getDumpSignature: [at('/dump/signature')],
    addWatch: [
      at('/watches', { key, body: { registrationNumber: number } }),
      at('/watches', { key, body: { corridor: { origin: 'NP', destination: 'QA' } } }),
      at('/watches', { key, body: { name: 'Suppliers', registrationNumbers: [number, 'LRN99999999'] } }),
    ],
    listWatches: [at('/watches', { key })],
    endWatch: [at(`/watches/${watch}`, { key })],
    getEnumerations: [at('/enumerations')],
    getDescription: [{ path: '/api/openapi.json' }],
  };
  return asked;
}

async function names(source: Source, certificate: string) {
  const { db } = source.ground;
  const { owner } = await aCompany(db, source.clock.now, 'Northwind');
  const { key } = done(
    await makeKey(owner, { id: crypto.randomUUID(), name: 'Portal', scopes: [...keyScopes] }),
  );
  const path = '/api/v1/verifications';
  const check = await idIn(await send(source, 'post', { path, key, body: [{ name: 'Himal' }] }));
  const corridor = { origin: 'NP', destination: 'AE' };
  const watch = await idIn(await send(source, 'post', { path: '/api/v1/watches', key, body: { corridor } }));
  return { certificate, key, check, watch };
}

describe('the description', () => {
  test('tells of every address that is answered, and of no other', () => {
    const filled = (path: string) => path.replace(/\{\w+\}/g, 'x');
    const told = calls.map(({ method, path }) => ({ method: method.toUpperCase(), path: filled(path) }));
    const addresses = [...readAddresses.map((pattern) => ({ method: 'GET', pattern })), ...writtenAddresses];
    for (const { method, pattern } of addresses)
      expect(
        told.filter((call) => call.method === method && pattern.test(call.path)),
        `${method} ${pattern.source}`,
      ).toHaveLength(1);
    for (const call of told)
      expect(
        addresses.filter(({ method, pattern }) => method === call.method && pattern.test(call.path)),
        `${call.method} ${call.path}`,
      ).toHaveLength(1);
    expect(callsInWords()).toHaveLength(calls.length + besides.length);
    const ids = [...calls, ...besides].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is kept by every answer, certified or suspended', async ({ db, work, source }) => {
    const { as, officer, certificateId, number: certificate } = await aCertificate(db, work);
    await source.build(new Date('2026-11-28T00:03:00Z'));
    source.clock.now = new Date('2026-11-28T09:00:00Z');
    const broken = await against(source);
    for (const suspended of [false, true]) {
      if (suspended) done(await suspendCertificate(as(officer), certificateId, suspension));
      const asked = questions(await names(source, certificate));
      for (const call of calls) {
        const sent = asked[call.id] ?? [];
        expect(sent.length, `${call.id} is asked nothing by this test`).toBeGreaterThan(0);
        for (const one of sent) {
          const response = await send(source, call.method, one);
          const what = `${call.id} ${one.path} ${one.accept ?? ''}`;
          expect(response.status, what).toBe(200);
          expect(response.headers.get('RateLimit'), what).toMatch(/;r=\d+;t=\d+$/);
          expect(response.headers.get('ETag'), what).not.toBeNull();
          expect(await broken(call, response), what).toEqual([]);
        }
      }
    }
    for (const call of besides.filter(({ id }) => id === 'getDid'))
      expect(await (await source.ask(call.path)).json()).toMatchObject({ id: expect.any(String) });
  });

  test('is kept by refusals: each is one the description tells of at that address', async ({
    db,
    work,
    source,
  }) => {
    const { number: certificate } = await aCertificate(db, work);
    const { key, watch } = await names(source, certificate);
    const broken = await against(source);
    const wrong: [string, ProblemCode, Sent][] = [
      ['listRecruiters', 'invalid_parameter', { path: '/api/v1/recruiters?limit=0' }],
      ['listRecruiters', 'invalid_parameter', { path: '/api/v1/recruiters?cursor=forged' }],
      ['listRecruiters', 'invalid_key', { path: '/api/v1/recruiters', key: 'none' }],
      ['getRecruiter', 'unknown_recruiter', { path: '/api/v1/recruiters/NONE' }],
      ['getHistory', 'unknown_recruiter', { path: '/api/v1/recruiters/NONE/history' }],
      ['getCertificate', 'unknown_certificate', { path: '/api/v1/certificates/NONE' }],
      ['getCertificateStatus', 'unknown_certificate', { path: '/api/v1/certificates/NONE/status' }],
      ['getStatusList', 'unknown_status_list', { path: '/api/v1/status-lists/none' }],
      ['checkList', 'invalid_body', { path: '/api/v1/verifications', body: {} }],
      [
        'checkList',
        'unsupported_media_type',
        { path: '/api/v1/verifications', body: '<a/>', type: 'text/xml' },
      ],
      ['getReceipt', 'unknown_verification', { path: `/api/v1/verifications/${watch}/receipt`, key }],
      ['getDump', 'no_dump', { path: '/api/v1/dump' }],
      ['getDumpSignature', 'no_dump', { path: '/api/v1/dump/signature' }],
      ['listWatches', 'key_required', { path: '/api/v1/watches' }],
      ['addWatch', 'invalid_body', { path: '/api/v1/watches', key, body: {} }],
      [
        'addWatch',
        'unknown_recruiter',
        { path: '/api/v1/watches', key, body: { registrationNumber: 'LRN88888888' } },
      ],
      ['endWatch', 'unknown_watch', { path: `/api/v1/watches/${crypto.randomUUID()}`, key }],
    ];
    for (const [id, code, sent] of wrong) {
      const call = calls.find((one) => one.id === id) ?? expect.fail(id);
      const response = await send(source, call.method, sent);
      expect(response.status, `${id} ${code}`).toBe(problems[code][0]);
      expect(await response.clone().json()).toMatchObject({ code });
      expect(await broken(call, response), `${id} ${code}`).toEqual([]);
    }
    await db.updateTable('registration').set({ delisted_on: '2026-03-02' }).execute();
    const [call] = calls.filter(({ id }) => id === 'getRecruiter');
    const removed = await source.ask(`/api/v1/recruiters/${number}`);
    expect(removed.status).toBe(410);
    expect(call && (await broken(call, removed))).toEqual([]);
  });

  test('names each code of a refusal with its status, and says how often one may ask', () => {
    for (const call of calls)
      for (const { status, codes } of refusalsOf(call))
        for (const code of codes) expect(problems[code][0]).toBe(status);
    const told = describeApi('https://scheme.example', 120);
    expect(told.info.description).toContain('120 times a minute');
    const codes = new Set(calls.flatMap((call) => refusalsOf(call).flatMap((one) => one.codes)));
    const nowhere = Object.keys(problems).filter((code) => ![...codes].some((known) => known === code));
    // Of no address, or of one asked in a way it does not take.
    expect(nowhere).toEqual(['unknown_address', 'method_not_allowed']);
  });
});

test('every standing and every reason has words in every language of workers', () => {
  const lists = new Map(theEnumerations().map(({ name, codes }) => [name, codes]));
  for (const code of Object.keys(reasonNames)) {
    const labels = lists.get('reasonClass')?.find((one) => one.code === code)?.labels;
    expect(Object.keys(labels ?? {}), code).toEqual(expect.arrayContaining(markLanguageCodes));
  }
  expect(lists.get('standing')).toHaveLength(standings.length);
  for (const { code, labels } of lists.get('standing') ?? [])
    expect(Object.keys(labels), code).toEqual(expect.arrayContaining(markLanguageCodes));
  const nepal = lists.get('country')?.find(({ code }) => code === 'NP');
  expect(nepal?.labels).toMatchObject({ en: 'Nepal', ne: 'नेपाल', fr: 'Népal' });
});
