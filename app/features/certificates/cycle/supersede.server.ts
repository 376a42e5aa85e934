import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { Decider, Reviewer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Certificate } from '../model.ts';
import { lockStanding } from '../queries.server.ts';
import { supersede } from '../rules.ts';
import { about, recordStatus } from '../status.server.ts';

type By = { actor: Decider | Reviewer; now: Date };

/** Ends the certificate a recruiter stands on, if there is one, and puts the next in its place: one stands at a time. */
export async function supersedeStanding(
  trx: Transaction<Database>,
  { actor, now }: By,
  organisationId: string,
  put: (previous: Certificate | undefined) => Promise<{ id: string }>,
) {
  const previous = await lockStanding(trx, organisationId);
  const ended = previous && supersede(previous, now);
  if (ended && !ended.ok) throw new Error(`Certificate ${previous.number} is ${ended.refusal}`);
  if (ended) {
    const ground = { decidedBy: actor.accountId };
    const note = 'A new certificate took its place';
    await recordStatus(trx, { next: ended.value, at: now, action: 'superseded', note, ground });
  }
  const { id } = await put(previous);
  if (previous)
    await recordEvent(trx, { actor, now, ...about(previous) }, 'certificate.superseded', { by: id });
}
