import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Recruiter, Reviewer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { putCertificate } from '../issue.server.ts';
import type { Certificate } from '../model.ts';
import { lockCertificate, lockStanding } from '../queries.server.ts';
import { about, recordStatus } from '../status.server.ts';
import type { AnswerForm, AskForm } from './forms.ts';
import { keepStanding } from '../watch/carry.server.ts';
import * as rules from './rules.ts';
import { reviewerOf, standingOf } from './standing.server.ts';

/** The holder asks another audit body to take its certificate over. */
export function askForTransfer({ db, actor, now }: Scope<Recruiter>, { body, grounds }: AskForm) {
  return db.transaction().execute(async (trx) => {
    const certificate = await lockStanding(trx, actor.organisationId);
    if (!certificate) return refuse('no_certificate');
    const asked = { certificateId: certificate.id, bodyId: body, accountId: actor.accountId, now };
    const { fits, advised, terms } = await standingOf(trx, asked);
    const open = await openOf(trx, certificate.id);
    const { transferReviewDays } = termsOf(terms).clocks.certificates;
    const due = rules.ask({ certificate, open, fits, advised }, transferReviewDays, now, dayOf(now));
    if (!due.ok) return due;
    if (open) await answerWith(trx, open.id, { state: 'lapsed' });
    await trx
      .insertInto('certificate_transfer')
      .values({
        ...{ certificate_id: certificate.id, to_body_id: body, grounds, due_on: due.value },
        ...{ asked_by: actor.accountId, asked_at: now },
      })
      .execute();
    await recordEvent(trx, { actor, now, ...about(certificate) }, 'certificate.transfer_requested', {});
    return due;
  });
}

/** The new body has reviewed what the old one left: it takes the certificate over, or says why not. */
export function answerTransfer({ db, actor, now }: Scope<Reviewer>, id: string, form: AnswerForm) {
  return db.transaction().execute(async (trx) => {
    const asked = await findAsked(trx, id, actor.organisationId);
    const certificate = asked && (await lockCertificate(trx, asked.certificate_id));
    const request = certificate && (await openOf(trx, certificate.id));
    if (!certificate) return refuse('not_found');
    if (request?.id !== id) return refuse('already_answered');
    const who = { bodyId: actor.organisationId, accountId: actor.accountId, now };
    const known = await standingOf(trx, { certificateId: certificate.id, ...who });
    const standing = { certificate, request, ...known, ...(await reviewerOf(trx, id, who)) };
    const answered = { answered_by: actor.accountId, answered_at: now, answer: form.answer };
    const fact = { actor, now, ...about(certificate) };
    if (form.outcome === 'declined') {
      const declined = rules.decline(standing);
      if (!declined.ok) return declined;
      await answerWith(trx, id, { state: 'declined', ...answered });
      await recordEvent(trx, fact, 'certificate.transfer_declined', { transferId: id });
      return declined;
    }
    const moved = rules.accept(standing, now, dayOf(now));
    if (!moved.ok) return moved;
    const next = await takeOver(trx, { actor, now, certificate: moved.value, before: certificate });
    await answerWith(trx, id, { state: 'accepted', ...answered, next_id: next });
    const { organisationId: auditBodyId } = actor;
    await recordEvent(trx, fact, 'certificate.transferred', { auditBodyId });
    return ok(undefined);
  });
}

type Taking = { actor: Reviewer; now: Date; certificate: Certificate; before: Certificate };

/** The same certificate under a new number: its days, its cycle, its scope and the watch it is under stay. */
async function takeOver(trx: Transaction<Database>, { actor, now, certificate, before }: Taking) {
  const { valid_until, cycle_from, decision_id, terms, ...scope } = await trx
    .selectFrom('certificate')
    .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .select(['valid_until', 'cycle_from', 'decision_id', 'terms', 'scheme_version_id'])
    .select(['certificate.organisation_id', 'corridors', 'sectors', 'offices'])
    .where('certificate.id', '=', certificate.id)
    .executeTakeFirstOrThrow();
  const ground = { decidedBy: actor.accountId };
  const note = 'Another audit body took it over';
  await recordStatus(trx, { next: certificate, at: now, action: 'transferred', note, ground });
  const days = { validFrom: dayOf(now), validUntil: valid_until, cycleFrom: cycle_from };
  const application = {
    ...{ id: certificate.applicationId, audit_body_id: actor.organisationId, terms, ...scope },
  };
  const granted = { actor, now, application, decisionId: decision_id };
  const id = await putCertificate(trx, granted, { kind: 'transfer', previousId: certificate.id, days });
  await keepStanding(trx, { actor, now }, { id, before });
  return id;
}

const findAsked = (trx: Transaction<Database>, id: string, bodyId: string) =>
  trx
    .selectFrom('certificate_transfer')
    .select('certificate_id')
    .where(isId('id', id))
    .where('to_body_id', '=', bodyId)
    .executeTakeFirst();

/** The request that waits, locked after its certificate. */
const openOf = (trx: Transaction<Database>, certificateId: string) =>
  trx
    .selectFrom('certificate_transfer')
    .select(['id', 'state', 'due_on as dueOn'])
    .where('certificate_id', '=', certificateId)
    .where('state', '=', 'requested')
    .forUpdate()
    .executeTakeFirst();

type Change =
  | { state: 'lapsed' }
  | {
      state: 'accepted' | 'declined';
      answered_by: string;
      answered_at: Date;
      answer: string;
      next_id?: string;
    };

const answerWith = (trx: Transaction<Database>, id: string, change: Change) =>
  trx.updateTable('certificate_transfer').set(change).where('id', '=', id).execute();
