import type { Transaction } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { isTied } from '#db/has-tie.ts';

import type { NoteForm } from '../../forms.ts';
import { maySuspend } from '../../policy.ts';
import { putAbandoned } from '../rules.ts';
import { isOpen, putBefore } from './open-matter.server.ts';

/** Why an audit stopped that was not refused or broken off by anybody. */
const endedWith: readonly (string | null)[] = ['application_ended', 'certificate_ended'];

/** An officer says why the panel is asked; the panel refuses certification or has the audit planned anew. */
export const putAbandonedAudit = ({ db, actor, now }: Scope<Officer>, auditId: string, { note }: NoteForm) =>
  db.transaction().execute(async (trx) => {
    const held = await holdAudit(trx, auditId);
    if (!held) return refuse('not_found');
    if (!maySuspend(actor)) return refuse('forbidden');
    const { applicationId, applicationState, organisationId, abortReason } = held;
    const outcome = putAbandoned(held, {
      applicationState,
      open: await isOpen(trx, { applicationId, kind: 'abandoned_audit' }),
      tied: await isTied(trx, actor.accountId, organisationId, dayOf(now)),
      ended: endedWith.includes(abortReason),
    });
    if (!outcome.ok) return outcome;
    const of = { auditId, askedBy: actor.accountId };
    const asked = { kind: 'abandoned_audit' as const, applicationId, of, about: note };
    return ok(await putBefore(trx, asked, { actor, now }));
  });

/** Application before audit, as all hold them. */
async function holdAudit(trx: Transaction<Database>, auditId: string) {
  const application = await trx
    .selectFrom('application')
    .select(['application.id as applicationId', 'application.state as applicationState'])
    .select('application.organisation_id as organisationId')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('audit')
          .select('audit.id')
          .whereRef('audit.application_id', '=', 'application.id')
          .where(isId('audit.id', auditId)),
      ),
    )
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!application) return undefined;
  const audit = await trx
    .selectFrom('audit')
    .select(['state', 'certificate_id as certificateId', 'abort_reason as abortReason'])
    .where('id', '=', auditId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return { ...application, ...audit };
}
