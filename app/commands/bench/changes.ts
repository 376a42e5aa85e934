import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import type { Kysely } from 'kysely';

import { liftSuspension, suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { isSet } from '#app/features/credentials/status-list/bits.server.ts';
import { findEntry } from '#app/features/credentials/status-list/queries.server.ts';
import { watchRecruiter } from '#app/features/watching/commands.server.ts';
import { addEndpoint } from '#app/features/watching/webhooks/commands.server.ts';
import { addMonths, dayOf } from '#app/platform/calendar.ts';
import type { Company, Officer, Scope } from '#app/platform/scope.ts';
import { connect, type Database } from '#db/client.server.ts';

/** From the commit of a standing change to the published list that shows it, and to the message at a receiver. */
export type Changes = { changes: number; listP99Ms: number; webhookP99Ms: number; limitMs: number };

const changes = 40;
const limitMs = 5000;

type Db = Kysely<Database>;
type Case = { id: string; number: string; recruiter: string };

/** Suspends one certificate of the demonstration and lifts it again, in turns, while a company watches its recruiter. */
export async function changesOf(origin: string, url: string): Promise<Changes> {
  const { db } = connect(url, { max: 2 });
  const receiver = await hearing();
  try {
    const certificate = await activeCertificate(db);
    await watchedBy(db, certificate, receiver.url);
    const place = await findEntry(db, certificate.number);
    if (!place) throw new Error(`${certificate.number} has no place in a list`);
    const officer = await actorOf(db, 'officer');
    const times: { list: number[]; webhook: number[] } = { list: [], webhook: [] };
    for (let turn = 0; turn < changes; turn += 1) {
      const suspends = turn % 2 === 0;
      const heard = receiver.next();
      await change({ db, now: new Date(), actor: officer }, certificate.id, suspends);
      const begun = performance.now();
      const list = `${origin}/api/v1/status-lists/suspension-${place.list}`;
      const [shown, came] = await Promise.all([
        until(async () => (await showsSet(list, place.place)) === suspends, begun),
        Promise.race([heard, pause(60_000, Infinity, { ref: false })]),
      ]);
      times.list.push(shown);
      times.webhook.push(came - begun);
    }
    const [listP99Ms, webhookP99Ms] = [p99(times.list), p99(times.webhook)];
    return { changes, listP99Ms, webhookP99Ms, limitMs };
  } finally {
    receiver.stop();
    await db.destroy();
  }
}

/** A receiver on loopback; `next` is the moment of the next message that comes. */
async function hearing() {
  let hear: (at: number) => void = () => undefined;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      hear(performance.now());
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    next: () => new Promise<number>((resolve) => (hear = resolve)),
    stop: () => void server.close(),
  };
}

async function activeCertificate(db: Db): Promise<Case> {
  const row = await db
    .selectFrom('certificate')
    .innerJoin('registration', 'registration.organisation_id', 'certificate.organisation_id')
    .select(['certificate.id', 'certificate.number', 'registration.number as recruiter'])
    .where('certificate.status', '=', 'active')
    .where('certificate.valid_until', '>', addMonths(dayOf(new Date()), 1))
    .orderBy('certificate.number')
    .executeTakeFirst();
  return row ?? failed('The demonstration has no certificate in force');
}

async function watchedBy(db: Db, { recruiter }: Case, url: string) {
  const scope: Scope<Company> = { db, now: new Date(), actor: await actorOf(db, 'company') };
  await watchRecruiter(scope, { registrationNumber: recruiter });
  const added = await addEndpoint(scope, { id: crypto.randomUUID(), url });
  if (!added.ok) failed(`The receiver was not taken: ${added.refusal}`);
}

async function actorOf<K extends 'officer' | 'company'>(db: Db, kind: K) {
  const row = await db
    .selectFrom('membership')
    .select(['account_id as accountId', 'organisation_id as organisationId'])
    .where('role', '=', kind)
    .where('owner_since', 'is not', null)
    .orderBy('account_id')
    .executeTakeFirst();
  return row ? { kind, ...row, owner: true } : failed(`The demonstration has no ${kind}`);
}

async function change(scope: Scope<Officer>, id: string, suspends: boolean) {
  const note = 'The speed of what follows is measured.';
  const done = suspends
    ? await suspendCertificate(scope, id, { reasonClass: 'own_request', note })
    : await liftSuspension(scope, id, { note });
  if (!done.ok) failed(`The standing was not changed: ${done.refusal}`);
}

async function showsSet(list: string, place: number) {
  const text = await (await fetch(list)).text();
  return isSet(/"encodedList":"([^"]+)"/.exec(text)?.[1] ?? '', place);
}

/** Milliseconds from `begun` until it is so, asked every 20 ms as a verifier might. */
async function until(isSo: () => Promise<boolean>, begun: number) {
  while (!(await isSo())) {
    if (performance.now() - begun > 60_000) return Infinity;
    await pause(20);
  }
  return performance.now() - begun;
}

function failed(why: string): never {
  throw new Error(why);
}

const p99 = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? 0;

export const sayChanges = ({ changes, listP99Ms, webhookP99Ms, limitMs }: Changes) =>
  `p99 of ${changes} standing changes: in the status list after ${listP99Ms.toFixed(0)} ms, at a receiver after ${webhookP99Ms.toFixed(0)} ms, ${limitMs} ms allowed`;
