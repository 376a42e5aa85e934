import type { Transaction } from 'kysely';
import { z } from 'zod';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { lockCertificate } from '../../queries.server.ts';
import type { ConfirmUseForm } from './forms.ts';
import * as rules from './rules.ts';

type House = Pick<Scope, 'db' | 'now'>;
type Reduced = { certificateId: string; version: number };

/** The scope became smaller: of each use that is granted its holder is asked what becomes of it, once. */
export const askChecks = ({ db, now }: House, { certificateId, version }: Reduced) =>
  db.transaction().execute(async (trx) => {
    const certificate = await lockCertificate(trx, certificateId);
    if (!certificate) return refuse('not_found');
    const dueOn = rules.checkBy(dayOf(now));
    const asked = await trx
      .insertInto('claim_check')
      .columns(['claim_id', 'certificate_id', 'version', 'asked_at', 'due_on'])
      .expression(({ selectFrom, val }) =>
        selectFrom('claim_use')
          .select(({ cast }) => [
            'claim_use.id',
            'claim_use.certificate_id',
            cast<number>(val(version), 'integer').as('version'),
            cast<Date>(val(now), 'timestamptz').as('asked_at'),
            cast<string>(val(dueOn), 'date').as('due_on'),
          ])
          .where('claim_use.certificate_id', '=', certificateId)
          .where('claim_use.state', '=', 'registered'),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('claim_id')
      .execute();
    const related = [certificateId, certificate.organisationId];
    for (const { claim_id: subject } of asked)
      await recordEvent(trx, { actor: { kind: 'system' }, now, subject, related }, 'claim.check_asked', {
        dueOn,
      });
    return ok(asked.length);
  });

const state = z.enum(['requested', 'registered', 'refused', 'ended']);

/** The holder says what became of a use: changed, taken down, or untouched by what left the scope. */
export function confirmUse({ db, actor, now }: Scope<Recruiter>, claimId: string, form: ConfirmUseForm) {
  return db.transaction().execute(async (trx) => {
    const known = await findOwn(trx, actor, claimId);
    const certificate = known && (await lockCertificate(trx, known.certificateId));
    if (!certificate) return refuse('not_found');
    const open = await trx
      .selectFrom('claim_check')
      .select('id')
      .where('claim_id', '=', known.id)
      .where('outcome', 'is', null)
      .execute();
    const decision = rules.confirm(
      { state: await lockState(trx, known.id), open: open.length },
      form.outcome,
    );
    if (!decision.ok) return decision;
    if (decision.value.ends)
      await trx
        .updateTable('claim_use')
        .set({ state: 'ended', ended_at: now })
        .where('id', '=', known.id)
        .execute();
    await trx
      .updateTable('claim_check')
      .set({ ...form, answered_by: actor.accountId, answered_at: now })
      .where('claim_id', '=', known.id)
      .where('outcome', 'is', null)
      .execute();
    const related = [certificate.id, certificate.organisationId];
    const fact = { actor, now, subject: known.id, related };
    await recordEvent(trx, fact, 'claim.check_answered', { outcome: form.outcome });
    return decision;
  });
}

const findOwn = (trx: Transaction<Database>, { organisationId }: Recruiter, claimId: string) =>
  trx
    .selectFrom('claim_use')
    .innerJoin('certificate', 'certificate.id', 'claim_use.certificate_id')
    .select(['claim_use.id', 'claim_use.certificate_id as certificateId'])
    .where(isId('claim_use.id', claimId))
    .where('certificate.organisation_id', '=', organisationId)
    .executeTakeFirst();

async function lockState(trx: Transaction<Database>, id: string) {
  const use = await trx
    .selectFrom('claim_use')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return state.parse(use.state);
}
