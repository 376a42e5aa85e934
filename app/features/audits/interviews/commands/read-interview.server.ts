import type { Scope } from '#app/platform/scope.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import { mayAudit } from '../../policy.ts';
import { findInterview, findNotes } from '../queries.server.ts';
import { openIdentity, openNotes } from '../sealing.server.ts';

/** Opens what was sealed, and keeps who did so and when. What no key opens is told as that, never as nothing. */
export const readInterview = (scope: Scope, auditId: string, id: string) =>
  onAudit(scope, auditId, mayAudit, async ({ trx, audit, actor }) => {
    const found = await findInterview(trx, audit.id, id);
    if (!found) return refuse('not_found');
    const { identity: sealedIdentity, ...interview } = found;
    const sealedNotes = await findNotes(trx, interview.id);
    await trx
      .insertInto('worker_interview_reading')
      .values({
        ...{ interview_id: interview.id, audit_id: audit.id },
        ...{ account_id: actor.accountId, read_at: scope.now },
      })
      .execute();
    const identity = sealedIdentity === null ? null : await openIdentity(interview.id, sealedIdentity);
    const notes = sealedNotes && (await openNotes(interview.id, sealedNotes.revision, sealedNotes.notes));
    return ok({
      interview,
      identity: identity ?? null,
      notes: sealedNotes
        ? { text: notes ?? '', revision: sealedNotes.revision, at: sealedNotes.at, by: sealedNotes.by }
        : null,
      lost: identity === undefined || (sealedNotes !== undefined && notes === undefined),
    });
  });
