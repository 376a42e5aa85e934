import { randomInt, randomUUID } from 'node:crypto';

import type { Scope } from '#app/platform/scope.ts';
import { ok } from '#app/platform/result.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import { mayAudit } from '../../policy.ts';
import type { RecordForm } from '../forms.ts';
import { listInterviews } from '../queries.server.ts';
import { pseudonymBeside, recordInterview as record } from '../rules.ts';
import { sealIdentity } from '../sealing.server.ts';

/** A worker who is to be heard. No event: that there is one is the team's to know. */
export const recordInterview = (scope: Scope, auditId: string, form: RecordForm) =>
  onAudit(scope, auditId, mayAudit, async ({ trx, audit, actor }) => {
    const open = record(audit);
    if (!open.ok) return open;
    const taken = (await listInterviews(trx, audit.id)).map(({ pseudonym }) => pseudonym);
    const key = pseudonymBeside(taken, randomInt);
    if (!key.ok) return key;

    const id = randomUUID();
    const { origin, destination, sector, sex, stage, reached, name, phone } = form;
    await trx
      .insertInto('worker_interview')
      .values({
        ...{ id, audit_id: audit.id, pseudonym: key.value, corridor: `${origin}-${destination}` },
        ...{ sector, sex, stage, reached, outcome: 'open' },
        identity: await sealIdentity(id, { name, phone }),
        recorded_at: scope.now,
        recorded_by: actor.accountId,
      })
      .execute();
    return ok({ id, pseudonym: key.value });
  });
