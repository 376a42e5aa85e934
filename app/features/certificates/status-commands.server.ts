import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { refuse, type Result } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { NoteForm, SuspendForm, WatchForm, WithdrawForm } from './forms.ts';
import type { Certificate } from './model.ts';
import { maySuspend } from './policy.ts';
import { lockCertificate } from './queries.server.ts';
import * as rules from './rules.ts';

export const watchCertificate = (scope: Scope<Officer>, id: string, { reasonClass, note }: WatchForm) =>
  change(scope, id, {
    rule: (current) => rules.watch(current, reasonClass, scope.now),
    write: async (trx, next, about) => {
      await recordStatus(trx, scope, { next, action: 'watched', note });
      await recordEvent(trx, { ...scope, ...about }, 'certificate.watched', { reasonClass });
    },
  });

export const clearCertificate = (scope: Scope<Officer>, id: string, { note }: NoteForm) =>
  change(scope, id, {
    rule: (current) => rules.clear(current, scope.now),
    write: async (trx, next, about) => {
      await recordStatus(trx, scope, { next, action: 'cleared', note });
      await recordEvent(trx, { ...scope, ...about }, 'certificate.cleared', {});
    },
  });

export const suspendCertificate = (scope: Scope<Officer>, id: string, { reasonClass, note }: SuspendForm) =>
  change(scope, id, {
    rule: (current) => rules.suspend(current, reasonClass, scope.now),
    write: async (trx, next, about) => {
      await recordStatus(trx, scope, { next, action: 'suspended', note });
      await recordEvent(trx, { ...scope, ...about }, 'certificate.suspended', { reasonClass });
    },
  });

export const liftSuspension = (scope: Scope<Officer>, id: string, { note }: NoteForm) =>
  change(scope, id, {
    rule: (current) => rules.lift(current, scope.now, dayOf(scope.now)),
    write: async (trx, next, about) => {
      await recordStatus(trx, scope, { next, action: 'reinstated', note });
      await recordEvent(trx, { ...scope, ...about }, 'certificate.reinstated', {});
    },
  });

export const withdrawCertificate = (scope: Scope<Officer>, id: string, { reasonClass, note }: WithdrawForm) =>
  change(scope, id, {
    rule: (current) => rules.withdraw(current, reasonClass, scope.now),
    write: async (trx, next, about) => {
      await recordStatus(trx, scope, { next, action: 'withdrawn', note });
      await recordEvent(trx, { ...scope, ...about }, 'certificate.withdrawn', { reasonClass });
    },
  });

type About = { subject: string; related: string[] };
type Change = {
  rule: (current: Certificate) => Result<Certificate>;
  write: (trx: Transaction<Database>, next: Certificate, about: About) => Promise<void>;
};

/** Lock, may they, does the rule allow it, write: the same for every status. */
function change({ db, actor }: Scope<Officer>, id: string, { rule, write }: Change) {
  return db.transaction().execute(async (trx) => {
    const current = await lockCertificate(trx, id);
    if (!current) return refuse('not_found');
    if (!maySuspend(actor)) return refuse('forbidden');
    const decision = rule(current);
    if (!decision.ok) return decision;
    await write(trx, decision.value, {
      subject: id,
      related: [current.applicationId, current.organisationId],
    });
    return decision;
  });
}

type Decided = { next: Certificate; action: string; note: string };

/** The certificate and the decision behind its status, which the database wants to see agree. */
async function recordStatus(
  trx: Transaction<Database>,
  { actor, now }: Scope<Officer>,
  { next, action, note }: Decided,
) {
  const { id, status } = next;
  const reason_class = 'reasonClass' in next ? next.reasonClass : null;
  await trx
    .updateTable('certificate')
    .set({ status, since: now, reason_class })
    .where('id', '=', id)
    .execute();
  await trx
    .insertInto('certificate_status')
    .values({
      certificate_id: id,
      action,
      status,
      reason_class,
      note,
      decided_by: actor.accountId,
      decided_at: now,
    })
    .execute();
}
