import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import { renewCertificate, type Renewing } from './cycle/renew.server.ts';
import { extendByPanel, refuseByPanel, type Extending } from './extension/by-panel.server.ts';
import { issueCertificate, type Granted } from './issue.server.ts';
import { lockCertificate } from './queries.server.ts';
import { lift } from './rules.ts';
import { about, recordStatus } from './status.server.ts';

/** What the panel granted: a first certificate, or a change of one that stands. */
export type Warrant =
  | ({ kind: 'initial' } & Granted)
  | ({ kind: 'recertification' | 'restoration' | 'lift' } & Renewing)
  | ({ kind: 'scope_extension' } & Extending);

/** Does what was granted, in the decision's own transaction; a refusal says why it cannot be done (any more). */
export async function carryOut(trx: Transaction<Database>, warrant: Warrant): Promise<Result<unknown>> {
  switch (warrant.kind) {
    case 'initial':
      return issueCertificate(trx, warrant);
    case 'recertification':
    case 'restoration':
      return renewCertificate(trx, warrant.kind, warrant);
    case 'lift':
      return liftByPanel(trx, warrant);
    case 'scope_extension':
      return extendByPanel(trx, warrant);
  }
}

/** What follows where the panel refused: a request has its answer, what stands goes on standing. */
export async function refuseAsked(trx: Transaction<Database>, warrant: Warrant): Promise<Result<unknown>> {
  return warrant.kind === 'scope_extension' ? refuseByPanel(trx, warrant) : ok(undefined);
}

async function liftByPanel(trx: Transaction<Database>, { actor, now, certificateId }: Renewing) {
  const current = await lockCertificate(trx, certificateId);
  if (!current) return refuse('not_found');
  const decision = lift(current, now, dayOf(now));
  if (!decision.ok) return decision;
  const next = decision.value;
  const ground = { decidedBy: actor.accountId };
  await recordStatus(trx, {
    next,
    at: now,
    action: 'reinstated',
    note: 'Lifted by the decision panel',
    ground,
  });
  await recordEvent(trx, { actor, now, ...about(next) }, 'certificate.reinstated', {});
  return decision;
}
