import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { z } from 'zod';

import { apiLimits } from '#app/api/door.server.ts';
import { makeKey } from '#app/features/accounts/keys/commands.server.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { KeptAnswers } from '#app/platform/kept/answers.server.ts';
import { keptPage } from '#app/platform/kept/pages.server.ts';
import { senderTo } from '#app/platform/outbound/sender.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension } from '#tests/support/factories/certificates.ts';
import { aCompany } from '#tests/support/factories/watching.ts';
import { serve, serveApi } from '#tests/support/loopback.ts';
import { drain } from '#tests/support/queue.ts';
import { test as base } from '#tests/support/test.ts';

const path = '/api/v1/recruiters/LRN00012603';
const purge = z.object({ tags: z.array(z.string()) });

/** A network as they are: keeps what it is told it may, under its tags, and forgets what it is told to by whoever it knows. */
async function aNetwork(source: string) {
  type Stored = { body: string; tags: string[]; until: number };
  const stored = new Map<string, Stored>();
  const heard: { tags: string[]; taken: boolean }[] = [];
  let refuses = 0;
  async function forget(request: IncomingMessage) {
    const { tags } = purge.parse(JSON.parse(await text(request)));
    const named = request.headers['surrogate-key'] === tags.join(' ');
    const taken = request.headers['fastly-key'] === 'of-ours' && named && refuses === 0;
    if (refuses > 0) refuses -= 1;
    heard.push({ tags, taken });
    if (taken)
      for (const [url, one] of stored) if (one.tags.some((tag) => tags.includes(tag))) stored.delete(url);
    return taken ? 200 : 503;
  }
  async function answer(url: string) {
    const known = stored.get(url);
    if (known && known.until > Date.now()) return { from: 'network', body: known.body };
    const response = await fetch(`${source}${url}`);
    const body = await response.text();
    const [, seconds] = /^max-age=(\d+)$/.exec(response.headers.get('CDN-Cache-Control') ?? '') ?? [];
    const tags = (response.headers.get('Cache-Tag') ?? '').split(',');
    if (seconds) stored.set(url, { body, tags, until: Date.now() + Number(seconds) * 1000 });
    return { from: 'source', body };
  }
  const served = await serve((request, response) => {
    const { method, url = '' } = request;
    if (method === 'POST') void forget(request).then((status) => response.writeHead(status).end());
    else void answer(url).then(({ from, body }) => response.writeHead(200, { 'X-From': from }).end(body));
  });
  return {
    ...{ heard, stop: served.stop, purgeUrl: `${served.url}/purge` },
    refuse: (times: number) => (refuses = times),
    async ask(url: string) {
      const response = await fetch(`${served.url}${url}`);
      const body = await response.text();
      const standing = /"standing":\{"status":"([a-z_]+)"/.exec(body)?.[1] ?? body.slice(0, 80);
      return [response.headers.get('X-From'), standing];
    },
  };
}

type House = {
  url: string;
  work: (network?: { purgeUrl: string; headers: Record<string, string> }) => Promise<void>;
};
const test = base.extend<{ told: House; untold: House }>({
  told: async ({ copy, mailer }, use) => {
    const kept = new KeptAnswers();
    const stop = kept.listen(copy.url);
    const { db, pool } = copy;
    const origin = 'https://scheme.example';
    const served = await serveApi({ db, pool, kept, origin, network: true, limits: apiLimits(1000) });
    await use({
      url: served.url,
      work: async (network) => {
        await sql`update graphile_worker._private_jobs set run_at = now() where locked_at is null`.execute(
          db,
        );
        const send = senderTo({ allowLoopback: false, own: true, seconds: 2 });
        await drain(pool, { db, mailer, origin, network: network && { ...network, send } });
      },
    });
    served.stop();
    await stop();
  },
  untold: async ({ copy: { db, pool } }, use) => {
    const served = await serveApi({ db, pool, origin: 'https://scheme.example', limits: apiLimits(1000) });
    await use({ url: served.url, work: () => Promise.resolve() });
    served.stop();
  },
});

describe('a network in front', () => {
  test('keeps a record until its standing changes: then it is told to forget, again until it does', async ({
    db,
    work,
    told,
  }) => {
    const given = await aCertificate(db, work);
    const network = await aNetwork(told.url);
    const ours = { purgeUrl: network.purgeUrl, headers: { 'Fastly-Key': 'of-ours' } };
    const certificate = `/api/v1/certificates/${given.number}`;
    for (const url of [path, certificate, `${path}/history`]) {
      expect((await network.ask(url))[0]).toBe('source');
      expect((await network.ask(url))[0]).toBe('network');
    }
    done(await suspendCertificate(given.as(given.officer), given.certificateId, ownSuspension));
    network.refuse(1);
    await told.work(ours);
    expect(await network.ask(path)).toEqual(['network', 'certified']);
    await told.work(ours);
    expect(network.heard).toEqual(
      [false, true].map((taken) => ({
        tags: ['recruiter-LRN00012603', `certificate-${given.number}`],
        taken,
      })),
    );
    expect(await network.ask(path)).toEqual(['source', 'suspended']);
    expect(await network.ask(certificate)).toEqual(['source', 'suspended']);
    await told.work(ours);
    expect(network.heard).toHaveLength(2);
    network.stop();
  });

  test('is let keep no absence, no search, no list of codes and nothing asked with a question', async ({
    db,
    work,
    told,
  }) => {
    await aCertificate(db, work);
    for (const url of [
      '/api/v1/recruiters/LRN99',
      '/api/v1/recruiters?q=Himal',
      '/api/v1/enumerations',
      `${path}?asOf=2026-03-01`,
    ]) {
      const { headers } = await fetch(`${told.url}${url}`);
      expect([url, headers.get('CDN-Cache-Control'), headers.get('Surrogate-Control')]).toEqual([
        url,
        'no-store',
        'no-store',
      ]);
    }
    const first = await fetch(`${told.url}${path}`);
    // Browsers ask again before they use it, and hear that nothing changed without its being made anew.
    expect(first.headers.get('Cache-Control')).toBe('no-cache');
    expect(first.headers.get('Surrogate-Key')).toBe('register recruiter-LRN00012603');
    const again = await fetch(`${told.url}${path}`, {
      headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
    });
    expect([again.status, again.headers.get('CDN-Cache-Control')]).toEqual([
      304,
      first.headers.get('CDN-Cache-Control'),
    ]);
  });

  test('is told of nobody’s limit in what it keeps, and keeps nothing that was asked with a key', async ({
    db,
    work,
    told,
  }) => {
    await aCertificate(db, work);
    const { owner } = await aCompany(db, new Date());
    const made = await makeKey(owner, { id: crypto.randomUUID(), name: 'Portal', scopes: ['register:read'] });
    const key = { Authorization: `Bearer ${done(made).key}` };
    const asked = async (url: string, headers: Record<string, string> = {}) => {
      const response = await fetch(`${told.url}${url}`, { headers });
      const [limit, policy] = ['RateLimit', 'RateLimit-Policy'].map((name) => response.headers.get(name));
      return [response.headers.get('CDN-Cache-Control'), limit?.split(';')[0], policy?.split(';')[0]];
    };
    // Fresh from the database and as it was kept, with a key and without.
    for (let round = 0; round < 3; round += 1) {
      expect(await asked(path)).toEqual([expect.stringMatching(/^max-age=/), undefined, undefined]);
      expect(await asked(path, key)).toEqual(['no-store', '"key"', '"key"']);
    }
    expect(await asked('/api/v1/recruiters?q=Himal')).toEqual(['no-store', '"visitor"', '"visitor"']);
    expect(await asked('/api/v1/recruiters/LRN99')).toEqual(['no-store', '"visitor"', '"visitor"']);
  });

  test('that nobody purges is let keep nothing', async ({ db, work, untold }) => {
    await aCertificate(db, work);
    const { headers } = await fetch(`${untold.url}${path}`);
    expect([headers.get('CDN-Cache-Control'), headers.get('Cache-Tag')]).toEqual(['no-store', null]);
    const network = await aNetwork(untold.url);
    for (let asked = 0; asked < 2; asked += 1)
      expect(await network.ask(path)).toEqual(['source', 'certified']);
    network.stop();
  });

  test('keeps the record page under the same tag', async ({ copy: { url } }) => {
    const kept = new KeptAnswers();
    const stop = kept.listen(url);
    while (kept.begin(new Date()) === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    for (const [purged, said] of [
      [true, 'register,recruiter-LRN00012603'],
      [false, null],
    ] as const) {
      const served = await serve((request, response) => {
        if (keptPage(kept, request, response, purged)) return;
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end('<p>Certified</p>');
      });
      await (await fetch(`${served.url}/register/LRN00012603`)).text();
      const { headers } = await fetch(`${served.url}/register/LRN00012603`);
      expect(headers.get('Cache-Tag')).toBe(said);
      expect(headers.get('CDN-Cache-Control')).toMatch(purged ? /^max-age=\d+$/ : /^no-store$/);
      served.stop();
    }
    await stop();
  });
});
