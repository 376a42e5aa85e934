import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { refuse, type Result } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { isTied } from './tie.server.ts';
import type { NoteForm, SuspendForm, WatchForm, WithdrawForm } from './forms.ts';
import type { Certificate } from './model.ts';
import { maySuspend } from './policy.ts';
import { barToGraver, lockCertificate } from './queries.server.ts';
import * as rules from './rules.ts';
import { barToLift, hasGraveFinding, isSpecialUntold, owesSurveillance } from './ground.server.ts';
import { about, recordStatus } from './status.server.ts';

const by = ({ actor, now }: Scope<Officer>) => ({ at: now, ground: { decidedBy: actor.accountId } });

export const watchCertificate = (scope: Scope<Officer>, id: string, { reasonClass, note }: WatchForm) =>
  change(scope, id, {
    rule: (current) => rules.watch(current, reasonClass, scope.now),
    write: async (trx, next) => {
      await recordStatus(trx, { ...by(scope), next, action: 'watched', note });
      await recordEvent(trx, { ...scope, ...about(next) }, 'certificate.watched', { reasonClass });
    },
  });

export const clearCertificate = (scope: Scope<Officer>, id: string, { note }: NoteForm) =>
  change(scope, id, {
    rule: (current) => rules.clear(current, scope.now),
    write: async (trx, next) => {
      await recordStatus(trx, { ...by(scope), next, action: 'cleared', note });
      await recordEvent(trx, { ...scope, ...about(next) }, 'certificate.cleared', {});
    },
  });

export const suspendCertificate = (scope: Scope<Officer>, id: string, { reasonClass, note }: SuspendForm) =>
  change(scope, id, {
    rule: (current) => rules.suspend(current, reasonClass, scope.now),
    write: async (trx, next) => {
      await recordStatus(trx, { ...by(scope), next, action: 'suspended', note });
      await recordEvent(trx, { ...scope, ...about(next) }, 'certificate.suspended', { reasonClass });
    },
  });

export const liftSuspension = (scope: Scope<Officer>, id: string, { note }: NoteForm) =>
  change(scope, id, {
    rule: (current) => rules.liftByOfficer(current, scope.now, dayOf(scope.now)),
    write: async (trx, next) => {
      await recordStatus(trx, { ...by(scope), next, action: 'reinstated', note });
      await recordEvent(trx, { ...scope, ...about(next) }, 'certificate.reinstated', {});
    },
  });

export const withdrawCertificate = (scope: Scope<Officer>, id: string, { reasonClass, note }: WithdrawForm) =>
  change(scope, id, {
    rule: (current) => rules.withdraw(current, reasonClass, scope.now),
    write: async (trx, next) => {
      await recordStatus(trx, { ...by(scope), next, action: 'withdrawn', note });
      await recordEvent(trx, { ...scope, ...about(next) }, 'certificate.withdrawn', { reasonClass });
    },
  });

type Change = {
  rule: (current: Certificate) => Result<Certificate>;
  write: (trx: Transaction<Database>, next: Certificate) => Promise<void>;
};

/** Lock, may they, does the rule allow it, write: the same for every status. */
function change({ db, actor, now }: Scope<Officer>, id: string, { rule, write }: Change) {
  return db.transaction().execute(async (trx) => {
    const current = await lockCertificate(trx, id);
    if (!current) return refuse('not_found');
    if (!maySuspend(actor)) return refuse('forbidden');
    if (await isTied(trx, id, { actor, now })) return refuse('tied');
    const decision = rule(current);
    if (!decision.ok) return decision;
    const bar = await barTo(decision.value, trx, { current, day: dayOf(now) });
    if (bar) return refuse(bar);
    await write(trx, decision.value);
    return decision;
  });
}

type At = { current: Certificate; day: string };

async function barTo(next: Certificate, trx: Transaction<Database>, { current, day }: At) {
  if (next.status === 'active') return barToStand(trx, current, day);
  // A watch never tells of an audit before its recruiter knows of it.
  if (next.status === 'active_under_watch' && next.reasonClass === 'special_audit')
    return (await isSpecialUntold(trx, current.id)) ? 'special_untold' : null;
  // Nothing is suspended for an audit that is not late.
  if (next.status === 'suspended' && next.reasonClass === 'surveillance_not_held')
    return (await owesSurveillance(trx, current.id, day)) ? null : 'surveillance_in_time';
  // What is found now of whoever came back is said of the certificate it holds.
  return current.status === 'withdrawn' ? barToGraver({ db: trx }, current.id) : null;
}

/** A watch is about what was found; a suspension needs all it may rest on. The database's triggers ask the same. */
async function barToStand(trx: Transaction<Database>, { id, status }: Certificate, day: string) {
  if (status === 'suspended') return barToLift(trx, id, day);
  return (await hasGraveFinding(trx, id)) ? 'holder_has_grave_finding' : null;
}
