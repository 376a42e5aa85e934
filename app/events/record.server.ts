import { sql, type Transaction } from 'kysely';

import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { catalogue, quietTypes, type EventType, type Payload } from './catalogue.ts';

/** What a fact brings about is written down before a mail of an older one goes out: who is urgent waits behind no thousand. */
const first = -5;

/** `subject` is the record the fact is about; `related` are the other records whose timelines tell of it. */
export type About = { subject: string; related?: string[] };

/** Takes a Transaction, not a Kysely: a fact is stored with the change it tells of, or not at all. */
export async function recordEvent<T extends EventType>(
  trx: Transaction<Database>,
  { actor, now, ...about }: Pick<Scope, 'actor' | 'now'> & About,
  type: T,
  payload: Payload<T>,
) {
  const { id } = await trx
    .insertInto('event')
    .values({
      type,
      subject: about.subject,
      related: about.related ?? [],
      actor: JSON.stringify(actor),
      payload: JSON.stringify(catalogue[type].parse(payload)),
      occurred_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (quietTypes.includes(type)) return;
  // The queue's own function, in our transaction: the delivery is queued if and only if the fact is stored.
  await sql`select graphile_worker.add_job('deliver', json_build_object('event', ${id}::text), priority => ${first})`.execute(
    trx,
  );
}

type Told<T extends EventType> = { subject: string; related: string[]; payload: Payload<T> };

/** The same for many facts of one type at once, where a clock tells of thousands. */
export async function recordEvents<T extends EventType>(
  trx: Transaction<Database>,
  { actor, now }: Pick<Scope, 'actor' | 'now'>,
  type: T,
  told: readonly Told<T>[],
) {
  if (told.length === 0) return;
  const rows = told.map(({ payload, ...about }) => ({ ...about, payload: catalogue[type].parse(payload) }));
  // One text for all of them, which the database takes apart: a parameter a column would be tens of thousands. And all jobs at
  // once: each call by itself looks through the jobs that wait.
  await sql`
    with told as (
      insert into event (type, subject, related, actor, payload, occurred_at)
      select ${type}, fact.subject, fact.related, ${JSON.stringify(actor)}::jsonb, fact.payload, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fact (subject uuid, related uuid[], payload jsonb)
      returning id)
    select graphile_worker.add_jobs(array(
      select row('deliver', json_build_object('event', id::text), null, null, null, null, ${first}, null)::graphile_worker.job_spec
      from told))`.execute(trx);
}
