import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';

import { recordEvent } from '#app/events/record.server.ts';
import type { Answer, Sender } from '#app/platform/outbound/sender.server.ts';
import type { Database } from '#db/client.server.ts';

import { findDue } from './queries.server.ts';
import { judge, type Verdict } from './rules.ts';
import { signed } from './secret.server.ts';

type House = { db: Kysely<Database>; send: Sender; clock: () => Date };
const payloadShape = z.object({ message: z.uuid() });

/** Raised so that the queue tries again, with its own back-off. */
export class NotDelivered extends Error {
  override name = 'NotDelivered';
}

/**
 * One attempt at one message. What came of it is kept first; then a failure is raised for the queue. After a crash in
 * between it goes out once more under the same id.
 */
export async function postMessage({ db, send, clock }: House, payload: unknown) {
  const { message: id } = payloadShape.parse(payload);
  const begun = clock();
  const due = await findDue(db, id, begun);
  if (!due) return;
  const headers = await signed({ id: due.endpointId, secrets: due.secrets }, due, begun);
  if (!headers) throw new Error(`no key opens the secrets of endpoint ${due.endpointId}`);
  const started = performance.now();
  const answer = await send(due.url, { headers, body: due.body });
  const tried = { messageId: id, answer, now: clock(), took: Math.round(performance.now() - started) };
  const outcome = await db.transaction().execute((trx) => keep(trx, due, tried));
  if (outcome === 'again') throw new NotDelivered(`message ${id} did not arrive`);
}

type Due = NonNullable<Awaited<ReturnType<typeof findDue>>>;
type Tried = { messageId: string; answer: Answer; now: Date; took: number };

async function keep(trx: Transaction<Database>, due: Due, { messageId, answer, now, took }: Tried) {
  const locked = await trx
    .selectFrom('webhook_endpoint')
    .select(['failing_since as failingSince', 'disabled_at as disabledAt'])
    .where('id', '=', due.endpointId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('webhook_attempt')
    .values({
      ...{ message_id: messageId, tried_at: now, took_ms: took },
      ...{ status: answer.status, answer: wordsOf(answer) },
    })
    .execute();
  const { status } = answer;
  const verdict = judge({ status, triedSince: due.triedSince, failingSince: locked.failingSince }, now);
  if (verdict.outcome !== 'again')
    await trx
      .updateTable('webhook_message')
      .set(verdict.outcome === 'delivered' ? { delivered_at: now } : { given_up_at: now })
      .where('id', '=', messageId)
      .execute();
  await noteOnEndpoint(trx, due, { verdict, now, off: locked.disabledAt !== null });
  return verdict.outcome;
}

type Noted = { verdict: Verdict; now: Date; off: boolean };

async function noteOnEndpoint(
  trx: Transaction<Database>,
  { endpointId, companyId }: Due,
  { verdict, now, off }: Noted,
) {
  const because = verdict.outcome === 'delivered' || off ? undefined : verdict.disable;
  await trx
    .updateTable('webhook_endpoint')
    .set({
      failing_since: verdict.outcome === 'delivered' ? null : verdict.failingSince,
      ...(because && { disabled_at: now, disabled_because: because }),
    })
    .where('id', '=', endpointId)
    .execute();
  if (!because) return;
  const about = { actor: { kind: 'system' as const }, now, subject: companyId, related: [companyId] };
  await recordEvent(trx, about, 'webhook.disabled', { endpointId, because });
}

/** The beginning of an answer as text that PostgreSQL keeps: it stores no null character. */
function wordsOf(answer: Answer) {
  const text = answer.status === null ? answer.problem : answer.text;
  return Array.from(text.replaceAll('\0', '\u{FFFD}')).slice(0, 1000).join('');
}
