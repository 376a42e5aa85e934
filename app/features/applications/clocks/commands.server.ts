import type { Kysely, Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { addDays, dayOf, type Day } from '#app/platform/calendar.ts';
import { aFew, inBatches, oneByOne } from '#app/platform/operation/round.ts';
import type { System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about, delist } from '../commands.server.ts';
import type { Application } from '../model.ts';
import { clocksOf, lockApplication } from '../queries.server.ts';
import * as rules from '../rules.ts';
import { throwAway } from '../drafts.server.ts';
import {
  findAuditClock,
  findDue,
  findWarning,
  isUnderWay,
  lastTouched,
  listDraftVersions,
  listOldDrafts,
  listPassed,
  listToRemind,
  listWithoutAudit,
} from './queries.server.ts';
import {
  auditLapseDay,
  auditWarningDays,
  discardDay,
  draftWarningDays,
  reminderDay,
  reminders,
} from './rules.ts';

/** What the clock does with applications. Each goes on until nothing is due, and two at once take turns on each record. */
const actor: System = { kind: 'system' };

type House = { db: Kysely<Database>; now: Date };
type Take = (trx: Transaction<Database>, current: Application) => Promise<unknown>;

/** Through everything that is due, a batch at a time, each record held while it is looked at. */
const each = (house: House, list: Parameters<typeof inBatches>[0], take: Take) =>
  oneByOne(
    inBatches(list),
    (id) =>
      house.db.transaction().execute(async (trx) => {
        const current = await lockApplication(trx, id);
        if (current) await take(trx, current);
      }),
    aFew,
  );

/** Ends applications whose fee, audit body or first audit did not come in time. */
export function lapseApplications(house: House) {
  const today = dayOf(house.now);
  const states = ['awaiting_payment', 'deferred_expired', 'accepted', 'engaged'] as const;
  return each(
    house,
    (after) => listPassed(house.db, states, { today, after }),
    async (trx, current) => {
      if (!rules.lapse(current, today).ok || (await isUnderWay(trx, current.id))) return;
      await end(trx, current, house.now);
    },
  );
}

/** Applications in audit of which no audit begins in time: warned first, then ended, with whatever was planned of it. */
export function lapseInAudit(house: House) {
  const today = dayOf(house.now);
  const kind = 'next_audit_due';
  return each(
    house,
    (after) => listWithoutAudit(house.db, { today, after }),
    async (trx, current) => {
      const clock = current.state === 'in_audit' ? await findAuditClock(trx, current.id) : undefined;
      if (!clock) return;
      const { by, since } = clock;
      const warning = await findWarning(trx, { id: current.id, kind, since });
      if (warning) {
        if (rules.lapse(current, today, warning.dueOn).ok) await end(trx, current, house.now);
      } else if (addDays(by, -auditWarningDays) <= today) {
        const dueOn = auditLapseDay(by, today);
        await remind(trx, house, { current, kind, dueOn, days: auditWarningDays });
      }
    },
  );
}

async function end(trx: Transaction<Database>, current: Application, now: Date) {
  await trx
    .updateTable('application')
    .set({ state: 'lapsed', ended_at: now })
    .where('id', '=', current.id)
    .execute();
  await delist(trx, current, now);
  await recordEvent(trx, { actor, now, ...about(current) }, 'application.lapsed', {});
}

/** Deferrals that were not answered: from now on an extra fee is due, which billing asks for. */
export function expireDeferrals(house: House) {
  const today = dayOf(house.now);
  return each(
    house,
    (after) => listPassed(house.db, ['deferred'], { today, after }),
    async (trx, current) => {
      const decision = rules.expireDeferral(current, today, await clocksOf(trx, current.schemeVersionId));
      if (!decision.ok) return;
      const { state, lapsesOn } = decision.value;
      await trx
        .updateTable('application')
        .set({ state, deferral_expired_at: house.now, lapses_on: lapsesOn })
        .where('id', '=', current.id)
        .execute();
      const fact = { actor, now: house.now, ...about(current) };
      await recordEvent(trx, fact, 'application.deferral_expired', { lapsesOn });
    },
  );
}

/** Every reminder whose day has come, once each. */
export function remindOfApplications(house: House) {
  const today = dayOf(house.now);
  return oneByOne(reminders, (reminder) =>
    each(
      house,
      (after) => listToRemind(house.db, reminder, { today, after }),
      async (trx, current) => {
        const { state, dueOn } = await findDue(trx, current.id);
        const days = dueOn === null ? undefined : reminderDay(reminder.daysBefore, dueOn, today);
        if (state !== reminder.state || dueOn === null || days === undefined) return;
        await remind(trx, house, { current, kind: reminder.kind, dueOn, days });
      },
    ),
  );
}

type Reminder = { current: Application; kind: string; dueOn: Day; days: number };

/** The row is the promise that it goes out once. */
async function remind(trx: Transaction<Database>, { now }: House, { current, kind, dueOn, days }: Reminder) {
  const row = await trx
    .insertInto('application_reminder')
    .values({ application_id: current.id, kind, due_on: dueOn, days_before: days, sent_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('kind')
    .executeTakeFirst();
  if (row)
    await recordEvent(trx, { actor, now, ...about(current) }, 'application.reminded', { about: kind, dueOn });
}

/** Drafts nobody touches are warned of, and after that discarded with all they hold: each by the clock of its version. */
export async function discardIdleDrafts(house: House) {
  const { db, now } = house;
  const today = dayOf(now);
  return oneByOne(await listDraftVersions(db), async (versionId) => {
    const clocks = await clocksOf(db, versionId);
    const days = clocks.idleDraftDays - draftWarningDays;
    const list = (after: string) => listOldDrafts(db, now, { after, versionId, days });
    await each(house, list, async (trx, current) => {
      const touched = await lastTouched(trx, current.id);
      if (current.state !== 'draft' || !touched) return;
      const warning = await findWarning(trx, { id: current.id, kind: 'draft_idle', since: touched });
      if (warning) {
        if (warning.dueOn <= today) await throwAway(trx, { actor, now }, current);
      } else if (addDays(dayOf(touched), days) <= today) {
        const dueOn = discardDay(dayOf(touched), today, clocks);
        await remind(trx, house, { current, kind: 'draft_idle', dueOn, days: draftWarningDays });
      }
    });
  });
}
