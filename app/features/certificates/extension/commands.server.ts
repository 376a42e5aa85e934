import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { barToWiden } from '../ground.server.ts';
import { maySuspend } from '../policy.ts';
import { lockCertificate, lockStanding } from '../queries.server.ts';
import { latestVersion, putVersion } from '../scope/versions.server.ts';
import { about } from '../status.server.ts';
import type { AnswerForm, AskForm } from './forms.ts';
import { isTied } from '../tie.server.ts';
import { answerRequest, bodyIsApproved, openRequest } from './requests.server.ts';
import * as rules from './rules.ts';

/** The holder asks for a wider scope of the certificate it stands on. */
export function askForExtension({ db, actor, now }: Scope<Recruiter>, { grounds, ...asked }: AskForm) {
  return db.transaction().execute(async (trx) => {
    const certificate = await lockStanding(trx, actor.organisationId);
    if (!certificate) return refuse('no_certificate');
    const covered = await latestVersion(trx, certificate.id);
    const open = (await openRequest(trx, certificate.id)) !== undefined;
    const added = rules.ask({ certificate, covered, open }, asked, dayOf(now));
    if (!added.ok) return added;
    await trx
      .insertInto('certificate_scope_request')
      .values({
        ...{ certificate_id: certificate.id, ...added.value, grounds },
        ...{ asked_by: actor.accountId, asked_at: now },
      })
      .execute();
    const fact = { actor, now, ...about(certificate) };
    await recordEvent(trx, fact, 'certificate.scope_extension_requested', {});
    return added;
  });
}

/** An officer answers: a new version the same day, an audit first, or a refusal with its reasons. */
export function answerExtension(scope: Scope<Officer>, certificateId: string, form: AnswerForm) {
  const { db, actor, now } = scope;
  return db.transaction().execute(async (trx) => {
    const certificate = await lockCertificate(trx, certificateId);
    const request = certificate && (await openRequest(trx, certificate.id));
    if (!certificate) return refuse('not_found');
    if (!maySuspend(actor)) return refuse('forbidden');
    if (!request) return refuse((await wasAsked(trx, certificate.id)) ? 'already_answered' : 'not_found');
    const covered = await latestVersion(trx, certificate.id);
    const { sectors, corridors } = rules.widened(covered, request.added);
    const bodyApproved = await bodyIsApproved(trx, { certificateId, sectors, now });
    const tied = await isTied(trx, certificateId, { actor, now });
    const bar = await barToWiden(trx, certificateId, corridors);
    const answering = { certificate, covered, request, bodyApproved, tied, bar };
    const answered: Answered = { trx, scope, answering };
    switch (form.outcome) {
      case 'extended':
        return extend(answered, form.answer);
      case 'refused':
        return refuseRequest(answered, form.answer);
      case 'audit_needed':
        return orderAudit(answered, form.answer, form.dueOn);
    }
  });
}

type Answered = {
  trx: Transaction<Database>;
  scope: Scope<Officer>;
  answering: Parameters<typeof rules.extend>[0] & { covered: { version: number } };
};

async function extend({ trx, scope: { actor, now }, answering }: Answered, answer: string) {
  const decision = rules.extend(answering, dayOf(now));
  if (!decision.ok) return decision;
  const { request, certificate, covered } = answering;
  await answerRequest(trx, request.id, { state: 'extended', actor, now, answer });
  const version = covered.version + 1;
  await putVersion(trx, certificate.id, {
    ...{ version, action: 'extended', request_id: request.id, ...decision.value },
    ...{ note: answer, decided_by: actor.accountId, from_at: now },
  });
  const fact = { actor, now, ...about(certificate) };
  await recordEvent(trx, fact, 'certificate.scope_extended', { version });
  return ok(undefined);
}

async function refuseRequest({ trx, scope: { actor, now }, answering }: Answered, answer: string) {
  const { request, certificate } = answering;
  const withPanel = await isWithPanel(trx, request.id);
  const decision = rules.refuseExtension({ ...answering, withPanel });
  if (!decision.ok) return decision;
  await answerRequest(trx, request.id, { state: 'refused', actor, now, answer });
  const fact = { actor, now, ...about(certificate) };
  await recordEvent(trx, fact, 'certificate.scope_extension_refused', { requestId: request.id });
  return ok(undefined);
}

/** The audit programme learns of it by the fact. */
async function orderAudit({ trx, scope: { actor, now }, answering }: Answered, review: string, dueOn: Day) {
  const decision = rules.needAudit(answering, dueOn, dayOf(now));
  if (!decision.ok) return decision;
  const { request, certificate } = answering;
  await trx
    .updateTable('certificate_scope_request')
    .set({
      state: 'audit_needed',
      reviewed_by: actor.accountId,
      reviewed_at: now,
      review,
      audit_due_on: dueOn,
    })
    .where('id', '=', request.id)
    .execute();
  const fact = { actor, now, ...about(certificate) };
  await recordEvent(trx, fact, 'certificate.scope_audit_needed', { requestId: request.id, dueOn });
  return ok(undefined);
}

const wasAsked = async (trx: Transaction<Database>, certificateId: string) =>
  (await trx
    .selectFrom('certificate_scope_request')
    .select('id')
    .where('certificate_id', '=', certificateId)
    .limit(1)
    .executeTakeFirst()) !== undefined;

const isWithPanel = async (trx: Transaction<Database>, requestId: string) =>
  (await trx
    .selectFrom('decision_matter')
    .select('id')
    .where('request_id', '=', requestId)
    .where('state', '=', 'open')
    .executeTakeFirst()) !== undefined;
