import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { sentAgain } from '#app/platform/once.ts';
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
    const before = await sentBefore(trx, form, {
      ...rowOf(scope, null, form),
      certificate_id: certificate.id,
    });
    return before ?? write(trx, scope, { certificate, auditId: null, form });
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
    const before = await sentBefore(trx, form, rowOf(scope, audit.id, form));
    if (before) return before;
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

/** What a form says, in the columns that keep it. */
const rowOf = (
  { actor }: Pick<Scope<Officer | Auditor>, 'actor'>,
  auditId: string | null,
  { place, seenOn, what, evidence, claimId }: MisuseForm,
) => ({
  ...{ claim_id: claimId ?? null, audit_id: auditId, recorded_by: actor.accountId },
  ...{ place, seen_on: seenOn, what, evidence },
});

type Sent = ReturnType<typeof rowOf> & { certificate_id?: string };

/** The answer to a form that came before under the number its page gave; undefined for one that did not. */
async function sentBefore(trx: Transaction<Database>, { id }: MisuseForm, sent: Sent) {
  if (!id) return undefined;
  const kept = await trx
    .selectFrom('claim_misuse')
    .select(['id', 'certificate_id', 'claim_id', 'audit_id', 'place', 'seen_on', 'what', 'evidence'])
    .select('recorded_by')
    .where('id', '=', id)
    .executeTakeFirst();
  return kept && sentAgain(kept, sent);
}

type New = { certificate: Certificate; auditId: string | null; form: MisuseForm };

async function write(
  trx: Transaction<Database>,
  scope: Pick<Scope<Officer | Auditor>, 'actor' | 'now'>,
  { certificate, auditId, form }: New,
) {
  const { actor, now } = scope;
  const { seenOn, claimId } = form;
  const granted = claimId === undefined || (await wasGranted(trx, certificate.id, claimId));
  const allowed = rules.recordMisuse(certificate, { seenOn, granted }, dayOf(now));
  if (!allowed.ok) return allowed;
  const made = await trx
    .insertInto('claim_misuse')
    .values({
      ...(form.id && { id: form.id }),
      ...rowOf(scope, auditId, form),
      ...{ certificate_id: certificate.id, recorded_at: now },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return refuse('sent_before');
  const { id } = made;
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
