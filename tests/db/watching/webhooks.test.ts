import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { describe, expect } from 'vitest';

import { liftSuspension, suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { watchRecruiter } from '#app/features/watching/commands.server.ts';
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
