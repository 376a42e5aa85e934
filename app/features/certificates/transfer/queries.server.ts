import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';

import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Recruiter, Reviewer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';
import type { Database } from '#db/client.server.ts';
import { bodyAdvised } from '#db/has-tie.ts';

import * as rules from './rules.ts';
import { reviewerOf } from './standing.server.ts';

const transfers = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate_transfer as transfer')
    .innerJoin('certificate', 'certificate.id', 'transfer.certificate_id')
    .innerJoin('organisation as holder', 'holder.id', 'certificate.organisation_id')
    .innerJoin('organisation as body', 'body.id', 'transfer.to_body_id')
    .leftJoin('registration', 'registration.organisation_id', 'certificate.organisation_id')
    .innerJoin('organisation as former', 'former.id', 'certificate.audit_body_id')
    .select(['transfer.id', 'transfer.state', 'transfer.grounds', 'transfer.answer'])
    .select(['transfer.asked_at as askedAt', 'transfer.due_on as dueOn', 'body.name as body'])
    .select(['holder.name as recruiter', 'holder.id as organisationId', 'former.name as former'])
    .select([
      'certificate.number',
      'registration.number as registrationNumber',
      'certificate.id as certificateId',
      'certificate.valid_until as validUntil',
    ]);

/** What one's own agency asked for, the newest first, and who opened which of its reports for it. */
export const listOwnTransfers = ({ db, actor }: Scope<Recruiter>) =>
  transfers(db)
    .select((from) =>
      jsonArrayFrom(
        from
          .selectFrom('certificate_transfer_view as view')
          .innerJoin('audit', 'audit.id', 'view.audit_id')
          .innerJoin('account', 'account.id', 'view.account_id')
          .select(['account.name', 'audit.reference'])
          .select(({ fn }) => fn.min('view.seen_at').as('seenAt'))
          .whereRef('view.transfer_id', '=', 'transfer.id')
          .groupBy(['account.name', 'audit.reference'])
          .orderBy('seenAt')
          .limit(50),
      ).as('opened'),
    )
    .where('holder.id', '=', actor.organisationId)
    .orderBy('transfer.asked_at', 'desc')
    .limit(20)
    .execute();

/** A transfer asked of one's own body; whoever may review it reads what the former one reported and left open. */
export async function findTransfer({ db, actor, now }: Scope<Reviewer>, id: string) {
  const transfer = await transfers(db)
    .where(isId('transfer.id', id))
    .where('transfer.to_body_id', '=', actor.organisationId)
    .executeTakeFirst();
  if (!transfer) return undefined;
  const who = { bodyId: actor.organisationId, accountId: actor.accountId, now };
  const may = rules.read({ request: transfer, ...(await reviewerOf(db, transfer.id, who)) }, dayOf(now));
  // Who answers second reads what the first said; the former body's papers were for the review alone.
  if (!may.ok) return { transfer, refusal: may.refusal, contents: undefined };
  const { organisationId } = transfer;
  const [reports, findings] = [await listReports(db, organisationId), await listOpen(db, organisationId)];
  return { transfer, refusal: undefined, contents: { reports, findings } };
}

/** More than one holder has of either. */
const most = 200;

/** Final reports, the newest first; `drawn`: its file is there. */
const listReports = (db: Kysely<Database>, organisationId: string) =>
  db
    .selectFrom('audit_report')
    .innerJoin('audit', 'audit.id', 'audit_report.audit_id')
    .leftJoin('audit_report_file as file', 'file.audit_id', 'audit_report.audit_id')
    .select(['audit.id', 'audit.reference', 'audit.type', 'audit_report.finalised_at as finalisedAt'])
    .select(['audit_report.public_summary as summary'])
    .select(({ eb }) => eb('file.storage_key', 'is not', null).as('drawn'))
    .where('audit.organisation_id', '=', organisationId)
    .orderBy('audit_report.finalised_at', 'desc')
    .limit(most)
    .execute();

const listOpen = (db: Kysely<Database>, organisationId: string) =>
  db
    .selectFrom('finding')
    .select(['id', 'number', 'grade', 'statement'])
    .where('organisation_id', '=', organisationId)
    // What the former body raised and has not issued is its own, and no word of it leaves.
    .where('issued_at', 'is not', null)
    .where(sql<boolean>`is_open_point(grade, state)`)
    .orderBy('number')
    .limit(most)
    .execute();

/** Bodies one's own certificate may go to. */
export const listBodiesFor = ({ db, now }: Scope<Recruiter>, certificateId: string) =>
  db
    .selectFrom('organisation as body')
    .innerJoin('certificate', (join) => join.on('certificate.id', '=', certificateId))
    .innerJoin('organisation as holder', 'holder.id', 'certificate.organisation_id')
    .select(['body.id', 'body.name'])
    .where('body.kind', '=', 'audit_body')
    .whereRef('body.id', '<>', 'certificate.audit_body_id')
    .where(sql<boolean>`body_is_approved(body.id, holder.country, certificate.sectors, ${dayOf(now)}::date)`)
    .where(({ not }) => not(bodyAdvised(sql.ref('body.id'), sql.ref('holder.id'), dayOf(now))))
    .orderBy('body.name')
    .execute();

export async function listTransferTasks({ db, actor }: Scope<Reviewer>): Promise<Task[]> {
  const rows = await transfers(db)
    .where('transfer.to_body_id', '=', actor.organisationId)
    .where('transfer.state', '=', 'requested')
    .orderBy('transfer.due_on')
    .limit(20)
    .execute();
  return rows.map(({ id, recruiter, number, dueOn }) => ({
    ...{ id, what: `Review the certificate ${recruiter} asks you to take over`, about: number },
    ...{ due: dueOn, href: `/transfers/${id}`, action: 'Review' },
  }));
}
