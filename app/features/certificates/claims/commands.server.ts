import type { Transaction } from 'kysely';
import { z } from 'zod';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { sentAgain } from '#app/platform/once.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

import { maySuspend } from '../policy.ts';
import { lockCertificate, lockStanding } from '../queries.server.ts';
import type { AnswerClaimForm, ClaimForm, WithdrawClaimForm } from './forms.ts';
import * as rules from './rules.ts';

/** The holder says where and in which words it will show its certificate. */
export function askForClaim({ db, actor, now }: Scope<Recruiter>, form: ClaimForm) {
  return db.transaction().execute(async (trx) => {
    const certificate = await lockStanding(trx, actor.organisationId);
    if (!certificate) return refuse('no_certificate');
    const asked = rowOf(actor, certificate.id, form);
    const kept = form.id && (await findSent(trx, form.id));
    if (kept) return sentAgain(kept, asked);
    const allowed = rules.claim(certificate, dayOf(now));
    if (!allowed.ok) return allowed;
    const made = await trx
      .insertInto('claim_use')
      .values({ ...(form.id && { id: form.id }), ...asked, asked_at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return refuse('sent_before');
    const fact = { actor, now, subject: made.id, related: [certificate.id, certificate.organisationId] };
    await recordEvent(trx, fact, 'claim.requested', { medium: asked.medium });
    return ok(made);
  });
}

/** What a form asks for, in the columns that keep it. */
const rowOf = (
  { accountId }: Recruiter,
  certificateId: string,
  { medium, place, wording, fromOn, untilOn }: ClaimForm,
) => ({
  ...{ certificate_id: certificateId, medium, place, wording, asked_by: accountId },
  ...{ from_on: fromOn, until_on: untilOn ?? null },
});

const findSent = (trx: Transaction<Database>, id: string) =>
  trx
    .selectFrom('claim_use')
    .select(['id', 'certificate_id', 'medium', 'place', 'wording', 'asked_by', 'from_on', 'until_on'])
    .where('id', '=', id)
    .executeTakeFirst();

const state = z.enum(['requested', 'registered', 'refused', 'ended']);

/** An officer without a tie grants the use, or refuses it with reasons. */
export function answerClaim(scope: Scope<Officer>, id: string, { outcome, answer }: AnswerClaimForm) {
  const { db, actor, now } = scope;
  return db.transaction().execute(async (trx) => {
    const found = await lockUse(trx, scope, id);
    if (!found.ok) return found;
    const { use, certificate } = found.value;
    const decision = rules.answerClaim(use, certificate, outcome, dayOf(now));
    if (!decision.ok) return decision;
    await trx
      .updateTable('claim_use')
      .set({ state: outcome, answered_by: actor.accountId, answered_at: now, answer })
      .where('id', '=', use.id)
      .execute();
    await recordEvent(trx, factOf(scope, found.value), `claim.${outcome}`, { medium: use.medium });
    return decision;
  });
}

/** An officer without a tie takes a granted use back, with reasons: what it says is not so any more, or nobody answers for it. */
export function withdrawClaim(scope: Scope<Officer>, id: string, { reasons }: WithdrawClaimForm) {
  const { db, actor, now } = scope;
  return db.transaction().execute(async (trx) => {
    const found = await lockUse(trx, scope, id);
    if (!found.ok) return found;
    const { use } = found.value;
    const decision = rules.withdrawClaim(use);
    if (!decision.ok) return decision;
    await trx
      .updateTable('claim_use')
      .set({ state: 'ended', ended_at: now, withdrawn_by: actor.accountId, withdrawn_because: reasons })
      .where('id', '=', use.id)
      .execute();
    await recordEvent(trx, factOf(scope, found.value), 'claim.withdrawn', { medium: use.medium });
    return decision;
  });
}

type Held = { use: { id: string }; certificate: { id: string; organisationId: string } };

const factOf = ({ actor, now }: Scope<Officer>, { use, certificate }: Held) => ({
  ...{ actor, now, subject: use.id },
  related: [certificate.id, certificate.organisationId],
});

/** A use as an officer is about to answer it, its certificate locked before it. */
async function lockUse(trx: Transaction<Database>, { actor, now }: Scope<Officer>, id: string) {
  const known = await trx
    .selectFrom('claim_use')
    .select(['id', 'certificate_id'])
    .where(isId('id', id))
    .executeTakeFirst();
  const certificate = known && (await lockCertificate(trx, known.certificate_id));
  if (!certificate) return refuse('not_found');
  if (!maySuspend(actor)) return refuse('forbidden');
  const use = await trx
    .selectFrom('claim_use')
    .select(['id', 'state', 'medium'])
    .select(hasTie(actor.accountId, certificate.organisationId, dayOf(now)).as('tied'))
    .where('id', '=', known.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return ok({ use: { ...use, state: state.parse(use.state) }, certificate });
}

/** What may be said of a certificate ends with it: every use, granted or asked for, once. */
export function endClaims({ db, now }: Pick<Scope, 'db' | 'now'>, certificateId: string) {
  return db.transaction().execute(async (trx) => {
    const certificate = await lockCertificate(trx, certificateId);
    // Lifted again before this was done: what was granted stands.
    if (!certificate || rules.claim(certificate, dayOf(now)).ok) return;
    const ended = await trx
      .updateTable('claim_use')
      .set({ state: 'ended', ended_at: now })
      .where('certificate_id', '=', certificateId)
      .where('state', 'in', ['requested', 'registered'])
      .returning('id')
      .execute();
    const related = [certificate.id, certificate.organisationId];
    for (const { id } of ended)
      await recordEvent(trx, { actor: { kind: 'system' }, now, subject: id, related }, 'claim.ended', {});
  });
}
