import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { ChangeForm, CheckForm, ListForm, WithdrawForm } from './forms.ts';
import type { Kept } from './model.ts';
import { mayKeep, type Keeper } from './policy.ts';
import { findNamesake, lockHelp } from './queries.server.ts';
import * as rules from './rules.ts';

/** Lists somebody who helps; whoever lists them was at the source today. */
export function listInDirectory({ db, actor, now }: Scope<Keeper>, form: ListForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayKeep(actor)) return refuse('forbidden');
    const { demonstration, ...contents } = form;
    const decision = rules.list(contents, demonstration, dayOf(now));
    if (!decision.ok) return decision;
    await lockNames(trx);
    if (await findNamesake(trx, contents)) return refuse('already_listed');
    const { accountId } = actor;
    const { id } = await trx
      .insertInto('help_entry')
      .values({
        ...rowOf(decision.value, { accountId, now }),
        demonstration,
        listed_at: now,
        listed_by: accountId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordEvent(trx, { actor, now, subject: id }, 'help.listed', decision.value);
    return ok({ id });
  });
}

export function changeHelp({ db, actor, now }: Scope<Keeper>, id: string, form: ChangeForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayKeep(actor)) return refuse('forbidden');
    await lockNames(trx);
    const decision = rules.change(await lockHelp(trx, id), form, dayOf(now));
    if (!decision.ok) return decision;
    const namesake = await findNamesake(trx, form);
    if (namesake && namesake.id !== id) return refuse('already_listed');
    await store(trx, id, rowOf(decision.value, { accountId: actor.accountId, now }));
    await recordEvent(trx, { actor, now, subject: id }, 'help.changed', decision.value);
    return ok({ revision: decision.value.revision });
  });
}

/** All of it was found again as it stands. */
export function checkHelpAgain({ db, actor, now }: Scope<Keeper>, id: string, form: CheckForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayKeep(actor)) return refuse('forbidden');
    const decision = rules.checkAgain(await lockHelp(trx, id), form, dayOf(now));
    if (!decision.ok) return decision;
    const { source, checkedOn, revision } = decision.value;
    await store(trx, id, rowOf(decision.value, { accountId: actor.accountId, now }));
    await recordEvent(trx, { actor, now, subject: id }, 'help.checked', { source, checkedOn });
    return ok({ revision });
  });
}

/** Nobody is sent there from now on; the entry and its reason stay to be read by staff. */
export function withdrawHelp({ db, actor, now }: Scope<Keeper>, id: string, { reason }: WithdrawForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayKeep(actor)) return refuse('forbidden');
    const decision = rules.withdraw(await lockHelp(trx, id), now);
    if (!decision.ok) return decision;
    await store(trx, id, {
      ...{ withdrawn_at: now, withdrawn_by: actor.accountId, withdrawn_reason: reason },
      ...{ revision: decision.value.revision, changed_at: now },
    });
    await recordEvent(trx, { actor, now, subject: id }, 'help.withdrawn', {});
    return ok({});
  });
}

/** Names are given one after the other: two who list the same place at once list it once. */
const lockNames = (trx: Transaction<Database>) =>
  // The builder knows no locks by name.
  sql`select pg_advisory_xact_lock(hashtext('help_entry'))`.execute(trx);

const rowOf = (kept: Kept, { accountId, now }: { accountId: string; now: Date }) => ({
  ...{ name: kept.name, name_local: kept.nameLocal, country: kept.country, topics: kept.topics },
  ...{ languages: kept.languages, phones: kept.phones, url: kept.url, address: kept.address },
  ...{ hours: kept.hours, free: kept.free, source: kept.source, checked_on: kept.checkedOn },
  ...{ checked_by: accountId, revision: kept.revision, changed_at: now },
});

type Change = Partial<ReturnType<typeof rowOf>> & { withdrawn_at?: Date; withdrawn_by?: string };

const store = (trx: Transaction<Database>, id: string, change: Change & { withdrawn_reason?: string }) =>
  trx.updateTable('help_entry').set(change).where('id', '=', id).execute();
