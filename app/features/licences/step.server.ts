import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { Actor } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Action } from './model.ts';
import type { Step } from './rules.ts';

type By = { actor: Actor; now: Date; note?: string };

/** Stores a licence as its step left it, the step itself, and the fact. */
export async function storeStep(
  trx: Transaction<Database>,
  { actor, now, note }: By,
  { licence, action }: Step,
) {
  const { id, standing, reasonClass, validUntil, renewalUntil } = licence;
  await trx
    .updateTable('licence')
    .set({
      ...{ standing, reason_class: reasonClass, valid_until: validUntil, renewal_until: renewalUntil },
      ...(changesStanding(action) && { since: now }),
    })
    .where('id', '=', id)
    .execute();
  await trx
    .insertInto('licence_status')
    .values({
      licence_id: id,
      action,
      standing,
      reason_class: reasonClass,
      valid_until: action === 'renewal_declared' ? (renewalUntil ?? validUntil) : validUntil,
      note: note ?? null,
      decided_by: 'accountId' in actor ? actor.accountId : null,
      decided_at: now,
    })
    .execute();
  await announce(trx, { actor, now }, { licence, action });
}

function announce(
  trx: Transaction<Database>,
  by: Pick<By, 'actor' | 'now'>,
  { licence: { id, organisationId, reasonClass }, action }: Step,
) {
  const about = { ...by, subject: id, related: [organisationId] };
  switch (action) {
    case 'declared':
    case 'renewal_declared':
      return recordEvent(trx, about, 'licence.declared', {});
    case 'confirmed':
    case 'renewal_confirmed':
      return recordEvent(trx, about, 'licence.confirmed', {});
    case 'suspended':
      return recordEvent(trx, about, 'licence.suspended', { reasonClass: reasonClass ?? '' });
    case 'reinstated':
      return recordEvent(trx, about, 'licence.reinstated', {});
    case 'revoked':
      return recordEvent(trx, about, 'licence.revoked', { reasonClass: reasonClass ?? '' });
  }
}

const changesStanding = (action: Action) => action !== 'renewal_declared' && action !== 'renewal_confirmed';
