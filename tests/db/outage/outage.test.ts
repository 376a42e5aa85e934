import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

import { apiLimits } from '#app/api/door.server.ts';
import { partsOf } from '#app/commands/bench/register/names.ts';
import { liftSuspension, suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { makeKey } from '#app/features/accounts/keys/commands.server.ts';
import { publishingAt } from '#app/features/credentials/house.server.ts';
import { verifyCredential } from '#app/features/credentials/verify/verify.server.ts';
import { checkRecruiter } from '#app/features/register/check.server.ts';
import { isUnavailable } from '#app/platform/database/unavailable.server.ts';
import { KeptAnswers } from '#app/platform/kept/answers.server.ts';
import { inMemory } from '#app/platform/limits.server.ts';
import type { Mailer } from '#app/platform/mailer.server.ts';
import { connect } from '#db/client.server.ts';
import { fillWithRecruiters } from '#db/embedded/many-recruiters.ts';
import { loader as checkPage } from '#app/routes/public/check.tsx';
import { loader as recordPage } from '#app/routes/public/record.tsx';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension } from '#tests/support/factories/certificates.ts';
import { aCompany } from '#tests/support/factories/watching.ts';
import { serveApi } from '#tests/support/loopback.ts';
import { drain } from '#tests/support/queue.ts';
import { aStoppableDatabase } from '#tests/support/stoppable.ts';

const silent: Mailer = { send: () => Promise.resolve() };
const number = 'LRN00012603';
const removed = 'LRN000000012603';
const origin = 'https://scheme.example';

/** A server whose database may stop, with its kept answers; the world holds one who is certified and one who was taken off. */
async function lay() {
  const database = await aStoppableDatabase();
  const { db, pool } = connect(database.url, { max: 5 });
  await fillWithRecruiters(db, 30, partsOf());
  await db
    .updateTable('registration')
    .set({ delisted_on: '2026-03-01' })
    .where('number', '=', removed)
    .execute();
  const given = await aCertificate(db, () => drain(pool, { db, mailer: silent, origin: 'http://127.0.0.1' }));
  const kept = new KeptAnswers();
  const deafen = kept.listen(database.url);
  const limits = {
    ...apiLimits(1_000_000),
    keys: inMemory({ name: 'key', points: 1_000_000, seconds: 60 }),
  };
  const served = await serveApi({ db, pool, kept, origin, limits });
  const { owner } = await aCompany(db, new Date());
  const made = await makeKey(owner, { id: crypto.randomUUID(), name: 'Portal', scopes: ['register:read'] });
  return {
    ...{ database, db, given, kept, url: served.url, key: bearing(done(made).key) },
    async close() {
      served.stop();
      await deafen();
      await db.destroy();
      await database.close();
    },
  };
}

const bearing = (key: string) => ({ headers: { Authorization: `Bearer ${key}` } });

let house: Awaited<ReturnType<typeof lay>>;
beforeAll(async () => {
  house = await lay();
}, 120_000);
afterAll(() => house.close(), 60_000);

const answer = z.looseObject({
  code: z.string().optional(),
  standing: z.looseObject({ status: z.string() }).optional(),
  status: z.union([z.looseObject({ status: z.string() }), z.number().transform(() => undefined)]).optional(),
  data: z.array(z.looseObject({ status: z.string().optional() })).optional(),
  results: z
    .array(z.looseObject({ outcome: z.string(), standing: z.looseObject({ status: z.string() }).optional() }))
    .optional(),
  credentialSubject: z.looseObject({ status: z.string().optional() }).optional(),
});
type Said = { what: string; at: number; status: number; said: string };

/** What was answered, in one word: a standing, or the code of a refusal. */
const wordOf = ({ code, standing, status, results, data, credentialSubject }: z.infer<typeof answer>) =>
  code ??
  standing?.status ??
  status?.status ??
  results?.map((one) => one.standing?.status ?? one.outcome).join() ??
  data?.map((one) => one.status ?? 'listed').join() ??
  credentialSubject?.status ??
  'list';

async function ask(what: string, path: string, init?: RequestInit): Promise<Said> {
  const at = performance.now();
  const response = await fetch(`${house.url}/api/v1/${path}`, init);
  return { what, at, status: response.status, said: wordOf(answer.parse(await response.json())) };
}

/** What a worker's page asks; where it cannot be answered, the page is the one that says so. */
async function check(): Promise<Said> {
  const at = performance.now();
  const said = await checkRecruiter({ db: house.db, now: new Date() }, number).then(
    (found) => (found.kind === 'one' ? found.entry.standing.status : found.kind),
    (error: unknown) => (isUnavailable(error) ? 'unavailable' : String(error)),
  );
  return { what: 'check', at, status: said === 'unavailable' ? 503 : 200, said };
}

const sent = (items: object[]) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ items }),
});

const questions: (() => Promise<Said>)[] = [
  () => ask('record', `recruiters/${number}`),
  () => ask('history', `recruiters/${number}/history`),
  () => ask('search', 'recruiters?q=Himal&limit=1'),
  () => ask('certificate', `certificates/${house.given.number}`),
  () => ask('status', `certificates/${house.given.number}/status`),
  () => ask('verification', 'verifications', sent([{ registrationNumber: number }])),
  () => ask('unknown', 'recruiters/LRN99'),
  () => ask('removed', `recruiters/${removed}`),
  () => ask('list', 'status-lists/suspension-1'),
  () => ask('list of a key', 'status-lists/suspension-1', house.key),
  () => ask('record of a key', `recruiters/${number}`, house.key),
  check,
];

