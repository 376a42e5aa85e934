import { dayOf } from '#app/platform/calendar.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { topics } from './model.ts';
import { dueSince, lastDayOf } from './rules.ts';
import { placeInWords, topicNames } from './ui/words.ts';

const most = 5;

/** Entries whose check ends within 30 days, or has ended: the first five, and how many wait behind them. */
export async function listCorridorTasks({ db, now }: Scope<Officer>): Promise<Task[]> {
  const rows = await db
    .selectFrom('standing_corridor_entry')
    .select(['entry_id', 'title', 'topic', 'origin', 'destination', 'sector', 'checked_on'])
    .select(({ fn }) => fn.countAll<number>().over().as('count'))
    .where('withdrawn_reason', 'is', null)
    .where('checked_on', '<=', dueSince(dayOf(now)))
    .orderBy('checked_on')
    .orderBy('entry_id')
    .limit(most)
    .execute();
  const behind = (rows[0]?.count ?? 0) - most;
  return rows.map(({ entry_id, title, topic, checked_on, ...place }, at) => {
    const known = topics.find((each) => each === topic);
    const more = at === most - 1 && behind > 0 ? `, and ${behind} more after it` : '';
    return {
      ...{ id: `corridor-${entry_id ?? ''}`, what: `Check “${title ?? ''}” in the corridor book` },
      about: `${placeInWords(place)}${known ? `: ${topicNames[known]}` : ''}${more}`,
      ...{
        due: lastDayOf(checked_on ?? dayOf(now)),
        href: `/scheme/corridors/${entry_id ?? ''}/change`,
        action: 'Check',
      },
    };
  });
}
