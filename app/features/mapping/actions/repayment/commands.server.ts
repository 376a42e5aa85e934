import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { minorAmount } from '#app/platform/payments/money.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { keepPaper, type Received } from '../../papers/commands.server.ts';
import { mayAct } from '../policy.ts';
import { findParty } from '../queries.server.ts';
import type {
  AffectedForm,
  ConfirmForm,
  CorrectForm,
  InstalmentForm,
  OwedForm,
  PaidForm,
  PlanForm,
} from './forms.ts';
import type { Entry, EntryKind } from './model.ts';
import { lockPlan } from './queries.server.ts';
import * as rules from './rules.ts';

type Trx = Transaction<Database>;
type Plan = NonNullable<Awaited<ReturnType<typeof lockPlan>>>;

/** Opens a plan with how many workers it concerns. */
export const openPlan = (scope: Scope<Company>, { id, title, party, workers, note }: PlanForm) =>
  scope.db.transaction().execute(async (trx) => {
    const { actor, now } = scope;
    const companyId = actor.organisationId;
    if (!mayAct(actor, companyId)) return refuse('forbidden');
    if (party && !(await findParty({ db: trx, actor }, party))) return refuse('no_such_party');
    const made = await trx
      .insertInto('repayment_plan')
      .values({
        ...{ ...(id && { id }), company_id: companyId, party_id: party ?? null, title },
        ...{ opened_at: now, opened_by: actor.accountId },
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return refuse('sent_before');
    const plan = { id: made.id, companyId, entries: [] };
    await write(trx, scope, plan, { kind: 'affected', workers, day: dayOf(now), note });
    await recordEvent(trx, about(scope, made.id), 'repayment.opened', { workers });
    return ok({ id: made.id });
  });

/** More workers than were known. */
export const addAffected = (scope: Scope<Company>, planId: string, form: AffectedForm) =>
  onPlan(scope, planId, form, async (trx, plan) => {
    await write(trx, scope, plan, { kind: 'affected', ...form });
    return ok({ id: planId });
  });

/** What workers paid, by kind of fee and currency, and so is owed to them. */
export const addOwed = (scope: Scope<Company>, planId: string, form: OwedForm) =>
  onPlan(scope, planId, form, async (trx, plan) => {
    await write(trx, scope, plan, { kind: 'owed', ...form });
    return ok({ id: planId });
  });

/** What is promised for a day; days to come are what it is for. */
export const addInstalment = (scope: Scope<Company>, planId: string, form: InstalmentForm) =>
  onPlan(scope, planId, { id: form.id }, async (trx, plan) => {
    await write(trx, scope, plan, { kind: 'instalment', ...form });
    return ok({ id: planId });
  });

/** Money back to workers, with what shows it; more than is owed only where it is said why. */
export const recordRepayment = (scope: Scope<Company>, planId: string, form: PaidForm, file?: Received) =>
  onPlan(scope, planId, form, async (trx, plan) => {
    const { item: itemId, amount, workers, overWhy, ...line } = form;
    const item = rules.itemsOf(plan.entries).find(({ id }) => id === itemId);
    if (!item) return refuse('no_such_item');
    const amountMinor = minorAmount(amount, item.currency);
    if (amountMinor === undefined) return refuse('no_amount');
    const outcome = rules.pay(plan.entries, { itemId, amountMinor, workers, overWhy });
    if (!outcome.ok) return outcome;
    const paperId = file && (await keepPaper(trx, scope, form.note, file));
    const money = { category: item.category, currency: item.currency, amountMinor, itemId };
    const said = { ...line, ...money, workers, overWhy: outcome.value.overWhy, paperId };
    await write(trx, scope, plan, { kind: 'paid', ...said });
    const { currency } = item;
    await recordEvent(trx, about(scope, planId), 'repayment.paid', { currency, amountMinor });
    return ok({ id: planId });
  });

/** How many say that they have everything back. */
export const confirmRepaid = (scope: Scope<Company>, planId: string, form: ConfirmForm) =>
  onPlan(scope, planId, form, async (trx, plan) => {
    const outcome = rules.confirm(plan.entries, form.workers);
    if (!outcome.ok) return outcome;
    await write(trx, scope, plan, { kind: 'confirmed', ...form });
    return ok({ id: planId });
  });

/** A counter-entry: what was wrong stands, and is taken back. */
export const correctLine = (scope: Scope<Company>, planId: string, { entry: id, note }: CorrectForm) =>
  onPlan(scope, planId, {}, async (trx, plan) => {
    const outcome = rules.correct(plan.entries, id);
    if (!outcome.ok) return outcome;
    const { entry } = outcome.value;
    const day = entry.kind === 'instalment' ? entry.day : dayOf(scope.now);
    await write(trx, scope, plan, { ...negated(entry), correctsId: id, day, note });
    return ok({ id: planId });
  });

const negated = (entry: Entry) => ({
  kind: entry.kind,
  ...('workers' in entry && { workers: -entry.workers }),
  ...('currency' in entry && { currency: entry.currency, amountMinor: -entry.amountMinor }),
  ...('category' in entry && { category: entry.category }),
  ...('itemId' in entry && { itemId: entry.itemId }),
});

type Sent = { id?: string | undefined; day?: string | undefined };

/** What happened is not ahead; what came twice is written once. */
const onPlan = (
  { db, actor, now }: Scope<Company>,
  planId: string,
  { id, day }: Sent,
  work: (trx: Trx, plan: Plan) => Promise<Result<{ id: string }>>,
) =>
  db.transaction().execute(async (trx): Promise<Result<{ id: string }>> => {
    const plan = await lockPlan(trx, planId);
    if (!plan || !mayAct(actor, plan.companyId)) return refuse('not_found');
    if (id && plan.entries.some((entry) => entry.id === id)) return refuse('sent_before');
    if (day && day > dayOf(now)) return refuse('not_yet');
    return work(trx, plan);
  });

const about = ({ actor, now }: Pick<Scope<Company>, 'actor' | 'now'>, subject: string) => ({
  ...{ actor, now, subject },
  related: [actor.organisationId],
});

type Line = {
  id?: string | undefined;
  kind: EntryKind;
  day: string;
  note: string;
  workers?: number;
  currency?: string;
  amountMinor?: number;
  category?: string;
  itemId?: string;
  overWhy?: string | null;
  paperId?: string | undefined;
  correctsId?: string;
};

const write = (trx: Trx, { actor, now }: Scope<Company>, plan: Pick<Plan, 'id' | 'companyId'>, line: Line) =>
  trx
    .insertInto('repayment_entry')
    .values({
      ...{ ...(line.id && { id: line.id }), plan_id: plan.id, company_id: plan.companyId },
      ...{ kind: line.kind, day: line.day, note: line.note, workers: line.workers ?? 0 },
      ...{ currency: line.currency ?? null, amount_minor: line.amountMinor ?? 0 },
      ...{ category: line.category ?? null, item_id: line.itemId ?? null, over_why: line.overWhy ?? null },
      ...{ paper_id: line.paperId ?? null, corrects_id: line.correctsId ?? null },
      ...{ recorded_at: now, recorded_by: actor.accountId },
    })
    .execute();
