import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Decider, Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { lockCertificate } from '../../queries.server.ts';
import { askedOfPanel } from '../../rules.ts';
import { panelOf } from '../matters.server.ts';
import type { MatterKind } from '../model.ts';
import { whatIsAdded } from './scope-asked.server.ts';

type House = Pick<Scope, 'db'> & { now: Date };
type Of = {
  /** None where an audit of an application did not take place. */
  certificateId?: string;
  auditId?: string;
  askedBy?: string;
  requestId?: string;
  /** The appeal that overturned its refusal. */
  appealId?: string;
};
type Asked = {
  kind: MatterKind;
  applicationId: string;
  /** The certificate that is to change, and what puts it before the panel; none for a first one. */
  of?: Of;
  /** The appeal that overturned its refusal, of a first certificate. */
  applicationAppealId?: string | null;
  /** In a sentence what is asked for, where the kind alone does not say it. */
  about: string;
};
const system = { kind: 'system' } as const;

/** An application whose package is complete comes before the panel, once: also after an appeal that was upheld. */
export const openInitial = ({ db, now }: House, applicationId: string) =>
  db.transaction().execute(async (trx) => {
    const application = await trx
      .selectFrom('application')
      .select('state')
      .where('id', '=', applicationId)
      .forUpdate()
      .executeTakeFirst();
    if (application?.state !== 'decision_pending') return refuse('not_decision_pending');
    if (await isOpen(trx, { applicationId, kind: 'initial' })) return refuse('already_open');
    const applicationAppealId = await appealBefore(trx, applicationId);
    const asked = { kind: 'initial' as const, applicationId, applicationAppealId, about: '' };
    return ok(await putBefore(trx, asked, { actor: system, now }));
  });

/** The audit of a certificate that is ready for it comes before the panel, where it asks something of it. */
export const openForAudit = ({ db, now }: House, auditId: string) =>
  db.transaction().execute(async (trx) => {
    const audit = await trx
      .selectFrom('audit')
      .select(['id', 'type', 'state', 'application_id', 'certificate_id'])
      .where('id', '=', auditId)
      .forUpdate()
      .executeTakeFirst();
    if (audit?.state !== 'ready_for_decision' || audit.certificate_id === null) return refuse('not_ready');
    const certificate = await lockCertificate(trx, audit.certificate_id);
    const kind = certificate && askedOfPanel(audit.type, certificate, dayOf(now));
    if (!kind) return refuse('no_decision');
    const applicationId = audit.application_id;
    const request = kind === 'scope_extension' ? await whatIsAdded(trx, auditId) : undefined;
    if (kind === 'scope_extension' && !request) return refuse('no_request');
    if (await isOpen(trx, { applicationId, kind, requestId: request?.id })) return refuse('already_open');
    const of = { certificateId: certificate.id, auditId, ...(request && { requestId: request.id }) };
    const asked = { kind, applicationId, of, about: request?.about ?? '' };
    return ok(await putBefore(trx, asked, { actor: system, now }));
  });

/** The appeal that brought an application back, where one did; the database answers, for its trigger asks the same. */
async function appealBefore(trx: Transaction<Database>, applicationId: string) {
  const { rows } = await sql<{ id: string | null }>`
    select appeal_before_panel(${applicationId}::uuid) as id`.execute(trx);
  return rows[0]?.id ?? null;
}

type Sought = { applicationId: string; kind: MatterKind; requestId?: string | null | undefined };

/** Of wider scopes one that was asked for may be before the panel beside another. */
export const isOpen = async (trx: Transaction<Database>, { applicationId, kind, requestId = null }: Sought) =>
  (await trx
    .selectFrom('decision_matter')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('kind', '=', kind)
    .where('request_id', 'is not distinct from', requestId)
    .where('state', '=', 'open')
    .executeTakeFirst()) !== undefined;

type By = { actor: Officer | Decider | typeof system; now: Date };

/** Puts something before the panel, with the clock and the quorum of its scheme version. */
export async function putBefore(
  trx: Transaction<Database>,
  { kind, about, applicationId, of, applicationAppealId = null }: Asked,
  { actor, now }: By,
) {
  const { organisation_id, terms } = await trx
    .selectFrom('application')
    .innerJoin('scheme_version', 'scheme_version.id', 'application.scheme_version_id')
    .select(['organisation_id', 'terms'])
    .where('application.id', '=', applicationId)
    .executeTakeFirstOrThrow();
  const { quorum, decisionDays } = panelOf(terms);
  const dueOn = addDays(dayOf(now), decisionDays);
  const { id } = await trx
    .insertInto('decision_matter')
    .values({
      ...{ kind, about, quorum, organisation_id, application_id: applicationId },
      ...{ opened_at: now, due_on: dueOn },
      certificate_id: of?.certificateId ?? null,
      audit_id: of?.auditId ?? null,
      asked_by: of?.askedBy ?? null,
      request_id: of?.requestId ?? null,
      ...{ appeal_id: of?.appealId ?? null, application_appeal_id: applicationAppealId },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const related = [applicationId, organisation_id, ...(of?.certificateId ? [of.certificateId] : [])];
  const again = of?.appealId !== undefined || applicationAppealId !== null;
  const told = { kind, dueOn, ...(again && { again }) };
  await recordEvent(trx, { actor, now, subject: id, related }, 'decision.matter_opened', told);
  return { id };
}
