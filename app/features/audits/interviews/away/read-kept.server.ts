import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import { mayAudit } from '../../policy.ts';
import { findKept } from './kept.server.ts';
import { openAway } from './opening.server.ts';

/** Opens an interview that came from a device and was not recorded, for its team; each reading is kept, as of every other. */
export const readKept = (scope: Scope, auditId: string, id: string) =>
  onAudit(scope, auditId, mayAudit, async ({ trx, audit, actor }) => {
    const { sealed, interviewId, pseudonym } = (await findKept(trx, audit.id, id)) ?? {};
    if (!sealed || !interviewId || !pseudonym) return refuse('not_found');
    await trx
      .insertInto('worker_interview_reading')
      .values({ operation_id: id, audit_id: audit.id, account_id: actor.accountId, read_at: scope.now })
      .execute();
    const opened = await openAway(audit.id, { sealed, interviewId, pseudonym });
    // What no key opens, and what no form takes, is told as that, never as nothing.
    return ok({ id, said: opened.ok ? opened.value : undefined });
  });
