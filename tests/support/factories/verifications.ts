import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sql, type Kysely } from 'kysely';

import { apiLimits } from '#app/api/door.server.ts';
import { makeKey } from '#app/features/accounts/keys/commands.server.ts';
import { keysIn } from '#app/platform/signing/key-file.server.ts';
import { signingWith } from '#app/platform/signing/signing.server.ts';
import type { Database } from '#db/client.server.ts';
import { serveApi } from '#tests/support/loopback.ts';
import { test as base } from '#tests/support/test.ts';

import { done } from './audits.ts';
import { anOrganisation } from './organisations.ts';

export const origin = 'https://scheme.example';

/** Keys of one test; nobody else signs with them. */
export const someSigning = () =>
  signingWith({
    keyring: keysIn(join(mkdtempSync(join(tmpdir(), 'fairroute-keys-')), 'keys.json'), { make: true }),
    origin,
  });

type Listed = { name: string; number: string; country?: string; trading?: string[]; licence?: string };

/** An applicant on the register, without the paperwork that led there. */
export async function aListed(db: Kysely<Database>, listed: Listed) {
  const { name, number, country = 'NP', trading = [], licence } = listed;
  const { id } = await anOrganisation(db, 'recruiter', 'recruiter', { name, country });
  const applicationId = crypto.randomUUID();
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`insert into application (id, reference, organisation_id, country, scheme_version_id, state, started_at, started_by,
        submitted_at, paid_at, accepted_at)
      values (${applicationId}, ${`APP-${number}`}, ${id}, ${country}, 'test', 'accepted', now(), ${id}, now(), now(), now())`.execute(
      trx,
    );
  });
  await db
    .insertInto('registration')
    .values({
      ...{ organisation_id: id, number, application_id: applicationId },
      ...{ accepted_on: '2026-03-01', trading_names: trading },
    })
    .execute();
  if (licence)
    await sql`insert into registration_licence (organisation_id, authority, number, valid_until)
      values (${id}, 'Department of Foreign Employment', ${licence}, '2030-01-01')`.execute(db);
  return { id, number, name };
}

type Sending = { key?: string; headers?: Record<string, string>; path?: string };
export type Send = (body: unknown, sending?: Sending) => Promise<Response>;
type House = {
  signing: ReturnType<typeof someSigning>;
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** Sends a list to be checked: JSON, unless it is text already. */
  send: Send;
  company: Awaited<ReturnType<typeof anOrganisation<'company'>>> & { key: string };
};

/** The API on loopback, on the test's own database, and a company with a key for checks. */
export const test = base.extend<House>({
  signing: async ({}, use) => use(someSigning()),
  ask: async ({ copy: { db, pool }, signing }, use) => {
    const ground = { db, pool, origin, signing, limits: apiLimits(120) };
    const served = await serveApi(ground);
    await use((path, init) => fetch(`${served.url}${path}`, init));
    served.stop();
  },
  send: async ({ ask }, use) =>
    use((body, { key, headers, path = '/api/v1/verifications' } = {}) =>
      ask(path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: {
          'Content-Type': 'application/json',
          ...(key !== undefined && { Authorization: `Bearer ${key}` }),
          ...headers,
        },
      }),
    ),
  company: async ({ db }, use) => {
    const company = await anOrganisation(db, 'company', 'company', { name: 'Northwind', country: 'SE' });
    const scope = { db, now: new Date(), actor: company.owner };
    const made = await makeKey(scope, {
      id: crypto.randomUUID(),
      name: 'Portal',
      scopes: ['verifications:write'],
    });
    await use({ ...company, key: done(made).key });
  },
});
