import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { listLicences } from './lists.server.ts';
import { placeOf } from './place.ts';
import { visibleTo, type Deciding } from './queries.server.ts';

const most = 20;

/** Licences of one's own that end within 90 days, or have ended, and whose renewal nobody declared. */
export async function listRecruiterTasks({ db, actor, now }: Scope<Recruiter>): Promise<Task[]> {
  const today = dayOf(now);
  const rows = await visibleTo(db, actor)
    .select(['licence.id', 'licence.number', 'licence.authority', 'licence.valid_until as due'])
    .where('licence.standing', '<>', 'revoked')
    .where('licence.renewal_until', 'is', null)
    .where('licence.valid_until', '<=', addDays(today, 90))
    .orderBy('licence.valid_until')
    .limit(most)
    .execute();
  return rows.map(({ id, number, authority, due }) => ({
    id,
    what: due < today ? `Renew licence ${number}: it has ended` : `Renew licence ${number} before it ends`,
    about: authority,
    due,
    href: `/licences/${id}`,
    action: 'Look',
  }));
}

/** Licences and renewals that wait for somebody to confirm them, those that end first on top. */
export async function listDeciderTasks(scope: Scope<Deciding>): Promise<Task[]> {
  const { licences } = await listLicences(scope, { show: 'waiting', q: '', page: 1 });
  return licences.slice(0, most).map(({ id, holder, number, authority, renewalUntil }) => ({
    id,
    what: `Confirm ${renewalUntil ? 'the renewal of ' : ''}licence ${number} of ${holder}`,
    about: authority,
    due: null,
    href: `${placeOf(scope.actor)}/${id}`,
    action: 'Look',
  }));
}
