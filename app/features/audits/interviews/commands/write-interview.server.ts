import type { Transaction } from 'kysely';

import { ok, refuse } from '#app/platform/result.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import type { Audit } from '../../model.ts';
import { mayAudit } from '../../policy.ts';
import type { NotesForm } from '../forms.ts';
import { findInterview, findNotes } from '../queries.server.ts';
import { writeInterview as write } from '../rules.ts';
import { openIdentity, sealIdentity, sealNotes } from '../sealing.server.ts';

/** Notes over the revision their writer saw and no other; the wordings before them are kept, sealed as they were. */
export const writeInterview = (scope: Scope, auditId: string, id: string, form: NotesForm) =>
  onAudit(scope, auditId, mayAudit, (step) => writeOn({ ...step, now: scope.now }, id, form));

type Writing = { trx: Transaction<Database>; audit: Audit; actor: Auditor; now: Date };

/** The same on an audit that is locked already. */
export async function writeOn({ trx, audit, actor, now }: Writing, id: string, form: NotesForm) {
  const interview = await findInterview(trx, audit.id, id);
  if (!interview) return refuse('not_found');
  const outcome = write(audit, interview, form);
  if (!outcome.ok) return outcome;
  if (((await findNotes(trx, interview.id))?.revision ?? 0) !== form.revision)
    return refuse('interview_written_meanwhile');

  const revision = form.revision + 1;
  await trx
    .insertInto('worker_interview_notes')
    .values({
      ...{ interview_id: interview.id, audit_id: audit.id, revision },
      notes: await sealNotes(interview.id, revision, form.notes),
      ...{ written_at: now, written_by: actor.accountId },
    })
    .execute();
  await trx
    .updateTable('worker_interview')
    .set({
      identity: await identityNow(interview, form),
      ...(interview.outcome === 'done'
        ? {}
        : { ...outcome.value, concluded_at: now, concluded_by: actor.accountId }),
    })
    .where('id', '=', interview.id)
    .execute();
  return ok({ revision });
}

type Kept = Pick<NonNullable<Awaited<ReturnType<typeof findInterview>>>, 'id' | 'identity'>;

/** An identity whose key is lost showed no name to the writer: an empty field does not throw it away. */
async function identityNow({ id, identity }: Kept, { name, phone }: NotesForm) {
  const unseen = identity !== null && !name && !phone && (await openIdentity(id, identity)) === undefined;
  return unseen ? identity : sealIdentity(id, { name, phone });
}
