import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Auditor, Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

import type { Certificate } from '../../model.ts';
import { maySuspend } from '../../policy.ts';
import { lockCertificate, lockStanding } from '../../queries.server.ts';
import { isTied } from '../../tie.server.ts';
import type { MisuseForm } from './forms.ts';
import * as rules from './rules.ts';

/** An officer without a tie writes down where the holder went beyond what it may say. */
export function recordMisuse(scope: Scope<Officer>, certificateId: string, form: MisuseForm) {
  const { db, actor, now } = scope;
  return db.transaction().execute(async (trx) => {
    const certificate = await lockCertificate(trx, certificateId);
    if (!certificate) return refuse('not_found');
    if (!maySuspend(actor)) return refuse('forbidden');
    if (await isTied(trx, certificate.id, { actor, now })) return refuse('tied');
    return write(trx, scope, { certificate, auditId: null, form });
  });
}

/** Somebody of the team saw it in their audit; they raise the finding next. `raising`: the states in which one may. */
export function recordMisuseInAudit(
  scope: Scope<Auditor>,
  auditId: string,
  form: MisuseForm,
  raising: readonly string[],
) {
  return scope.db.transaction().execute(async (trx) => {
    const audit = await lockOwnAudit(trx, scope, auditId);
    if (!audit) return refuse('not_found');
    if (audit.type === 'stage1' || !raising.includes(audit.state)) return refuse('audit_over');
    const certificate = await lockStanding(trx, audit.organisationId);
    if (!certificate) return refuse('holder_has_none');
    return write(trx, scope, { certificate, auditId: audit.id, form });
  });
}

/** An audit that somebody without a tie is on the team of. */
const lockOwnAudit = (trx: Transaction<Database>, { actor, now }: Scope<Auditor>, id: string) =>
  trx
    .selectFrom('audit')
    .innerJoin('audit_team_member as mine', 'mine.audit_id', 'audit.id')
    .select(['audit.id', 'audit.type', 'audit.state', 'audit.organisation_id as organisationId'])
    .where(isId('audit.id', id))
    .where('audit.audit_body_id', '=', actor.organisationId)
    .where('mine.account_id', '=', actor.accountId)
    // The constraint asks the database the same.
    .where(({ not }) => not(hasTie(actor.accountId, sql.ref('audit.organisation_id'), dayOf(now))))
    .forUpdate('audit')
    .executeTakeFirst();

type New = { certificate: Certificate; auditId: string | null; form: MisuseForm };

async function write(
  trx: Transaction<Database>,
  { actor, now }: Pick<Scope<Officer | Auditor>, 'actor' | 'now'>,
  { certificate, auditId, form }: New,
) {
  const { place, seenOn, what, evidence, claimId } = form;
  const granted = claimId === undefined || (await wasGranted(trx, certificate.id, claimId));
  const allowed = rules.recordMisuse(certificate, { seenOn, granted }, dayOf(now));
  if (!allowed.ok) return allowed;
  const { id } = await trx
    .insertInto('claim_misuse')
    .values({
      ...{ certificate_id: certificate.id, claim_id: claimId ?? null, audit_id: auditId },
      ...{ place, seen_on: seenOn, what, evidence, recorded_by: actor.accountId, recorded_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const about = { subject: id, related: [certificate.id, certificate.organisationId] };
  await recordEvent(trx, { actor, now, ...about }, 'claim.misused', {});
  return ok({ id });
}

const wasGranted = async (trx: Transaction<Database>, certificateId: string, claimId: string) =>
  (await trx
    .selectFrom('claim_use')
    .select('id')
    .where('id', '=', claimId)
    .where('certificate_id', '=', certificateId)
    .where('answer', 'is not', null)
    .where('state', 'in', ['registered', 'ended'])
    .executeTakeFirst()) !== undefined;
