import type { Transaction } from 'kysely';
import pg from 'pg';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Decider, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { carryOut } from '../outcomes.server.ts';
import type { DecideForm } from './forms.ts';
import { mayDecide } from './policy.ts';
import { listAuditedBy } from './queries.server.ts';
import { decide } from './rules.ts';

/** The panel's decision; when it grants, the certificate stands on the register in the same transaction. */
export async function decideCertification(
  { db, actor, now }: Scope<Decider>,
  applicationId: string,
  form: DecideForm,
) {
  const decided = db.transaction().execute(async (trx) => {
    const application = await lockPending(trx, applicationId);
    if (!application) return refuse('not_found');
    if (!mayDecide(actor)) return refuse('forbidden');
    const auditedBy = await listAuditedBy(trx, applicationId);
    const decided = await isDecided(trx, applicationId);
    const decision = decide({ applicationState: application.state, auditedBy, decided }, actor.accountId);
    if (!decision.ok) return decision;

    const { outcome, reasons } = form;
    const { organisation_id, organisation_name, application_reference } = application;
    const { id: decisionId } = await trx
      .insertInto('certification_decision')
      .values({
        application_id: applicationId,
        organisation_id,
        organisation_name,
        application_reference,
        outcome,
        reasons,
        decided_by: actor.accountId,
        decided_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const about = { subject: decisionId, related: [applicationId, organisation_id] };
    await recordEvent(trx, { actor, now, ...about }, 'decision.made', { outcome });
    if (outcome === 'granted') await carryOut(trx, { kind: 'initial', actor, now, application, decisionId });
    return ok({ outcome });
  });
  return decided.catch((error: unknown) => {
    // Somebody may have joined the audit since the rule looked: the database has the last word.
    if (error instanceof pg.DatabaseError && /does not decide/.test(error.message))
      return refuse('audited_by_you');
    throw error;
  });
}

/** The application with what its certificate takes over, held until the decision stands. */
const lockPending = (trx: Transaction<Database>, id: string) =>
  trx
    .selectFrom('application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .innerJoin('scheme_version', 'scheme_version.id', 'application.scheme_version_id')
    .select([
      'application.id',
      'application.state',
      'application.organisation_id',
      'application.scheme_version_id',
      'application.audit_body_id',
    ])
    .select(['application.corridors', 'application.sectors', 'application.offices'])
    .select([
      'organisation.name as organisation_name',
      'application.reference as application_reference',
      'scheme_version.terms',
    ])
    .where('application.id', '=', id)
    .forUpdate('application')
    .executeTakeFirst();

/** Asked after the application is held: its state follows a decision a moment later. An upheld appeal asks for another. */
async function isDecided(trx: Transaction<Database>, applicationId: string) {
  const { decisions, upheld } = await trx
    .selectNoFrom(({ selectFrom, fn }) => [
      selectFrom('certification_decision')
        .select(fn.countAll<number>().as('count'))
        .where('application_id', '=', applicationId)
        .as('decisions'),
      selectFrom('application_appeal')
        .select(fn.countAll<number>().as('count'))
        .where('application_id', '=', applicationId)
        .where('against', '=', 'refused')
        .where('outcome', '=', 'upheld')
        .as('upheld'),
    ])
    .executeTakeFirstOrThrow();
  return (decisions ?? 0) > (upheld ?? 0);
}
