import type { Scope } from '#app/platform/scope.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import { mayAudit } from '../../policy.ts';
import type { NotesForm } from '../forms.ts';
import { findInterview, findNotes } from '../queries.server.ts';
import { writeInterview as write } from '../rules.ts';
import { openIdentity, sealIdentity, sealNotes } from '../sealing.server.ts';

/** Notes over the revision their writer saw and no other; the wordings before them are kept, sealed as they were. */
export const writeInterview = (scope: Scope, auditId: string, id: string, form: NotesForm) =>
  onAudit(scope, auditId, mayAudit, async ({ trx, audit, actor }) => {
    const interview = await findInterview(trx, audit.id, id);
    if (!interview) return refuse('not_found');
    const outcome = write(audit, interview, form);
    if (!outcome.ok) return outcome;
    if (((await findNotes(trx, interview.id))?.revision ?? 0) !== form.revision)
      return refuse('interview_written_meanwhile');

    const revision = form.revision + 1;
    const said = { at: scope.now, by: actor.accountId };
    await trx
      .insertInto('worker_interview_notes')
      .values({
        ...{ interview_id: interview.id, audit_id: audit.id, revision },
        notes: await sealNotes(interview.id, revision, form.notes),
        ...{ written_at: said.at, written_by: said.by },
      })
      .execute();
    await trx
      .updateTable('worker_interview')
      .set({
        identity: await identityNow(interview, form),
        ...(interview.outcome === 'done'
          ? {}
          : { ...outcome.value, concluded_at: said.at, concluded_by: said.by }),
      })
      .where('id', '=', interview.id)
      .execute();
    return ok({ revision });
  });

type Kept = Pick<NonNullable<Awaited<ReturnType<typeof findInterview>>>, 'id' | 'identity'>;

/** An identity whose key is lost showed no name to the writer: an empty field does not throw it away. */
async function identityNow({ id, identity }: Kept, { name, phone }: NotesForm) {
  const unseen = identity !== null && !name && !phone && (await openIdentity(id, identity)) === undefined;
  return unseen ? identity : sealIdentity(id, { name, phone });
}
