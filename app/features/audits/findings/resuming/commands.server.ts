import { sql, type Transaction } from 'kysely';
import { z } from 'zod';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { refuse } from '#app/platform/result.ts';
import type { Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { isHouse } from '../../policy.ts';
import { about, onFinding } from '../commands/on-finding.server.ts';
import { resume, type DueDays } from './rules.ts';

type House = Pick<Scope, 'db' | 'now'> & { actor: System };

/** A finding of an audit that ended with its certificate runs again, once for each time the certificate came back. */
export const resumeFinding = (house: House, id: string) =>
  onFinding(house, id, isHouse, async ({ trx, finding }) => {
    const from = await standsStillSince(trx, { id, now: house.now });
    if (!from) return refuse('not_still');
    const outcome = resume(finding, await findDays(trx, id), { from, today: dayOf(house.now) });
    if (!outcome.ok) return outcome;
    const { stood, days } = outcome.value;
    const row = {
      ...{ contain_due_on: days.containDueOn, plan_due_on: days.planDueOn },
      ...{ close_due_on: days.closeDueOn, resubmit_due_on: days.resubmitDueOn },
    };
    await trx
      .insertInto('finding_resumption')
      .values({ finding_id: id, stood_from: from, resumed_at: house.now, ...row })
      .execute();
    const { due_on: dueOn } = await trx
      .updateTable('finding')
      .set(row)
      .where('id', '=', id)
      .returning('due_on')
      .executeTakeFirstOrThrow();
    if (dueOn) await recordEvent(trx, about(house, finding), 'finding.resumed', { dueOn, days: stood });
    return outcome;
  });

const since = z.string().nullable();

/** The constraint asks the same: since when the finding stands still, if its holder's certificate stands again. */
async function standsStillSince(trx: Transaction<Database>, { id, now }: { id: string; now: Date }) {
  const { rows } = await sql<{
    from: unknown;
  }>`select finding_still_since(${id}::uuid, ${now}) as from`.execute(trx);
  return since.parse(rows[0]?.from ?? null);
}

const findDays = (trx: Transaction<Database>, id: string): Promise<DueDays> =>
  trx
    .selectFrom('finding')
    .select(['contain_due_on as containDueOn', 'plan_due_on as planDueOn'])
    .select(['close_due_on as closeDueOn', 'resubmit_due_on as resubmitDueOn'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
