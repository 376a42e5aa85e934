import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

import type { OrderForm } from '../forms.ts';
import { mayOrder } from '../policy.ts';
import { answerByOrder } from '../proposals/commands.server.ts';
import { order, sourceOf } from '../rules.ts';

/** An audit outside the cycle, on a cause (domain 2.8 b). The body is told at once; the recruiter as the notice type lets it. */
export function orderAudit({ db, actor, now }: Scope<Officer>, certificateId: string, form: OrderForm) {
  return db.transaction().execute(async (trx) => {
    const today = dayOf(now);
    const certificate = await lockCertificate(trx, certificateId, { accountId: actor.accountId, today });
    if (!certificate) return refuse('not_found');
    if (!mayOrder(actor)) return refuse('forbidden');
    const outcome = order(certificate, form, today);
    if (!outcome.ok) return outcome;
    const cause = sourceOf(form, today);
    if (!cause.ok) return cause;
    const { source, on } = cause.value;
    const { type, trigger, grounds, noticeType, dueOn } = form;
    const row = await trx
      .insertInto('audit_programme_entry')
      .values({
        ...{ certificate_id: certificateId, type, reason: 'ordered', trigger, grounds, due_on: dueOn },
        ...{ notice_type: noticeType, window_from: today, ordered_by: actor.accountId, ordered_at: now },
        ...{ cause_source: source, cause_on: on },
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!row) return refuse('already_ordered');
    await answerByOrder(trx, { actor, now }, { certificateId, trigger, entryId: row.id });
    // Not about the recruiter: its own timeline would tell what the notice type keeps.
    const about = { subject: row.id, related: [certificate.audit_body_id] };
    await recordEvent(trx, { actor, now, ...about }, 'audit.ordered', { orderId: row.id, type, trigger });
    return ok(row);
  });
}

type By = { accountId: string; today: string };

const lockCertificate = (trx: Transaction<Database>, id: string, { accountId, today }: By) =>
  trx
    .selectFrom('certificate')
    .leftJoin('audit_programme', 'audit_programme.certificate_id', 'certificate.id')
    .select(['certificate.status', 'certificate.audit_body_id', 'certificate.valid_until as validUntil'])
    .select('audit_programme.certificate_id as programme')
    .select(hasTie(accountId, sql.ref('certificate.organisation_id'), today).as('tied'))
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('audit_proposal as proposal')
          .select('proposal.id')
          .where('proposal.certificate_id', 'in', sql<string>`(select certificates_before(certificate.id))`)
          .where('proposal.trigger', '=', 'random_draw')
          .where('proposal.outcome', 'is', null),
      )
        .$castTo<boolean>()
        .as('drawn'),
    )
    .where(isId('certificate.id', id))
    .forUpdate('certificate')
    .executeTakeFirst();
