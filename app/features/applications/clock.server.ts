import type { Kysely, Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf, type Day } from '#app/platform/calendar.ts';
import { refuse, type Result } from '#app/platform/result.ts';
import type { System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about } from './commands.server.ts';
import type { Application } from './model.ts';
import { clocksOf, lockApplication } from './queries.server.ts';
import * as rules from './rules.ts';

/** Steps nobody clicks: they follow from another room's fact, or from the clock. */
const actor: System = { kind: 'system' };

type House = { db: Kysely<Database>; now: Date };
type Step = (trx: Transaction<Database>, current: Application) => Promise<Result<unknown>>;

/** A step that was taken before is refused by its rule, and that is how repeating it does nothing. */
const step = ({ db }: House, id: string, take: Step) =>
  db.transaction().execute(async (trx) => {
    const current = await lockApplication(trx, id);
    return current ? take(trx, current) : refuse('not_found');
  });

export const requestPayment = (house: House, id: string, dueOn: Day) =>
  step(house, id, async (trx, current) => {
    const decision = rules.requestPayment(current, dueOn);
    if (!decision.ok) return decision;
    await trx
      .updateTable('application')
      .set({ state: 'awaiting_payment', payment_due_on: dueOn })
      .where('id', '=', id)
      .execute();
    await recordEvent(trx, { actor, now: house.now, ...about(current) }, 'application.payment_requested', {
      dueOn,
    });
    return decision;
  });

export const startReview = (house: House, id: string) =>
  step(house, id, async (trx, current) => {
    const { now } = house;
    const decision = rules.startReview(current, dayOf(now), await clocksOf(trx, current.schemeVersionId));
    if (!decision.ok) return decision;
    const dueOn = decision.value.reviewDueOn;
    await trx
      .updateTable('application')
      .set({ state: 'under_review', paid_at: now, review_due_on: dueOn })
      .where('id', '=', id)
      .execute();
    await recordEvent(trx, { actor, now, ...about(current) }, 'application.review_started', { dueOn });
    return decision;
  });

/** The extra fee after an expired deferral has arrived. */
export const reopenReview = (house: House, id: string) =>
  step(house, id, async (trx, current) => {
    const { now } = house;
    const decision = rules.reopenReview(current, dayOf(now), await clocksOf(trx, current.schemeVersionId));
    if (!decision.ok) return decision;
    const dueOn = decision.value.reviewDueOn;
    await trx
      .updateTable('application')
      .set({ state: 'under_review', review_due_on: dueOn, answer_by: null, lapses_on: null })
      .where('id', '=', id)
      .execute();
    await recordEvent(trx, { actor, now, ...about(current) }, 'application.review_started', { dueOn });
    return decision;
  });

export const startAudit = (house: House, id: string) =>
  step(house, id, async (trx, current) => {
    const decision = rules.startAudit(current, house.now);
    if (!decision.ok) return decision;
    await trx
      .updateTable('application')
      .set({ state: 'in_audit', audit_started_at: house.now })
      .where('id', '=', id)
      .execute();
    await recordEvent(trx, { actor, now: house.now, ...about(current) }, 'application.audit_started', {});
    return decision;
  });

export const freezePackage = (house: House, id: string) =>
  step(house, id, async (trx, current) => {
    const decision = rules.freezePackage(current, house.now);
    if (!decision.ok) return decision;
    await trx
      .updateTable('application')
      .set({ state: 'decision_pending', package_frozen_at: house.now })
      .where('id', '=', id)
      .execute();
    await recordEvent(trx, { actor, now: house.now, ...about(current) }, 'application.package_frozen', {});
    return decision;
  });

type Concluded = { outcome: 'certified' | 'refused'; unaudited?: boolean };

/** `unaudited`: the panel refused it over an audit that did not take place; what it then had is its whole package. */
export const conclude = (house: House, id: string, { outcome, unaudited = false }: Concluded) =>
  step(house, id, async (trx, current) => {
    const decision = rules.conclude(current, outcome, { now: house.now, unaudited });
    if (!decision.ok) return decision;
    await trx
      .updateTable('application')
      .set({ state: outcome, concluded_at: house.now })
      .$if(unaudited, (query) => query.set({ package_frozen_at: house.now }))
      .where('id', '=', id)
      .execute();
    await recordEvent(trx, { actor, now: house.now, ...about(current) }, 'application.concluded', {
      outcome,
    });
    return decision;
  });
