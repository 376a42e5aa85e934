import { sql, type Kysely } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { addDays, dayOf, type Day } from '#app/platform/calendar.ts';
import { aFew, inBatches, oneByOne } from '#app/platform/operation/round.ts';
import type { Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { isHouse } from '../../policy.ts';
import { ok } from '#app/platform/result.ts';

import { aboutRemedy, onRemedy } from '../commands/on-remedy.server.ts';
import { isPaid } from '../rules.ts';
import { noticeOn } from './rules.ts';

const actor: System = { kind: 'system' };
const aBatch = 500;

/** Remedies that are due within 30 days or late and are not paid, a batch at a time. */
async function listDue(db: Kysely<Database>, today: Day, after: string) {
  const rows = await db
    .selectFrom('remedy')
    .innerJoin('finding', 'finding.id', 'remedy.finding_id')
    .select('finding.id')
    .where('remedy.completed_at', 'is', null)
    // A function of the row, for which the builder has no words.
    .where(sql<boolean>`remedy_paid_at(remedy) is null`)
    .where('remedy.due_on', '<=', addDays(today, 30))
    .where('finding.state', 'not in', ['closed', 'withdrawn'])
    .where('finding.id', '>', after)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('remedy_notice as told')
            .select('told.step')
            .whereRef('told.remedy_id', '=', 'remedy.id')
            .where('told.step', '=', 0),
        ),
      ),
    )
    .orderBy('finding.id')
    .limit(aBatch)
    .execute();
  return rows.map(({ id }) => id);
}

/** Tells of each unpaid remedy 30 and 7 days ahead and once when it is late, however often this runs. */
export const tellDueRemedies = ({ db, now }: Pick<Scope, 'db' | 'now'>) =>
  oneByOne(
    inBatches((after) => listDue(db, dayOf(now), after)),
    (id) => tell({ db, now, actor }, id),
    aFew,
  );

const tell = (scope: Scope, findingId: string) =>
  onRemedy(scope, findingId, isHouse, async ({ trx, finding, remedy }) => {
    const step = noticeOn(remedy.dueOn, dayOf(scope.now));
    if (step === undefined || remedy.completed || isPaid(remedy)) return ok({});
    const nearer = await trx
      .selectFrom('remedy_notice')
      .select('step')
      .where('remedy_id', '=', remedy.id)
      .where('step', '<=', step)
      .executeTakeFirst();
    if (nearer) return ok({});
    await trx
      .insertInto('remedy_notice')
      .values({ remedy_id: remedy.id, step, told_at: scope.now })
      .execute();
    const fact = aboutRemedy(scope, finding, remedy.id);
    const { dueOn } = remedy;
    if (step === 0) await recordEvent(trx, fact, 'remedy.overdue', { dueOn });
    else await recordEvent(trx, fact, 'remedy.due', { days: step, dueOn });
    return ok({});
  });
