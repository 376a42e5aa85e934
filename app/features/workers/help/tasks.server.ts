import { dayOf } from '#app/platform/calendar.ts';
import { countryName } from '#app/platform/places.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import type { Keeper } from './policy.ts';
import { dueSince, lastDayOf } from './rules.ts';

const most = 5;

/** Entries whose check ends within 30 days, or has ended: the first five, and how many wait behind them. */
export async function listHelpTasks({ db, now }: Scope<Keeper>): Promise<Task[]> {
  const rows = await db
    .selectFrom('help_entry')
    .select(['id', 'name', 'country', 'checked_on as checkedOn'])
    .select(({ fn }) => fn.countAll<number>().over().as('count'))
    .where('withdrawn_at', 'is', null)
    .where('checked_on', '<=', dueSince(dayOf(now)))
    .orderBy('checked_on')
    .orderBy('id')
    .limit(most)
    .execute();
  const behind = (rows[0]?.count ?? 0) - most;
  return rows.map(({ id, name, country, checkedOn }, place) => ({
    ...{ id: `help-${id}`, what: `Check ${name} in the directory of help` },
    about: `${countryName(country)}${place === most - 1 && behind > 0 ? `, and ${behind} more after it` : ''}`,
    ...{ due: lastDayOf(checkedOn), href: `/scheme/help/${id}/check`, action: 'Check' },
  }));
}
