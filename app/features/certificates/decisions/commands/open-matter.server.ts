import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { lockCertificate } from '../../queries.server.ts';
import { askedOfPanel } from '../../rules.ts';
import { panelOf } from '../matters.server.ts';
import type { MatterKind } from '../model.ts';
import { whatIsAdded } from './scope-asked.server.ts';

type House = Pick<Scope, 'db'> & { now: Date };
type Asked = {
  kind: MatterKind;
  applicationId: string;
  /** The certificate that is to change, and what puts it before the panel; none for a first one. */
  of?: { certificateId: string; auditId?: string; askedBy?: string; requestId?: string };
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
    if (await isOpen(trx, applicationId, 'initial')) return refuse('already_open');
    return ok(await putBefore(trx, { kind: 'initial', applicationId, about: '' }, { actor: system, now }));
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
    if (await isOpen(trx, applicationId, kind)) return refuse('already_open');
    const request = kind === 'scope_extension' ? await whatIsAdded(trx, auditId) : undefined;
    if (kind === 'scope_extension' && !request) return refuse('no_request');
    const of = { certificateId: certificate.id, auditId, ...(request && { requestId: request.id }) };
    const asked = { kind, applicationId, of, about: request?.about ?? '' };
    return ok(await putBefore(trx, asked, { actor: system, now }));
  });

export const isOpen = async (trx: Transaction<Database>, applicationId: string, kind: MatterKind) =>
  (await trx
    .selectFrom('decision_matter')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('kind', '=', kind)
    .where('state', '=', 'open')
    .executeTakeFirst()) !== undefined;

type By = { actor: Officer | typeof system; now: Date };

/** Puts something before the panel, with the clock and the quorum of its scheme version. */
export async function putBefore(
  trx: Transaction<Database>,
  { kind, about, applicationId, of }: Asked,
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
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const related = [applicationId, organisation_id, ...(of ? [of.certificateId] : [])];
  await recordEvent(trx, { actor, now, subject: id, related }, 'decision.matter_opened', { kind, dueOn });
  return { id };
}
