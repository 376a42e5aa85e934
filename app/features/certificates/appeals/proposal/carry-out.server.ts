import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { Decider, Officer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { putAgain } from '../../decisions/commands/ask-again.server.ts';
import type { Certificate } from '../../model.ts';
import { about, recordStatus } from '../../status.server.ts';
import { statusesOf, type Locked } from '../appeal.server.ts';
import type { DecideForm } from '../forms.ts';
import * as rules from '../rules.ts';

type Deciding = { actor: Officer | Decider; now: Date };

type Decision = DecideForm & { put: ((by: Deciding) => Promise<unknown>) | undefined };

/** What two people agreed on, and what follows for the certificate, in the same transaction; `put`: a scope. */
export async function carryOut(
  trx: Transaction<Database>,
  { actor, now }: Deciding,
  locked: Locked,
  { outcome, reasons, put }: Decision,
) {
  await trx
    .updateTable('certificate_appeal')
    .set({ outcome, reasons, decided_by: actor.accountId, decided_at: now })
    .where('id', '=', locked.id)
    .execute();
  const fact = { actor, now, ...about(locked.certificate) };
  const { against } = locked.appeal;
  await recordEvent(trx, fact, 'certificate.appeal_decided', { appealId: locked.id, outcome, against });
  await put?.({ actor, now });
  const by = { actor, now };
  const next = outcome === 'upheld' ? await uphold(trx, by, locked) : await dismiss(trx, by, locked);
  return { outcome, status: (next ?? locked.certificate).status };
}

async function uphold(trx: Transaction<Database>, { actor, now }: Deciding, locked: Locked) {
  const { id: appealId, certificate, position, decisionId, appeal } = locked;
  if (decisionId !== null) await putAgain(trx, { appealId, decisionId, certificate }, { actor, now });
  if (position === null) return undefined;
  const statuses = await statusesOf(trx, { appealId, certificateId: certificate.id, position });
  // Something else was decided meanwhile; against that stands an appeal of its own.
  if (!statuses.shows) return undefined;
  const next = rules.returned(certificate, statuses.before, now);
  const ground = { decidedBy: actor.accountId, appealId };
  await recordStatus(trx, { next, at: now, action: 'upheld', note: 'The appeal was upheld', ground });
  // What stays withdrawn, for its former reason, has not come back.
  if (appeal.stay !== 'granted' && next.status !== 'withdrawn') {
    const fact = { actor, now, ...about(certificate) };
    await recordEvent(trx, fact, 'certificate.returned', { status: next.status, by: 'appeal' });
  }
  return next;
}

/** Without a stay all stays as it is; with one, what was decided takes effect again. */
async function dismiss(trx: Transaction<Database>, { actor, now }: Deciding, locked: Locked) {
  const { id: appealId, certificate, position, appeal } = locked;
  if (position === null || appeal.stay !== 'granted') return undefined;
  const { decided } = await statusesOf(trx, { appealId, certificateId: certificate.id, position });
  const next = rules.resumed(certificate, decided, now);
  if (!next) return undefined;
  const ground = { decidedBy: actor.accountId, appealId };
  await recordStatus(trx, { next, at: now, action: 'resumed', note: 'The appeal was dismissed', ground });
  await tellResumed(trx, { actor, now }, next);
  return next;
}

async function tellResumed(trx: Transaction<Database>, scope: Deciding, next: Certificate) {
  const fact = { ...scope, ...about(next) };
  if (next.status === 'suspended')
    await recordEvent(trx, fact, 'certificate.suspended', { reasonClass: next.reasonClass });
  if (next.status === 'withdrawn')
    await recordEvent(trx, fact, 'certificate.withdrawn', { reasonClass: next.reasonClass });
}
