import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Decider } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { barToWiden } from '../ground.server.ts';
import { lockCertificate } from '../queries.server.ts';
import { latestVersion, putVersion } from '../scope/versions.server.ts';
import { about } from '../status.server.ts';
import { answerRequest, bodyIsApproved, lockRequest } from './requests.server.ts';
import { extendAudited, widened } from './rules.ts';

/** What the panel decided of a wider scope that was audited. */
export type Extending = {
  actor: Decider;
  now: Date;
  certificateId: string;
  requestId: string;
  reasons: string;
};

/** The next version of the scope, in the decision's own transaction. */
export async function extendByPanel(trx: Transaction<Database>, warrant: Extending) {
  const { actor, now, certificateId, requestId, reasons } = warrant;
  const certificate = await lockCertificate(trx, certificateId);
  const request = await lockRequest(trx, requestId);
  if (!certificate || !request) return refuse('not_found');
  const covered = await latestVersion(trx, certificateId);
  const { sectors, corridors } = widened(covered, request.added);
  const bodyApproved = await bodyIsApproved(trx, { certificateId, sectors, now });
  const bar = await barToWiden(trx, certificateId, corridors);
  const decision = extendAudited({ certificate, covered, request, bodyApproved, bar }, dayOf(now));
  if (!decision.ok) return decision;
  await answerRequest(trx, requestId, { state: 'extended', actor, now, answer: reasons });
  const version = covered.version + 1;
  await putVersion(trx, certificateId, {
    ...{ version, action: 'extended', request_id: requestId, ...decision.value },
    ...{ note: 'Granted by the decision panel', decided_by: actor.accountId, from_at: now },
  });
  await recordEvent(trx, { actor, now, ...about(certificate) }, 'certificate.scope_extended', { version });
  return decision;
}

/** The request is closed with the panel's reasons; the decision itself is told. */
export async function refuseByPanel(
  trx: Transaction<Database>,
  { actor, now, requestId, reasons }: Extending,
) {
  const request = await lockRequest(trx, requestId);
  if (request?.state !== 'audit_needed') return refuse('already_answered');
  await answerRequest(trx, requestId, { state: 'refused', actor, now, answer: reasons });
  return ok(undefined);
}
