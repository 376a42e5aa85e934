import { sql } from 'kysely';
import { z } from 'zod';

import { catalogue, isEventType, type EventType, type Fact } from '#app/events/catalogue.ts';
import type { Means, Reaction } from '#app/events/reaction.ts';

const most = 20;

/**
 * One job per event, reaction and target. The row in `delivery` is what makes it once: a deliver job that is repeated
 * after a crash finds its rows and queues nothing anew.
 */
export async function deliver({ db }: Pick<Means, 'db'>, reactions: readonly Reaction[], eventId: string) {
  await db.transaction().execute(async (trx) => {
    const fact = await factOf({ db: trx }, eventId);
    if (!fact) return;
    for (const reaction of reactions.filter(({ on }) => on === fact.type)) {
      for (const target of await reaction.targets(trx, fact)) {
        const fresh = await trx
          .insertInto('delivery')
          .values({ event_id: eventId, reaction: reaction.name, target })
          .onConflict((conflict) => conflict.doNothing())
          .returning('event_id')
          .executeTakeFirst();
        if (!fresh) continue;
        const payload = JSON.stringify({ event: eventId, reaction: reaction.name, target });
        // The queue's own function, in our transaction.
        await sql`select graphile_worker.add_job('react', ${payload}::json, max_attempts => ${most}, priority => ${reaction.urgent ? -10 : 0})`.execute(
          trx,
        );
      }
    }
  });
}

export type Delivery = { event: string; reaction: string; target: string };
export const deliveryShape = z.object({ event: z.uuid(), reaction: z.string(), target: z.string() });

/** Runs one effect for one target, outside any transaction; nothing happens when it is already done. */
export async function react(
  means: Means,
  reactions: readonly Reaction[],
  { event, reaction: name, target }: Delivery,
) {
  const reaction = reactions.find((candidate) => candidate.name === name);
  const fact = await factOf(means, event);
  if (!reaction || !fact) throw new Error(`No reaction ${name} for event ${event}`);
  const mine = means.db
    .selectFrom('delivery')
    .select('done_at')
    .where('event_id', '=', event)
    .where('reaction', '=', name)
    .where('target', '=', target);
  if ((await mine.executeTakeFirst())?.done_at) return;
  await reaction.run(fact, target);
  await means.db
    .updateTable('delivery')
    .set({ done_at: sql`now()` })
    .where('event_id', '=', event)
    .where('reaction', '=', name)
    .where('target', '=', target)
    .execute();
}

async function factOf({ db }: Pick<Means, 'db'>, id: string): Promise<Fact | undefined> {
  const row = await db.selectFrom('event').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !isEventType(row.type)) return undefined;
  const { type, subject, related, occurred_at } = row;
  return { id, type, subject, related, payload: payloadOf(type, row.payload), occurredAt: occurred_at };
}

const payloadOf = (type: EventType, payload: unknown) => catalogue[type].parse(payload);
