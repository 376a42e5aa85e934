import { sql } from 'kysely';
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
import { senderTo } from '#app/platform/outbound/sender.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, ownSuspension } from '#tests/support/factories/certificates.ts';
import { coverWhole, whole } from '#tests/support/factories/scopes.ts';
import { aCompany } from '#tests/support/factories/watching.ts';
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
