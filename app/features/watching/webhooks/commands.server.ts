import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { allowsLoopbackReceivers, mayAsk } from '#app/platform/outbound/addresses.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { mayManageEndpoints } from '../policy.ts';
import { lockCompany } from '../queries.server.ts';
import type { EndpointForm } from './forms.ts';
import { mostHeld, type Endpoint } from './model.ts';
import { findEndpointOf, listEndpoints, lockEndpoint, queueMessages } from './queries.server.ts';
import { enable, mayAddEndpoint, replaceSecret } from './rules.ts';
import { newSecret } from './secret.server.ts';

type Trx = Transaction<Database>;

const about = ({ actor, now }: Scope<Company>) => ({
  ...{ actor, now },
  ...{ subject: actor.organisationId, related: [actor.organisationId] },
});

/** The secret is answered here and nowhere else. Names behind the address are judged each time something is sent there. */
export const addEndpoint = (scope: Scope<Company>, { id, url }: EndpointForm) =>
  scope.db.transaction().execute(async (trx) => {
    const { actor, now } = scope;
    if (!mayManageEndpoints(actor)) return refuse('forbidden');
    if (!mayAsk(new URL(url), allowsLoopbackReceivers())) return refuse('address_not_allowed');
    await lockCompany(trx, actor.organisationId);
    const room = mayAddEndpoint((await listEndpoints({ ...scope, db: trx })).length);
    if (!room.ok) return room;
    const { secret, kept } = await newSecret(id);
    const made = await trx
      .insertInto('webhook_endpoint')
      .values({
        ...{ id, company_id: actor.organisationId, url, secret: kept },
        ...{ made_at: now, made_by: actor.accountId },
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return refuse('endpoint_added');
    await recordEvent(trx, about(scope), 'webhook.added', { endpointId: id });
    return ok({ id, url, secret });
  });

/** What owners do to one of their endpoints, with its row held. */
const changing = <T>(
  scope: Scope<Company>,
  id: string,
  change: (trx: Trx, endpoint: Endpoint) => Promise<T>,
) =>
  scope.db.transaction().execute(async (trx) => {
    if (!mayManageEndpoints(scope.actor)) return refuse('forbidden');
    const endpoint = await lockEndpoint(trx, scope, id);
    return endpoint ? change(trx, endpoint) : refuse('not_found');
  });

/** A new secret signs from now on; the former one beside it for a day, so that receivers change in their own time. */
export const replaceEndpointSecret = (scope: Scope<Company>, endpointId: string) =>
  changing(scope, endpointId, async (trx, endpoint) => {
    const decision = replaceSecret(endpoint, scope.now);
    if (!decision.ok) return decision;
    const { formerUntil } = decision.value;
    const { secret, kept } = await newSecret(endpoint.id);
    await trx
      .updateTable('webhook_endpoint')
      .set(({ ref }) => ({ secret: kept, former_secret: ref('secret'), former_until: formerUntil }))
      .where('id', '=', endpoint.id)
      .execute();
    await recordEvent(trx, about(scope), 'webhook.secret_replaced', { endpointId: endpoint.id });
    return ok({ id: endpoint.id, url: endpoint.url, secret, formerUntil });
  });

/** What waited while it was off is sent now, the latest thousand of it. */
export const enableEndpoint = (scope: Scope<Company>, endpointId: string) =>
  changing(scope, endpointId, async (trx, endpoint) => {
    const decision = enable(endpoint);
    if (!decision.ok) return decision;
    await trx
      .updateTable('webhook_endpoint')
      .set({ disabled_at: null, disabled_because: null, failing_since: null })
      .where('id', '=', endpoint.id)
      .execute();
    const held = await trx
      .selectFrom('webhook_message')
      .select('id')
      .where('endpoint_id', '=', endpoint.id)
      .where('delivered_at', 'is', null)
      .where('given_up_at', 'is', null)
      .orderBy('made_at', 'desc')
      .limit(mostHeld)
      .execute();
    await tryAnew(
      trx,
      held.map(({ id }) => id),
      scope.now,
    );
    await recordEvent(trx, about(scope), 'webhook.enabled', { endpointId: endpoint.id });
    return ok({ sent: held.length });
  });

export const endEndpoint = (scope: Scope<Company>, endpointId: string) =>
  changing(scope, endpointId, async (trx, { id }) => {
    await trx.updateTable('webhook_endpoint').set({ ended_at: scope.now }).where('id', '=', id).execute();
    await recordEvent(trx, about(scope), 'webhook.ended', { endpointId: id });
    return ok({ id });
  });

/** Sends a message again under its own id, which a receiver that had it knows. */
export const replayMessage = (scope: Scope<Company>, messageId: string) =>
  scope.db.transaction().execute(async (trx) => {
    if (!mayManageEndpoints(scope.actor)) return refuse('forbidden');
    const endpoint = await findEndpointOf({ ...scope, db: trx }, messageId);
    if (!endpoint) return refuse('not_found');
    if (endpoint.disabledAt) return refuse('endpoint_disabled');
    await tryAnew(trx, [messageId], scope.now);
    return ok({ endpointId: endpoint.id });
  });

async function tryAnew(trx: Trx, ids: readonly string[], now: Date) {
  if (ids.length === 0) return;
  await trx
    .updateTable('webhook_message')
    .set({ tried_since: now, delivered_at: null, given_up_at: null })
    .where('id', 'in', [...ids])
    .execute();
  await queueMessages(trx, ids);
}
