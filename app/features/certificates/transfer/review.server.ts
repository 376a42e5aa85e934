import type { Transaction } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Reviewer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { DeclareForm } from '../decisions/forms.ts';
import * as rules from './rules.ts';
import { reviewerOf } from './standing.server.ts';

/** Before somebody of the new body reads anything of the holder: does something tie them to it? */
export function declareForTransfer(
  { db, actor, now }: Scope<Reviewer>,
  id: string,
  { conflicted, statement }: DeclareForm,
) {
  return db.transaction().execute(async (trx) => {
    const request = await lockRequest(trx, id, actor.organisationId);
    if (!request) return refuse('not_found');
    const who = { bodyId: actor.organisationId, accountId: actor.accountId, now };
    const outcome = rules.declare({ request, ...(await reviewerOf(trx, id, who)) });
    if (!outcome.ok) return outcome;
    await trx
      .insertInto('certificate_transfer_declaration')
      .values({
        ...{ transfer_id: id, account_id: actor.accountId },
        ...{ conflicted, statement, declared_at: now },
      })
      .execute();
    return outcome;
  });
}

/** Where the file of a final report lies, for the review of a transfer; that it was opened is kept, and the holder reads it. */
export function openReport({ db, actor, now }: Scope<Reviewer>, id: string, auditId: string) {
  return db.transaction().execute(async (trx) => {
    const request = await lockRequest(trx, id, actor.organisationId);
    const file = request && (await findFile(trx, request.certificateId, auditId));
    if (!file) return refuse('not_found');
    const who = { bodyId: actor.organisationId, accountId: actor.accountId, now };
    const may = rules.read({ request, ...(await reviewerOf(trx, id, who)) }, dayOf(now));
    if (!may.ok) return may;
    await trx
      .insertInto('certificate_transfer_view')
      .values({ transfer_id: id, audit_id: file.auditId, account_id: actor.accountId, seen_at: now })
      .execute();
    const { key, bytes, reference } = file;
    return ok({ key, bytes, filename: `${reference} report.pdf`, mediaType: 'application/pdf' });
  });
}

/** Nobody answers it while it is read or declared for. */
const lockRequest = (trx: Transaction<Database>, id: string, bodyId: string) =>
  trx
    .selectFrom('certificate_transfer')
    .select(['id', 'state', 'due_on as dueOn', 'certificate_id as certificateId'])
    .where(isId('id', id))
    .where('to_body_id', '=', bodyId)
    .forNoKeyUpdate()
    .executeTakeFirst();

const findFile = (trx: Transaction<Database>, certificateId: string, auditId: string) =>
  trx
    .selectFrom('audit_report_file as file')
    .innerJoin('audit', 'audit.id', 'file.audit_id')
    .innerJoin('certificate', 'certificate.organisation_id', 'audit.organisation_id')
    .select(['file.storage_key as key', 'file.bytes', 'audit.reference', 'audit.id as auditId'])
    .where('certificate.id', '=', certificateId)
    .where(isId('audit.id', auditId))
    .executeTakeFirst();
