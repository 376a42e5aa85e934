import { randomInt, randomUUID } from 'node:crypto';

import type { Transaction } from 'kysely';

import { sentAgain } from '#app/platform/once.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import type { Audit } from '../../model.ts';
import { mayAudit } from '../../policy.ts';
import type { RecordForm } from '../forms.ts';
import { listInterviews } from '../queries.server.ts';
import { placeAmong, pseudonymBeside, recordInterview as record } from '../rules.ts';
import { findOffered } from '../sample.server.ts';
import { openIdentity, sealIdentity } from '../sealing.server.ts';

/** A worker who is to be heard. No event: that there is one is the team's to know. */
export const recordInterview = (scope: Scope, auditId: string, form: RecordForm) =>
  onAudit(scope, auditId, mayAudit, (step) => recordOn({ ...step, now: scope.now }, form));

type Recording = { trx: Transaction<Database>; audit: Audit; actor: Auditor; now: Date };

/** The same on an audit that is locked already; `asked` is the key it is named by elsewhere, given where nobody has it. */
export async function recordOn({ trx, audit, actor, now }: Recording, form: RecordForm, asked?: string) {
  const told = rowOf(audit, actor, form);
  const kept = form.id && (await findSent(trx, form.id));
  if (kept) return sameWorker(kept, told, form);
  const open = record(audit);
  if (!open.ok) return open;
  const placed = placeAmong(await findOffered(trx, audit.id), form);
  if (!placed.ok) return placed;
  const taken = (await listInterviews(trx, audit.id)).map(({ pseudonym }) => pseudonym);
  const key = asked && !taken.includes(asked) ? ok(asked) : pseudonymBeside(taken, randomInt);
  if (!key.ok) return key;

  const id = form.id ?? randomUUID();
  const { name, phone } = form;
  const made = await trx
    .insertInto('worker_interview')
    .values({
      ...{ id, ...told, pseudonym: key.value, outcome: 'open' },
      identity: await sealIdentity(id, { name, phone }),
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(['id', 'pseudonym'])
    .executeTakeFirst();
  return made ? ok(made) : refuse('sent_before');
}

const rowOf = (
  audit: Audit,
  { accountId }: Auditor,
  { origin, destination, sector, sex, stage, reached, employer, subAgent }: RecordForm,
) => ({
  ...{ audit_id: audit.id, corridor: `${origin}-${destination}`, sector, sex, stage, reached },
  ...{ employer: employer ?? null, sub_agent: subAgent ?? null, recorded_by: accountId },
});

const findSent = (trx: Transaction<Database>, id: string) =>
  trx
    .selectFrom('worker_interview')
    .select(['id', 'pseudonym', 'audit_id', 'corridor', 'sector', 'sex', 'stage', 'reached'])
    .select(['employer', 'sub_agent', 'recorded_by', 'identity'])
    .where('id', '=', id)
    .executeTakeFirst();

type Sent = NonNullable<Awaited<ReturnType<typeof findSent>>>;

/** The name is compared inside its seal: nothing beside it may tell whether two are the same. */
async function sameWorker(kept: Sent, told: ReturnType<typeof rowOf>, { name, phone }: RecordForm) {
  const known = kept.identity === null ? null : await openIdentity(kept.id, kept.identity);
  const same = sentAgain(
    { ...kept, name: known?.name ?? '', phone: known?.phone ?? '' },
    { ...told, name, phone },
  );
  return same.ok ? ok({ id: kept.id, pseudonym: kept.pseudonym }) : same;
}
