import type { Transaction } from 'kysely';
import { z } from 'zod';

import { termsOf } from '#app/features/scheme/terms.ts';
import { ok, type Result } from '#app/platform/result.ts';
import type { Decider, Officer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { askRequestAgain } from '../../extension/requests.server.ts';
import type { Certificate } from '../../model.ts';
import { matterKinds } from '../model.ts';
import { askAgain } from '../rules.ts';
import { isOpen, putBefore } from './open-matter.server.ts';

type Overturned = { appealId: string; decisionId: string; certificate: Certificate };

/**
 * A refusal that an appeal overturned: what was asked comes before the panel again, as it was asked, while it can still
 * be granted. Call it with application and certificate held.
 */
export async function putAgain(
  trx: Transaction<Database>,
  { appealId, decisionId, certificate }: Overturned,
  by: { actor: Officer | Decider; now: Date },
): Promise<Result<unknown>> {
  const { terms, requestId, auditId, askedBy, about, ...refused } = await refusedMatter(trx, decisionId);
  const months = termsOf(terms).clocks.certificates;
  const again = askAgain({ kind: refused.kind, certificate, months }, by.now);
  if (!again.ok) return again;
  const { applicationId } = certificate;
  if (requestId !== null) await askRequestAgain(trx, requestId, appealId);
  // Asked anew meanwhile: the panel has it, and whoever voted on the refusal does not vote on that one either.
  if (await isOpen(trx, { applicationId, kind: again.value, requestId })) return ok(undefined);
  const of = {
    ...{ certificateId: certificate.id, appealId },
    ...(auditId !== null && { auditId }),
    ...(askedBy !== null && { askedBy }),
    ...(requestId !== null && { requestId }),
  };
  return ok(await putBefore(trx, { kind: again.value, applicationId, of, about }, by));
}

const kind = z.enum(matterKinds);

async function refusedMatter(trx: Transaction<Database>, decisionId: string) {
  const row = await trx
    .selectFrom('certification_decision as decision')
    .innerJoin('decision_matter as matter', 'matter.id', 'decision.matter_id')
    .innerJoin('application', 'application.id', 'matter.application_id')
    .innerJoin('scheme_version', 'scheme_version.id', 'application.scheme_version_id')
    .select(['matter.kind', 'matter.about', 'matter.request_id as requestId', 'scheme_version.terms'])
    .select(['matter.audit_id as auditId', 'matter.asked_by as askedBy'])
    .where('decision.id', '=', decisionId)
    .executeTakeFirstOrThrow();
  return { ...row, kind: kind.parse(row.kind) };
}
