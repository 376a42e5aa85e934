import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { aFew, inBatches, oneByOne } from '#app/platform/operation/round.ts';
import type { Scope, System } from '#app/platform/scope.ts';
import { isTied } from '#db/has-tie.ts';

import { onAudit, about as aboutAudit } from '../../commands/on-audit.server.ts';
import { isHouse, mayGrade } from '../../policy.ts';
import { about, onFinding } from '../commands/on-finding.server.ts';
import { listStandings } from '../queries.server.ts';
import { escalateMissed } from './escalate.server.ts';
import type { ExtendForm } from './forms.ts';
import {
  findStop,
  listOverdue,
  listStopped,
  listUnpaid,
  mayFollow,
  standingOfDay,
} from './queries.server.ts';
import { escalateLate, escalateUnpaid as unpaid, extend, fail } from './rules.ts';

const actor: System = { kind: 'system' };
type House = Pick<Scope, 'db' | 'now'>;

export const extendFinding = (scope: Scope, id: string, { until, reason }: ExtendForm) =>
  onFinding(scope, id, mayGrade, async ({ trx, finding, actor: by }) => {
    const today = dayOf(scope.now);
    const tied = await isTied(trx, by.accountId, finding.organisationId, today);
    const outcome = extend(finding, { until, tied }, today);
    if (!outcome.ok) return outcome;
    const { clock, from } = outcome.value;
    const due = {
      contain: { contain_due_on: until },
      plan: finding.state === 'cap_returned' ? { resubmit_due_on: until } : { plan_due_on: until },
      close: { close_due_on: until },
    }[clock];
    const extension = { extended_at: scope.now, extended_by: by.accountId, extension_reason: reason };
    await trx
      .updateTable('finding')
      .set({ ...due, ...extension, extended_clock: clock, extended_from: from })
      .where('id', '=', finding.id)
      .execute();
    await recordEvent(trx, about(scope, finding), 'finding.extended', { clock, dueOn: until });
    return outcome;
  });

/**
 * Everything whose day has passed with its recruiter, once for each day that was missed, however late this runs; what
 * reaches a certificate only as it was announced.
 */
export const escalateOverdue = (house: House) =>
  oneByOne(
    inBatches((after) => listOverdue(house.db, dayOf(house.now), after)),
    (id) =>
      onFinding({ ...house, actor }, id, isHouse, async ({ trx, finding }) => {
        const today = dayOf(house.now);
        const outcome = escalateLate(finding, today, await mayFollow(trx, finding.id, today));
        if (!outcome.ok) return outcome;
        await escalateMissed(trx, { ...house, actor }, finding, outcome.value);
        return outcome;
      }),
    aFew,
  );

/** Where workers wait beyond their day the finding itself is late, whatever was sent of its correction; once for each day. */
export const escalateUnpaid = (house: House) =>
  oneByOne(
    inBatches((after) => listUnpaid(house.db, dayOf(house.now), after)),
    (id) =>
      onFinding({ ...house, actor }, id, isHouse, async ({ trx, finding }) => {
        const today = dayOf(house.now);
        const day = finding.remedyDueOn ?? today;
        const outcome = unpaid(finding, today, await standingOfDay(trx, finding.id, { day, today }));
        if (!outcome.ok) return outcome;
        await escalateMissed(trx, { ...house, actor }, finding, outcome.value);
        return outcome;
      }),
    aFew,
  );

/** Ends each audit whose grave findings were not corrected within the stop. */
export const failAudits = (house: House) =>
  oneByOne(
    inBatches((after) => listStopped(house.db, dayOf(house.now), after)),
    (id) =>
      onAudit({ ...house, actor }, id, isHouse, async ({ trx, audit }) => {
        const stop = { ...(await findStop(trx, audit.id)), today: dayOf(house.now) };
        const outcome = fail(audit, await listStandings(trx, audit.id), stop);
        if (!outcome.ok) return outcome;
        await trx
          .updateTable('audit')
          .set({ state: outcome.value.state, failed_at: house.now })
          .where('id', '=', audit.id)
          .execute();
        await recordEvent(trx, aboutAudit({ ...house, actor }, audit), 'audit.failed', {});
        return outcome;
      }),
    aFew,
  );
