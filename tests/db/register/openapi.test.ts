import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect } from 'vitest';
import { z } from 'zod';

import { apiLimits } from '#app/api/door.server.ts';
import { calls, describeApi } from '#app/api/described/openapi.server.ts';
import { theEnumerations } from '#app/api/described/enumerations.server.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { reasonNames } from '#app/features/certificates/model.ts';
import { languages } from '#emails/language.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { serveApi } from '#tests/support/loopback.ts';
import { test } from '#tests/support/test.ts';

const origin = 'https://scheme.example';
const number = 'LRN00012603';
const shape = z.object({ components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }) });

/** The answer's own description, as somebody else's validator reads it. */
function described(body: unknown, name: string) {
  const { components } = shape.parse(JSON.parse(JSON.stringify(describeApi(origin))));
  const ajv = new Ajv2020({ strict: false });
  formats(ajv);
  const valid = ajv.validate(components.schemas[name] ?? false, body);
  return valid ? [] : ajv.errors;
}

test('every answer is as the description says, refusals too', async ({ copy, work }) => {
  const { db, pool } = copy;
  const { as, officer, certificateId, number: certificate } = await aCertificate(db, work);
  const ground = { db, pool, origin, limits: apiLimits(1000) };
  const served = await serveApi(ground);
  const ask = async (path: string): Promise<unknown> => (await fetch(`${served.url}${path}`)).json();
  for (const suspended of [false, true]) {
    if (suspended) done(await suspendCertificate(as(officer), certificateId, suspension));
    for (const { path, name } of calls) {
      const body = await ask(path.replace('{registrationNumber}', number).replace('{number}', certificate));
      expect(described(body, name), path).toEqual([]);
    }
    const past = await ask(`/api/v1/recruiters/${number}?asOf=2026-03-01`);
    expect(described(past, 'Recruiter')).toEqual([]);
  }
  for (const wrong of ['/api/v1/recruiters/NONE', '/api/v1/recruiters?limit=0', '/api/v1/nothing'])
    expect(described(await ask(wrong), 'Problem'), wrong).toEqual([]);
  expect(await ask('/api/openapi.json')).toMatchObject({ openapi: '3.1.0', servers: [{ url: origin }] });
  expect(described({ data: [{ at: 'yesterday' }] }, 'History')).not.toEqual([]);
  served.stop();
});

test('every reason has words in every language of mails, and a country in its own', () => {
  const lists = new Map(theEnumerations().map(({ name, codes }) => [name, codes]));
  for (const code of Object.keys(reasonNames)) {
    const labels = lists.get('reasonClass')?.find((one) => one.code === code)?.labels;
    expect(Object.keys(labels ?? {}), code).toEqual(expect.arrayContaining([...languages]));
  }
  for (const { labels } of lists.get('standing') ?? [])
    expect(Object.keys(labels)).toEqual(expect.arrayContaining([...languages]));
  const nepal = lists.get('country')?.find(({ code }) => code === 'NP');
  expect(nepal?.labels).toMatchObject({ en: 'Nepal', ne: 'नेपाल', fr: 'Népal' });
});
