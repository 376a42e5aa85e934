import { dayOf } from '#app/platform/calendar.ts';
import { amountWithCode } from '#app/platform/payments/money.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { listDueActions } from './queries.server.ts';
import { listPlans } from './repayment/queries.server.ts';
import { instalmentsOf } from './repayment/rules.ts';

const most = 20;
const shortened = (text: string) => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

/** Actions that are due, or done and not yet verified; and money that was promised to workers. */
export async function listActionTasks(scope: Scope<Company>): Promise<Task[]> {
  const actions = (await listDueActions(scope, most)).map((action) => ({
    id: `mitigation-${action.id}`,
    what: action.state === 'done' ? 'Verify whether it worked' : 'Act on a risk',
    about: [shortened(action.what), action.owner, action.party].filter(Boolean).join(' · '),
    due: action.state === 'done' ? null : action.dueOn,
    href: `/mapping/actions/${action.id}`,
    action: 'Open',
  }));
  const today = dayOf(scope.now);
  const promised = (await listPlans(scope)).flatMap(({ id, title, entries }) =>
    instalmentsOf(entries, today)
      .filter(({ paid, amountMinor }) => paid < amountMinor)
      .slice(0, 1)
      .map(({ dueOn, currency, amountMinor, paid }) => ({
        id: `repayment-${id}`,
        what: 'Repay workers',
        about: `${title} · ${amountWithCode({ amountMinor: amountMinor - paid, currency })} left of this instalment`,
        due: dueOn,
        href: `/mapping/actions/repayments/${id}`,
        action: 'Open',
      })),
  );
  return [...actions, ...promised];
}
