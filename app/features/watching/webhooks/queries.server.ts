import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { disabledReasons, mostMessages, type Endpoint, type Message } from './model.ts';
import { messageState } from './rules.ts';

const endpoints = (db: Kysely<Database>, companyId: string) =>
  db
    .selectFrom('webhook_endpoint as endpoint')
    .select(['endpoint.id', 'endpoint.url', 'endpoint.made_at as madeAt'])
    .select(['endpoint.former_until as formerUntil', 'endpoint.failing_since as failingSince'])
    .select(['endpoint.disabled_at as disabledAt', 'endpoint.disabled_because as disabledBecause'])
    .where('endpoint.company_id', '=', companyId)
    .where('endpoint.ended_at', 'is', null)
    .orderBy('endpoint.made_at')
    .orderBy('endpoint.id');

const reasonShape = z.enum(disabledReasons).nullable();

type Row = Awaited<ReturnType<ReturnType<typeof endpoints>['execute']>>[number];
const toEndpoint = (row: Row): Endpoint => ({
  ...row,
  disabledBecause: reasonShape.parse(row.disabledBecause),
});

/** Endpoints of the asker's own company. */
export const listEndpoints = async ({ db, actor }: Scope<Company>) =>
  (await endpoints(db, actor.organisationId).limit(50).execute()).map(toEndpoint);

/** One of the asker's own company. */
export async function findEndpoint({ db, actor }: Scope<Company>, id: string) {
  const row = await endpoints(db, actor.organisationId).where(isId('endpoint.id', id)).executeTakeFirst();
  return row && toEndpoint(row);
}

/** The same, held until the change is made. */
export async function lockEndpoint(trx: Transaction<Database>, { actor }: Scope<Company>, id: string) {
  const row = await endpoints(trx, actor.organisationId)
    .where(isId('endpoint.id', id))
    .forUpdate()
    .executeTakeFirst();
  return row && toEndpoint(row);
}

const bodyShape = z.object({ data: z.object({ registrationNumber: z.string() }) });

/** What was sent to an endpoint, the newest first, with the last answer of each; ask only after it was found. */
export async function listMessages({ db }: Scope<Company>, endpointId: string): Promise<Message[]> {
  const rows = await messages(db)
    .where('message.endpoint_id', '=', endpointId)
    .orderBy('message.made_at', 'desc')
    .orderBy('message.id')
    .limit(mostMessages)
    .execute();
  return rows.map(({ body, lastTriedAt, status, answer, tookMs, ...row }) => ({
    ...{ id: row.id, type: row.type, madeAt: row.madeAt, attempts: row.attempts ?? 0 },
    registrationNumber: bodyShape.parse(JSON.parse(body)).data.registrationNumber,
    state: messageState(row),
    lastAttempt: lastTriedAt && { triedAt: lastTriedAt, status, answer: answer ?? '', tookMs: tookMs ?? 0 },
  }));
}

const messages = (db: Kysely<Database>) =>
  db
    .selectFrom('webhook_message as message')
    .innerJoin('webhook_endpoint as endpoint', 'endpoint.id', 'message.endpoint_id')
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('webhook_attempt as attempt')
          .select(['attempt.tried_at', 'attempt.status', 'attempt.answer', 'attempt.took_ms'])
          .whereRef('attempt.message_id', '=', 'message.id')
          .orderBy('attempt.position', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['message.id', 'message.type', 'message.body', 'message.made_at as madeAt'])
    .select(['message.delivered_at as deliveredAt', 'message.given_up_at as givenUpAt'])
    .select(['endpoint.disabled_at as disabledAt', 'last.tried_at as lastTriedAt', 'last.status'])
    .select(['last.answer', 'last.took_ms as tookMs'])
    .select(({ selectFrom }) =>
      selectFrom('webhook_attempt')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('webhook_attempt.message_id', '=', 'message.id')
        .as('attempts'),
    );

/** The endpoint of the asker's own company that a message went to. */
export async function findEndpointOf({ db, actor }: Scope<Company>, messageId: string) {
  const row = await endpoints(db, actor.organisationId)
    .innerJoin('webhook_message as message', 'message.endpoint_id', 'endpoint.id')
    .where(isId('message.id', messageId))
    .executeTakeFirst();
  return row && toEndpoint(row);
}

/** What is due of a message, whoever's; none where it arrived, was given up, or its endpoint takes nothing now. */
export async function findDue(db: Kysely<Database>, messageId: string, now: Date) {
  const row = await db
    .selectFrom('webhook_message as message')
    .innerJoin('webhook_endpoint as endpoint', 'endpoint.id', 'message.endpoint_id')
    .select(['message.id', 'message.body', 'message.tried_since as triedSince'])
    .select(['endpoint.id as endpointId', 'endpoint.url', 'endpoint.secret'])
    .select(['endpoint.company_id as companyId', 'endpoint.former_secret as formerSecret'])
    .select(['endpoint.former_until as formerUntil'])
    .where('message.id', '=', messageId)
    .where('message.delivered_at', 'is', null)
    .where('message.given_up_at', 'is', null)
    .where('endpoint.disabled_at', 'is', null)
    .where('endpoint.ended_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { secret, formerSecret, formerUntil, ...due } = row;
  const former = formerSecret !== null && formerUntil !== null && formerUntil > now ? [formerSecret] : [];
  return { ...due, secrets: [secret, ...former] };
}

/** The queue's own function: one job a message, however often it is asked for. */
export const queueMessages = (trx: Transaction<Database>, ids: readonly string[]) =>
  sql`
    select graphile_worker.add_job('post-webhook', json_build_object('message', m.id), queue_name => 'webhook:' || m.endpoint_id,
      max_attempts => 30, job_key => 'webhook:' || m.id)
    from webhook_message m where m.id = any (${[...ids]}::uuid[])`.execute(trx);
