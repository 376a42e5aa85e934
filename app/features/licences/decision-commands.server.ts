import { dayOf } from '#app/platform/calendar.ts';
import { refuse, type Result } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import type { ConfirmForm, ReinstateForm, RevokeForm, SuspendForm } from './forms.ts';
import type { Licence } from './model.ts';
import { mayDecideOn } from './policy.ts';
import { findDecider, lockLicence, type Deciding } from './queries.server.ts';
import * as rules from './rules.ts';
import { storeStep } from './step.server.ts';

/** A step that somebody of the scheme or of an authority takes; whose licence they may not see does not exist for them. */
function decide<R extends Result<rules.Step>>(
  { db, actor, now }: Scope<Deciding>,
  { id, note }: { id: string; note: string },
  rule: (current: Licence) => R,
) {
  return db.transaction().execute(async (trx) => {
    const current = await lockLicence(trx, id);
    if (!current) return refuse('not_found');
    const decider = await findDecider(trx, actor, current);
    if (!mayDecideOn(current, decider)) return refuse(decider.belongs ? 'own_organisation' : 'not_found');
    const decision = rule(current);
    if (decision.ok) await storeStep(trx, { actor, now, note }, decision.value);
    return decision;
  });
}

export const confirmLicence = (scope: Scope<Deciding>, id: string, { note }: ConfirmForm) =>
  decide(scope, { id, note }, (current) => rules.confirm(current, dayOf(scope.now)));

export const suspendLicence = (scope: Scope<Deciding>, id: string, { reasonClass, note }: SuspendForm) =>
  decide(scope, { id, note }, (current) => rules.suspend(current, reasonClass, dayOf(scope.now)));

export const reinstateLicence = (scope: Scope<Deciding>, id: string, { note }: ReinstateForm) =>
  decide(scope, { id, note }, rules.reinstate);

export const revokeLicence = (scope: Scope<Deciding>, id: string, { reasonClass, note }: RevokeForm) =>
  decide(scope, { id, note }, (current) => rules.revoke(current, reasonClass));