/** Everybody asks everything, again and again, until told to stop. */
function traffic() {
  const answers: Said[] = [];
  let goesOn = true;
  const asking = questions.map(async (question) => {
    while (goesOn) answers.push(await question());
  });
  return {
    answers,
    async end() {
      goesOn = false;
      await Promise.all(asking);
      return answers;
    },
  };
}

const certified = ['certified', 'certified,applicant', 'listed', 'active'];
const suspended = ['suspended', 'suspended,certified,applicant', 'listed'];
const own: Record<string, string> = {
  unknown: 'unknown_recruiter',
  removed: 'removed',
  list: 'list',
  'list of a key': 'list',
};

describe('while the database stops and starts', () => {
  test(
    'every answer is right or "unavailable", and the last status list is served throughout',
    { timeout: 120_000 },
    async () => {
      const { database, given } = house;
      for (const question of questions) await question();
      const asked = traffic();
      await pause(500);
      const scope = given.as(given.officer);
      done(await suspendCertificate(scope, given.certificateId, ownSuspension));
      const decided = performance.now();
      await pause(300);
      await database.stop();
      const down = performance.now();
      await pause(1500);
      const starting = performance.now();
      await database.start();
      const up = performance.now();
      await pause(2000);
      const answers = await asked.end();

      for (const { what, at, status, said } of answers) {
        const shown = `${what}: ${status} ${said}`;
        const rightly = own[what]
          ? [own[what]]
          : at > decided + 200
            ? suspended
            : [...certified, ...suspended];
        if (said === 'unavailable') expect([status, what], shown).toEqual([503, what]);
        else expect(rightly, shown).toContain(said);
        if (own[what] === 'list') expect(said, shown).toBe('list');
        else if (at > down && at < starting - 100) expect(said, shown).toBe('unavailable');
      }
      for (const what of new Set(answers.map((one) => one.what))) {
        const late = answers.filter((one) => one.what === what && one.at > up + 1000);
        expect(late.length, what).toBeGreaterThan(0);
        expect(
          late.map(({ said }) => said),
          what,
        ).not.toContain('unavailable');
      }
      expect(answers.filter(({ said }) => said === 'unavailable').length).toBeGreaterThan(20);
      done(await liftSuspension(scope, given.certificateId, { note: 'The office moved; all is as it was.' }));
    },
  );

  test(
    'a server whose line hangs tells nothing that it kept: it cannot know what was decided meanwhile',
    { timeout: 60_000 },
    async () => {
      const { database, given } = house;
      const path = `/api/v1/recruiters/${number}`;
      while (!house.kept.find(path, new Date())) {
        await ask('record', `recruiters/${number}`);
        await pause(20);
      }
      // Published once: the last one is what there is from now on.
      expect(await ask('list', 'status-lists/revocation-1')).toMatchObject({ status: 200 });
      const credential = { headers: { Accept: 'application/vc+jwt' } };
      const pasted = await fetch(`${house.url}/api/v1/certificates/${given.number}`, credential);
      const token = await pasted.text();
      const verdict = () =>
        verifyCredential(publishingAt({ db: house.db }, origin), token, new Date()).then(
          (said) => said.verdict,
        );
      expect(await verdict()).toBe('valid');
      database.line.hang();
      const elsewhere = connect(database.direct(), { max: 1 });
      done(
        await suspendCertificate(
          { ...given.as(given.officer), db: elsewhere.db },
          given.certificateId,
          ownSuspension,
        ),
      );
      await elsewhere.db.destroy();
      // Asked twice a second whether the line stands, answered within one.
      await pause(1700);
      const unavailable = { status: 503, said: 'unavailable' };
      const unknown = bearing(`fr_live_${'a'.repeat(43)}`);
      // Whose a key is, and whether it is one, cannot be known: the list is the same for everybody.
      const asked = [
        ask('record', `recruiters/${number}`),
        ask('record of a key', `recruiters/${number}`, house.key),
        ask('verification', 'verifications', sent([{ registrationNumber: number }])),
        ...[undefined, house.key, unknown, bearing('nonsense')].map((by) =>
          ask('list', 'status-lists/revocation-1', by),
        ),
      ];
      const judged = verdict();
      const listed = { status: 200, said: 'list' };
      expect(await Promise.all(asked)).toMatchObject([
        ...[unavailable, unavailable, unavailable],
        ...[listed, listed, listed, listed],
      ]);
      expect(await judged).toBe('status_unavailable');
      database.line.goOn();
      const back = performance.now();
      let said = await ask('record', `recruiters/${number}`);
      while (said.said === 'unavailable' && performance.now() < back + 10_000)
        said = await ask('record', `recruiters/${number}`);
      expect(said).toMatchObject({ status: 200, said: 'suspended' });
    },
  );
});

test('a page whose database is not there fails as unavailable, which its reader is told', async () => {
  // The settings of tests name a database that nobody runs.
  const at = (path: string, params: Record<string, string>) => ({
    request: new Request(`http://127.0.0.1:3000${path}`),
    params,
    context: {},
  });
  for (const opening of [
    () => checkPage(at('/en/check?q=LRN00012603', { lang: 'en' })),
    () => recordPage(at('/register/LRN00012603', { registrationNumber: 'LRN00012603' })),
  ]) {
    const error: unknown = await opening().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(isUnavailable(error)).toBe(true);
  }
  expect(isUnavailable(new Error('relation "nothing" does not exist'))).toBe(false);
  expect(isUnavailable(undefined)).toBe(false);
});
