import type { Transaction } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import { refuse } from '#app/platform/result.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { findAudit } from '../../queries.server.ts';
import { checkHeard } from '../../report/namings.server.ts';
import type { Finding } from '../model.ts';
import type { VerifyForm } from './forms.ts';
import { findSent } from './queries.server.ts';
import { see } from './rules.ts';

/** Part of a verification, in its transaction: what was seen, for who closes the finding, its recruiter and the panel. */
export async function keepSighting(
  trx: Transaction<Database>,
  scope: Scope<Auditor>,
  finding: Finding,
  { method, seen, ...form }: VerifyForm,
) {
  const { id, proofs: round } = finding;
  const { seenOn, documents } = form;
  const place = form.place || null;
  const workers = { confirmed: form.confirmed ?? null, affected: form.affected ?? null };
  const known = { ...(await findSent(trx, { id, round })), today: dayOf(scope.now) };
  const outcome = see(method, { seenOn, documents, place, ...workers }, known);
  if (!outcome.ok) return outcome;
  const heard = await checkWords(trx, scope, finding, [seen, place ?? '']);
  if (!heard.ok) return heard;
  const { documents: looked, seenOn: seen_on, ...sighting } = outcome.value;
  await trx
    .insertInto('finding_verification')
    .values({
      ...{ finding_id: id, round, method, seen, seen_on, ...sighting },
      ...{ verified_at: scope.now, verified_by: scope.actor.accountId },
    })
    .execute();
  if (looked.length > 0)
    await trx
      .insertInto('finding_verification_document')
      .values([...new Set(looked)].map((document_id) => ({ finding_id: id, document_id })))
      .execute();
  return outcome;
}

/** The recruiter reads these words: no worker who was heard stands in them by name. */
export async function checkWords(
  trx: Transaction<Database>,
  scope: Scope,
  { auditId }: Pick<Finding, 'auditId'>,
  words: string[],
) {
  const audit = await findAudit({ ...scope, db: trx }, auditId);
  return audit ? checkHeard(trx, audit, ...words) : refuse('not_found');
}
