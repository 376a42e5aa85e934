import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { sentAgain } from '#app/platform/once.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { lockStanding } from '../queries.server.ts';
import type { ChangeForm } from './forms.ts';
import { report } from './rules.ts';

/** The holder tells of a change in the agency; whether it is audited for it, the scheme decides. */
export function reportChange({ db, actor, now }: Scope<Recruiter>, form: ChangeForm) {
  return db.transaction().execute(async (trx) => {
    const certificate = await lockStanding(trx, actor.organisationId);
    if (!certificate) return refuse('no_certificate');
    const { id, kind, changedOn, what } = form;
    const told = {
      certificate_id: certificate.id,
      kind,
      what,
      changed_on: changedOn,
      reported_by: actor.accountId,
    };
    const kept = id && (await findSent(trx, id));
    if (kept) return sentAgain(kept, told);
    const outcome = report(certificate, changedOn, dayOf(now));
    if (!outcome.ok) return outcome;
    const made = await trx
      .insertInto('material_change')
      .values({ ...(id && { id }), ...told, reported_at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return refuse('sent_before');
    const related = [certificate.id, certificate.organisationId];
    await recordEvent(trx, { actor, now, subject: made.id, related }, 'certificate.change_reported', {
      kind,
    });
    return ok(made);
  });
}

const findSent = (trx: Transaction<Database>, id: string) =>
  trx
    .selectFrom('material_change')
    .select(['id', 'certificate_id', 'kind', 'what', 'changed_on', 'reported_by'])
    .where('id', '=', id)
    .executeTakeFirst();
