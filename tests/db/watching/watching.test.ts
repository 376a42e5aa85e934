import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { describe, expect } from 'vitest';

import { removeMember } from '#app/features/accounts/organisations/people-commands.server.ts';
import { reduceScope } from '#app/features/certificates/scope/commands.server.ts';
import { liftSuspension, suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import {
  chooseRhythm,
  endWatch,
  watchCorridor,
  watchList,
  watchRecruiter,
} from '#app/features/watching/commands.server.ts';
import { endOfLeft } from '#app/features/watching/leaving.server.ts';
import { makeDigests } from '#app/features/watching/mails/digests.server.ts';
import { listWatches } from '#app/features/watching/queries.server.ts';
import {
  addEndpoint,
  enableEndpoint,
  endEndpoint,
  replaceEndpointSecret,
  replayMessage,
} from '#app/features/watching/webhooks/commands.server.ts';
import { findEndpoint, listMessages } from '#app/features/watching/webhooks/queries.server.ts';
import { senderTo } from '#app/platform/outbound/sender.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension } from '#tests/support/factories/certificates.ts';
import { coverWhole, whole } from '#tests/support/factories/scopes.ts';
import { aCompany, aReceiver } from '#tests/support/factories/watching.ts';
import { drain } from '#tests/support/queue.ts';
import { test as base } from '#tests/support/test.ts';

const number = 'LRN00012603';

const test = base.extend<{ send: (at?: Date) => Promise<void> }>({
  /** Runs the queue with receivers on loopback reached; jobs in back-off are due. */
  send: async ({ copy, mailer, now }, use) => {
    await use(async (at = now) => {
      await sql`update graphile_worker._private_jobs set run_at = now() where locked_at is null`.execute(
        copy.db,
      );
      const means = { db: copy.db, mailer, origin: 'http://127.0.0.1:3000', clock: () => at };
      await drain(copy.pool, { ...means, send: senderTo({ allowLoopback: true, seconds: 2 }) });
    });
  },
});

const lifted = { note: 'The office has moved and works again as before.' };
const hours = (since: Date, count: number) => new Date(since.getTime() + count * 3_600_000);
const at = (url: string) => ({ id: crypto.randomUUID(), url });

describe('whoever watches', () => {
  test('hears of a suspension once, whatever watches meet, and strangers do not', async ({
    db,
    work,
    send,
    mailer,
    now,
  }) => {
    const { as, officer, certificateId } = await aCertificate(db, work);
    const { owner } = await aCompany(db, now);
    const { owner: stranger } = await aCompany(db, now, 'Delta');
    done(await watchRecruiter(owner, { registrationNumber: number }));
    done(await watchCorridor(owner, { origin: 'NP', destination: 'QA' }));
    const listed = done(await watchList(owner, { name: 'Suppliers', numbers: [number, 'LRN99999999'] }));
    expect(listed.unknown).toEqual(['LRN99999999']);
    done(await watchCorridor(stranger, { origin: 'AQ', destination: 'AQ' }));
    expect((await listWatches(owner, { limit: 10 })).map(({ kind }) => kind).toSorted()).toEqual([
      ...['corridor', 'list', 'recruiter'],
    ]);
    mailer.sent.length = 0;

    done(await suspendCertificate(as(officer), certificateId, ownSuspension));
    const before = await db
      .selectFrom('event')
      .select('id')
      .where('type', '=', 'certificate.suspended')
      .execute();
    await send();
    // The queue's delivery comes again, as after a crash.
    await sql`select graphile_worker.add_job('deliver', json_build_object('event', ${before[0]?.id}::text))`.execute(
      db,
    );
    await db
      .updateTable('delivery')
      .set({ done_at: null })
      .where('reaction', 'like', '%tell-watchers')
      .execute();
    await sql`select graphile_worker.add_job('react', json_build_object('event', event_id::text, 'reaction', reaction, 'target', target))
      from delivery where reaction = 'certificate.suspended/tell-watchers'`.execute(db);
    await send();

    const told = mailer.sent.filter(({ subject }) => subject.startsWith('The register has news'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text.replace(/\s+/g, ' ')).toContain('is suspended since 1 March 2026');
    const notices = await db.selectFrom('watch_notice').select(['company_id', 'type']).execute();
    expect(notices).toEqual([{ company_id: owner.actor.organisationId, type: 'certificate.suspended' }]);
  });

  test('of a corridor hears that it was taken out of a scope; of another one nothing', async ({
    db,
    work,
    send,
    now,
  }) => {
    const given = await aCertificate(db, work);
    await coverWhole(db);
    const { owner } = await aCompany(db, now);
    const { owner: stranger } = await aCompany(db, now, 'Delta');
    done(await watchCorridor(owner, { origin: 'NP', destination: 'AE' }));
    done(await watchCorridor(stranger, { origin: 'NP', destination: 'MY' }));
    const note = 'The office of that corridor was closed in spring.';
    const less = { ...whole, corridors: ['NP-QA'], note };
    done(await reduceScope(given.as(given.officer), given.certificateId, less));
    await send();
    expect(await db.selectFrom('watch_notice').select(['company_id', 'type']).execute()).toEqual([
      { company_id: owner.actor.organisationId, type: 'certificate.scope_reduced' },
    ]);
  });

  test('in digests hears of everything that waited, once, on its day', async ({
    db,
    work,
    send,
    mailer,
    now,
  }) => {
    const { as, officer, certificateId } = await aCertificate(db, work);
    const { owner, another } = await aCompany(db, now);
    const colleague = await another();
    done(await watchRecruiter(owner, { registrationNumber: number }));
    done(await chooseRhythm(owner, { rhythm: 'weekly' }));
    done(await chooseRhythm(colleague, { rhythm: 'daily' }));
    mailer.sent.length = 0;
    done(await suspendCertificate(as(officer), certificateId, ownSuspension));
    await send();
    done(await liftSuspension(as(officer), certificateId, lifted));
    await send();
    const digests = () => mailer.sent.filter(({ subject }) => subject.includes('2 changes for you'));
    expect(mailer.sent.filter(({ subject }) => subject.startsWith('The register'))).toHaveLength(0);
    // The first of March 2026 is a Sunday.
    await makeDigests({ db, now });
    await makeDigests({ db, now });
    await send();
    expect(digests()).toHaveLength(1);
    await makeDigests({ db, now: hours(now, 24) });
    await send();
    expect(digests()).toHaveLength(2);
    expect(new Set(digests().map(({ messageId }) => messageId)).size).toBe(2);
  });

  test('hears nothing more once the watch ended, or once they left', async ({
    db,
    work,
    send,
    mailer,
    now,
  }) => {
    const { as, officer, certificateId } = await aCertificate(db, work);
    const { owner, another } = await aCompany(db, now);
    const leaver = await another();
    done(await watchRecruiter(leaver, { registrationNumber: number }));
    const [watch] = await listWatches(owner, { limit: 10 });
    const membership = await db
      .selectFrom('membership')
      .select('id')
      .where('account_id', '=', leaver.actor.accountId)
      .executeTakeFirstOrThrow();
    done(await removeMember(owner, membership.id));
    await send();
    expect(await db.selectFrom('watch_rhythm').selectAll().execute()).toEqual([]);
    mailer.sent.length = 0;
    done(await suspendCertificate(as(officer), certificateId, ownSuspension));
    await send();
    expect(mailer.sent.filter(({ subject }) => subject.startsWith('The register'))).toHaveLength(0);
    expect(await db.selectFrom('watch_notice').select('type').execute()).toHaveLength(1);
    done(await endWatch(owner, watch?.id ?? ''));
    done(await liftSuspension(as(officer), certificateId, lifted));
    await send();
    expect(await db.selectFrom('watch_notice').select('type').execute()).toHaveLength(1);
    expect((await endWatch(owner, watch?.id ?? '')).ok).toBe(false);
    // The last one gone: nothing is watched any more.
    done(await watchRecruiter(owner, { registrationNumber: number }));
    await db.deleteFrom('membership').where('organisation_id', '=', owner.actor.organisationId).execute();
    await endOfLeft({ db, now, companyId: owner.actor.organisationId });
    expect(await listWatches(owner, { limit: 10 })).toEqual([]);
  });
});

describe('an endpoint', () => {
  test('is sent what changed, signed; a failure is tried again under the same id', async ({
    db,
    work,
    send,
    now,
  }) => {
    const { as, officer, certificateId } = await aCertificate(db, work);
    const receiver = await aReceiver(500, 200);
    const { owner } = await aCompany(db, now);
    done(await watchRecruiter(owner, { registrationNumber: number }));
    const endpoint = done(await addEndpoint(owner, at(receiver.url)));
    const kept = await db.selectFrom('webhook_endpoint').select('secret').executeTakeFirstOrThrow();
    expect(kept.secret).not.toContain(endpoint.secret.slice('whsec_'.length));
    done(await suspendCertificate(as(officer), certificateId, ownSuspension));
    const real = new Date();
    await send(real);
    await send(real);
    receiver.stop();
    expect(receiver.heard).toHaveLength(2);
    const [first, second] = receiver.heard;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    for (const { headers, body } of receiver.heard) {
      const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
      expect(new Webhook(endpoint.secret).verify(body, given)).toMatchObject({
        type: 'certificate.suspended',
        data: { registrationNumber: number, standing: { status: 'suspended' } },
      });
      const altered = body.replace('suspended', 'certified');
      expect(() => new Webhook(endpoint.secret).verify(altered, given)).toThrow();
    }
    const [message] = await listMessages(owner, endpoint.id);
    expect(message).toMatchObject({
      state: 'delivered',
      attempts: 2,
      lastAttempt: { status: 200, answer: 'answer 2' },
    });

    const again = await aReceiver(200);
    again.stop();
    done(await replayMessage({ ...owner, now: real }, message?.id ?? ''));
    await send(real);
    expect((await listMessages(owner, endpoint.id))[0]).toMatchObject({ state: 'trying', attempts: 3 });
  });

  test('signs with both secrets for a day after one was replaced', async ({ db, work, send, now }) => {
    const { as, officer, certificateId } = await aCertificate(db, work);
    const receiver = await aReceiver(200);
    const { owner } = await aCompany(db, now);
    done(await watchRecruiter(owner, { registrationNumber: number }));
    const former = done(await addEndpoint(owner, at(receiver.url)));
    const real = { ...owner, now: new Date() };
    const next = done(await replaceEndpointSecret(real, former.id));
    expect(await replaceEndpointSecret(real, former.id)).toEqual({
      ok: false,
      refusal: 'former_secret_in_use',
    });
    done(await suspendCertificate(as(officer), certificateId, ownSuspension));
    await send(real.now);
    await send(real.now);
    const verifies = (secret: string, index: number) => {
      const { headers = {}, body = '' } = receiver.heard[index] ?? {};
      const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
      try {
        new Webhook(secret).verify(body, given);
        return true;
      } catch {
        return false;
      }
    };
    expect([verifies(former.secret, 0), verifies(next.secret, 0)]).toEqual([true, true]);
    await db
      .updateTable('webhook_endpoint')
      .set({ former_until: hours(real.now, -1) })
      .execute();
    const [message] = await listMessages(owner, former.id);
    done(await replayMessage(owner, message?.id ?? ''));
    await send(real.now);
    receiver.stop();
    expect([verifies(former.secret, 1), verifies(next.secret, 1)]).toEqual([false, true]);
  });

  test('that fails for three days is switched off, its owners are told, and what waited is sent when it is on again', async ({
    db,
    work,
    send,
    mailer,
    now,
  }) => {
    const { as, officer, certificateId } = await aCertificate(db, work);
    const receiver = await aReceiver(500, 500, 500, 200);
    const { owner } = await aCompany(db, now);
    done(await watchRecruiter(owner, { registrationNumber: number }));
    const { id } = done(await addEndpoint(owner, at(receiver.url)));
    done(await suspendCertificate(as(officer), certificateId, ownSuspension));
    await send(now);
    await send(hours(now, 71));
    expect(await findEndpoint(owner, id)).toMatchObject({ disabledAt: null, failingSince: now });
    mailer.sent.length = 0;
    await send(hours(now, 73));
    await send(hours(now, 73));
    expect(receiver.heard).toHaveLength(3);
    expect(await findEndpoint(owner, id)).toMatchObject({ disabledBecause: 'failing' });
    expect(mailer.sent.map(({ subject }) => subject)).toEqual(['We no longer send to one of your webhooks']);
    expect(mailer.sent[0]?.text).toContain(receiver.url);
    done(await liftSuspension(as(officer), certificateId, lifted));
    await send(hours(now, 74));
    expect(receiver.heard).toHaveLength(3);
    expect((await listMessages(owner, id)).map(({ state }) => state).toSorted()).toEqual([
      'given_up',
      'held',
    ]);
    expect(await replayMessage(owner, (await listMessages(owner, id))[0]?.id ?? '')).toMatchObject({
      ok: false,
    });
    expect(done(await enableEndpoint(owner, id))).toEqual({ sent: 1 });
    await send(hours(now, 75));
    receiver.stop();
    expect(receiver.heard).toHaveLength(4);
    expect((await listMessages(owner, id)).map(({ state }) => state).toSorted()).toEqual([
      'delivered',
      'given_up',
    ]);
  });

  test('that says it is gone is sent nothing more', async ({ db, work, send, now }) => {
    const { as, officer, certificateId } = await aCertificate(db, work);
    const receiver = await aReceiver(410);
    const { owner } = await aCompany(db, now);
    done(await watchRecruiter(owner, { registrationNumber: number }));
    const { id } = done(await addEndpoint(owner, at(receiver.url)));
    done(await suspendCertificate(as(officer), certificateId, ownSuspension));
    await send();
    await send();
    receiver.stop();
    expect(receiver.heard).toHaveLength(1);
    expect(await findEndpoint(owner, id)).toMatchObject({ disabledBecause: 'gone' });
  });

  test('is its company’s alone, its owners’ to change, and stands in no network of ours', async ({
    db,
    now,
  }) => {
    const { owner, another } = await aCompany(db, now);
    const { owner: stranger } = await aCompany(db, now, 'Delta');
    const colleague = await another();
    const { id } = done(await addEndpoint(owner, at('https://hooks.northwind.example/')));
    expect(await findEndpoint(stranger, id)).toBeUndefined();
    expect(await findEndpoint(colleague, id)).toMatchObject({ url: 'https://hooks.northwind.example/' });
    expect(await endEndpoint(stranger, id)).toEqual({ ok: false, refusal: 'not_found' });
    expect(await endEndpoint(colleague, id)).toEqual({ ok: false, refusal: 'forbidden' });
    for (const url of ['https://10.0.0.1/', 'http://hooks.northwind.example/', 'https://[fd00::1]/'])
      expect(await addEndpoint(owner, at(url))).toEqual({ ok: false, refusal: 'address_not_allowed' });
    done(await endEndpoint(owner, id));
    expect(await findEndpoint(owner, id)).toBeUndefined();
  });
});
