import { sql, type Transaction } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

import type { ReasonForm } from '../../forms.ts';
import { mayOrder } from '../policy.ts';
import { dismiss, propose } from './rules.ts';

/** A certificate, and those whose place it took. */
const before = (certificateId: string) => sql<string>`(select certificates_before(${certificateId}::uuid))`;

type Cause = { certificateId: string } & Fact;

/** Repeated after a crash it proposes the same once; while one about this licence waits, no second. */
export const proposeAudit = (
  { db, now }: Pick<Scope, 'db' | 'now'>,
  { certificateId: of, ...cause }: Cause,
) =>
  db.transaction().execute(async (trx) => {
    const certificate = await lockBearing(trx, of);
    if (!certificate) return refuse('not_found');
    const certificateId = certificate.id;
    const outcome = propose(certificate.status);
    if (!outcome.ok) return outcome;
    if ('licenceId' in cause && (await waits(trx, certificateId, cause.licenceId)))
      return ok({ certificateId });
    await trx
      .insertInto('audit_proposal')
      .values({
        ...{ certificate_id: certificateId, proposed_at: now },
        ...columnsOf(cause),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return ok({ certificateId });
  });

type Fact = { licenceId: string } | { misuseId: string } | { changeId: string };

function columnsOf(fact: Fact) {
  if ('licenceId' in fact) return { licence_id: fact.licenceId, trigger: 'licence_sanction' };
  if ('misuseId' in fact) return { misuse_id: fact.misuseId, trigger: 'claims_misused' };
  return { change_id: fact.changeId, trigger: 'material_change' };
}

/** The certificate that stands in the place of this one, or is it; one that moved on while we waited is asked for again. */
async function lockBearing(trx: Transaction<Database>, of: string) {
  const lock = () =>
    trx
      .selectFrom('certificate')
      .select(['id', 'status'])
      .where('id', '=', sql<string>`coalesce(certificate_bearing(${of}::uuid), ${of}::uuid)`)
      .forNoKeyUpdate()
      .executeTakeFirst();
  const found = await lock();
  return found?.status === 'superseded' || found?.status === 'transferred' ? lock() : found;
}

/** One about this licence, also of a certificate whose place this one took. */
const waits = async (trx: Transaction<Database>, certificateId: string, licenceId: string) =>
  (await trx
    .selectFrom('audit_proposal')
    .select('id')
    .where('certificate_id', 'in', before(certificateId))
    .where('licence_id', '=', licenceId)
    .where('outcome', 'is', null)
    .executeTakeFirst()) !== undefined;

/** An officer sees no need for an audit, and says why. */
export const dismissProposal = ({ db, actor, now }: Scope, id: string, { reason }: ReasonForm) =>
  db.transaction().execute(async (trx) => {
    if (!mayOrder(actor)) return refuse('forbidden');
    const proposal = await trx
      .selectFrom('audit_proposal as proposal')
      .innerJoin('certificate', 'certificate.id', 'proposal.certificate_id')
      .select(['proposal.id', 'proposal.outcome', 'proposal.certificate_id as certificateId'])
      .select(hasTie(actor.accountId, sql.ref('certificate.organisation_id'), dayOf(now)).as('tied'))
      .where(isId('proposal.id', id))
      .forUpdate('proposal')
      .executeTakeFirst();
    if (!proposal) return refuse('not_found');
    const outcome = dismiss(proposal);
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('audit_proposal')
      .set({ outcome: 'dismissed', reasons: reason, answered_at: now, answered_by: actor.accountId })
      .where('id', '=', proposal.id)
      .execute();
    return ok({ certificateId: proposal.certificateId });
  });

type Order = { certificateId: string; trigger: string; entryId: string };

/** An order on the same cause answers what was proposed, also of a certificate whose place this one took. */
export const answerByOrder = (
  trx: Transaction<Database>,
  { actor, now }: Pick<Scope<Officer>, 'actor' | 'now'>,
  { certificateId, trigger, entryId }: Order,
) =>
  trx
    .updateTable('audit_proposal')
    .set({ outcome: 'ordered', entry_id: entryId, answered_at: now, answered_by: actor.accountId })
    .where('certificate_id', 'in', before(certificateId))
    .where('trigger', '=', trigger)
    .where('outcome', 'is', null)
    .execute();
