import { sql, type Transaction } from 'kysely';
import { z } from 'zod';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { maySuspend } from '../policy.ts';
import { lockCertificate, lockStanding } from '../queries.server.ts';
import { latestVersion, putVersion } from '../scope/versions.server.ts';
import type { Covered } from '../scope/rules.ts';
import { about } from '../status.server.ts';
import type { AnswerForm, AskForm } from './forms.ts';
import type { ScopeRequest } from './model.ts';
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

/** An officer answers where no audit is needed: a new version the same day, or a refusal with its reasons. */
export function answerExtension(scope: Scope<Officer>, certificateId: string, form: AnswerForm) {
  const { db, actor, now } = scope;
  return db.transaction().execute(async (trx) => {
    const certificate = await lockCertificate(trx, certificateId);
    const request = certificate && (await openRequest(trx, certificate.id));
    if (!request) return refuse('not_found');
    if (!maySuspend(actor)) return refuse('forbidden');
    const covered = await latestVersion(trx, certificate.id);
    const next = rules.widened(covered, request.added);
    const known = await standingOf(trx, { certificateId, sectors: next.sectors, actor, now });
    const standing = { certificate, covered, request, ...known };
    const today = dayOf(now);
    const decision =
      form.outcome === 'extended' ? rules.extend(standing, today) : rules.refuseExtension(standing);
    if (!decision.ok) return decision;
    const answered = { answered_by: actor.accountId, answered_at: now, answer: form.answer };
    await trx
      .updateTable('certificate_scope_request')
      .set({ state: form.outcome, ...answered })
      .where('id', '=', request.id)
      .execute();
    const fact = { actor, now, ...about(certificate) };
    if (!decision.value) {
      await recordEvent(trx, fact, 'certificate.scope_extension_refused', { requestId: request.id });
      return ok(undefined);
    }
    const version = covered.version + 1;
    await putVersion(trx, certificate.id, {
      ...{ version, action: 'extended', request_id: request.id, ...decision.value },
      ...{ note: form.answer, decided_by: actor.accountId, from_at: now },
    });
    await recordEvent(trx, fact, 'certificate.scope_extended', { version });
    return ok(undefined);
  });
}

/** The request nobody answered yet, locked. */
async function openRequest(
  trx: Transaction<Database>,
  certificateId: string,
): Promise<ScopeRequest | undefined> {
  const row = await trx
    .selectFrom('certificate_scope_request')
    .select(['id', 'state', 'corridors', 'sectors', 'offices'])
    .where('certificate_id', '=', certificateId)
    .where('state', '=', 'requested')
    .forUpdate()
    .executeTakeFirst();
  return row && toRequest(row);
}

const toRequest = ({ id, corridors, sectors, offices }: { id: string } & Covered): ScopeRequest => ({
  ...{ id, state: 'requested', added: { corridors, sectors, offices } },
});

type Asking = { certificateId: string; sectors: string[]; actor: Officer; now: Date };
const known = z.object({ tied: z.boolean(), bodyApproved: z.boolean() });

/** The database answers, for its triggers ask the same. */
async function standingOf(trx: Transaction<Database>, { certificateId, sectors, actor, now }: Asking) {
  const { rows } = await sql`
    select has_tie(${actor.accountId}::uuid, c.organisation_id, ${dayOf(now)}::date) as tied,
      body_is_approved(c.audit_body_id, o.country, ${sectors}::text[], ${dayOf(now)}::date) as "bodyApproved"
    from certificate c join organisation o on o.id = c.organisation_id where c.id = ${certificateId}::uuid`.execute(
    trx,
  );
  return known.parse(rows[0]);
}
