import type { Kysely, Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { addDays, dayOf, type Day } from '#app/platform/calendar.ts';
import { inBatches, oneByOne } from '#app/platform/operation/round.ts';
import { ok } from '#app/platform/result.ts';
import type { Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about, onAudit } from '../../commands/on-audit.server.ts';
import { isHouse } from '../../policy.ts';
import { stands } from '../../rules.ts';
import { endingStepOn, endingSteps, endPostponement, endsOn } from './rules.ts';

const actor: System = { kind: 'system' };
type House = Pick<Scope, 'db' | 'now'>;

/** Postponed audits whose last day comes within so many days. */
const listEnding = async (db: Kysely<Database>, by: Day, after: string) =>
  (
    await db
      .selectFrom('audit')
      .select('id')
      .where('state', '=', 'postponed')
      .where('postponed_until', '<=', by)
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .execute()
  ).map(({ id }) => id);

/** Tells the recruiter and the audit body that a postponement ends, once a step, however often this runs. */
export const tellEndingPostponements = (house: House) =>
  oneByOne(
    inBatches((after) => listEnding(house.db, addDays(dayOf(house.now), Math.max(...endingSteps)), after)),
    (id) =>
      onAudit({ ...house, actor }, id, isHouse, async ({ trx, audit }) => {
        if (audit.state !== 'postponed') return stands(audit);
        const [until, today] = [audit.postponedUntil, dayOf(house.now)];
        const step = endingStepOn(until, today);
        if (step === undefined || (await isTold(trx, id, step))) return ok(audit);
        await trx
          .insertInto('audit_postponement_notice')
          .values({ audit_id: id, step, told_at: house.now })
          .execute();
        const payload = { until, endsOn: endsOn(until, today) };
        await recordEvent(trx, about({ ...house, actor }, audit), 'audit.postponement_ending', payload);
        return ok(audit);
      }),
  );

/** This step, or a nearer one. */
const isTold = async (trx: Transaction<Database>, auditId: string, step: number) =>
  (await trx
    .selectFrom('audit_postponement_notice')
    .select('step')
    .where('audit_id', '=', auditId)
    .where('step', '<=', step)
    .executeTakeFirst()) !== undefined;

const note = 'Postponed once, and not planned again by the day it had to begin, as announced.';

/** What was not planned again by its day counts as refused; people decide what follows. */
export const endPostponements = (house: House) =>
  oneByOne(
    inBatches((after) => listEnding(house.db, addDays(dayOf(house.now), -1), after)),
    (id) =>
      onAudit({ ...house, actor }, id, isHouse, async ({ trx, audit }) => {
        const outcome = endPostponement(audit, await lastTold(trx, id), dayOf(house.now));
        if (!outcome.ok) return outcome;
        await trx
          .updateTable('audit')
          .set({ state: outcome.value.state, refused_at: house.now, refusal_note: note })
          .where('id', '=', id)
          .execute();
        await recordEvent(trx, about({ ...house, actor }, audit), 'audit.refused_by_auditee', {});
        return outcome;
      }),
  );

async function lastTold(trx: Transaction<Database>, auditId: string) {
  const row = await trx
    .selectFrom('audit_postponement_notice')
    .select('told_at')
    .where('audit_id', '=', auditId)
    .where('step', '=', Math.min(...endingSteps))
    .executeTakeFirst();
  return row && dayOf(row.told_at);
}
