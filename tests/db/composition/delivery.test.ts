import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { deliver, deliveryShape, react } from '#app/composition/delivery.server.ts';
import { on, type Means, type Reaction } from '#app/events/reaction.ts';
import { recordEvent } from '#app/events/record.server.ts';
import type { Database } from '#db/client.server.ts';
import { test } from '#tests/support/test.ts';

const now = new Date('2026-03-01T09:00:00Z');
const actor = { kind: 'system' } as const;

const suspended = (db: Kysely<Database>) =>
  db.transaction().execute(async (trx) => {
    const subject = crypto.randomUUID();
    await recordEvent(trx, { actor, now, subject }, 'certificate.suspended', { reasonClass: 'fees_charged' });
    return trx.selectFrom('event').select('id').where('subject', '=', subject).executeTakeFirstOrThrow();
  });

/** A reaction that notes whom it told, and fails for the targets named. */
function telling(targets: string[], failing: string[] = []) {
  const told: string[] = [];
  const tell: Reaction = on('certificate.suspended', 'tell', {
    targets: () => Promise.resolve(targets),
    run: (_fact, target) => {
      if (failing.includes(target)) return Promise.reject(new Error('refused'));
      told.push(target);
      return Promise.resolve();
    },
  });
  return { told, reactions: [tell] };
}

const meansOf = (db: Kysely<Database>): Means => ({
  db,
  origin: 'http://127.0.0.1',
  mailer: { send: () => Promise.resolve() },
});

async function jobs(db: Kysely<Database>, task: string) {
  const { rows } = await sql<{ payload: unknown }>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = ${task} order by j.id`.execute(db);
  return rows.map(({ payload }) => payload);
}

describe('a fact', () => {
  test('is stored with its delivery queued', async ({ db }) => {
    const { id } = await suspended(db);
    expect(await jobs(db, 'deliver')).toEqual([{ event: id }]);
  });

  test('leaves neither itself nor a job when its change is undone', async ({ db }) => {
    const undone = db.transaction().execute(async (trx) => {
      await recordEvent(trx, { actor, now, subject: crypto.randomUUID() }, 'audit.closed', {});
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await db.selectFrom('event').select('id').execute()).toEqual([]);
    expect(await jobs(db, 'deliver')).toEqual([]);
  });

  test('with a payload the catalogue does not know is refused', async ({ db }) => {
    const wrong = db.transaction().execute((trx) =>
      recordEvent(trx, { actor, now, subject: crypto.randomUUID() }, 'certificate.issued', {
        number: 'ERC-1',
        validUntil: 'soon',
      }),
    );
    await expect(wrong).rejects.toThrow();
  });

  test('is never changed, removed or swept away', async ({ db }) => {
    await suspended(db);
    await expect(db.updateTable('event').set({ type: 'audit.closed' }).execute()).rejects.toThrow(
      'append-only',
    );
    await expect(db.deleteFrom('event').execute()).rejects.toThrow('append-only');
    await expect(sql`truncate event cascade`.execute(db)).rejects.toThrow('append-only');
  });
});

describe('delivery', () => {
  test('queues one job for each target, once, however often it runs', async ({ db }) => {
    const { id } = await suspended(db);
    const { reactions } = telling(['a', 'b']);
    await deliver({ db }, reactions, id);
    await deliver({ db }, reactions, id);
    expect(await jobs(db, 'react')).toEqual(
      ['a', 'b'].map((target) => ({ event: id, reaction: 'certificate.suspended/tell', target })),
    );
  });

  test('one target that fails does not repeat the others', async ({ db }) => {
    const { id } = await suspended(db);
    const { told, reactions } = telling(['a', 'b', 'c'], ['b']);
    await deliver({ db }, reactions, id);
    const deliveries = (await jobs(db, 'react')).map((payload) => deliveryShape.parse(payload));
    for (const turn of [1, 2]) {
      const outcomes = await Promise.allSettled(
        deliveries.map((delivery) => react(meansOf(db), reactions, delivery)),
      );
      expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      expect(told, `turn ${turn}`).toEqual(['a', 'c']);
    }
  });

  test('a reaction that no longer exists is kept as a failure, not forgotten', async ({ db }) => {
    const { id } = await suspended(db);
    await expect(react(meansOf(db), [], { event: id, reaction: 'gone', target: 'a' })).rejects.toThrow(
      'No reaction gone',
    );
  });
});
