import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { Decider, Reviewer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Certificate } from '../model.ts';
import { lockCertificate } from '../queries.server.ts';
import { about, recordStatus } from '../status.server.ts';
import { carry } from './rules.ts';

type By = { actor: Decider | Reviewer; now: Date };
type Next = { id: string; before: Certificate };

/** What an earlier certificate was under, on the one that was just issued in its place. */
export async function keepStanding(trx: Transaction<Database>, { actor, now }: By, { id, before }: Next) {
  const issued = await lockCertificate(trx, id);
  const next = issued && carry(before, issued, now);
  if (!next) return;
  // It was issued: what is behind its first status is asked now, for at the end it has another.
  await sql`set constraints certificate_status_is_decided immediate`.execute(trx);
  await sql`set constraints certificate_status_is_decided deferred`.execute(trx);
  const { reasonClass, status } = next;
  const note =
    status === 'suspended' ? `Suspended as ${before.number} was` : `Under watch as ${before.number} was`;
  await recordStatus(trx, { next, at: now, action: 'carried', note, ground: { decidedBy: actor.accountId } });
  const fact = { actor, now, ...about(next) };
  if (status === 'suspended') await recordEvent(trx, fact, 'certificate.suspended', { reasonClass });
  else await recordEvent(trx, fact, 'certificate.watched', { reasonClass });
}
