import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { purposeNames } from './model.ts';
import { listOwnInvoices } from './queries.server.ts';

/** Invoices that are open. The application fee stands among the tasks of its application. */
export async function listPayerTasks(scope: Scope<Recruiter>): Promise<Task[]> {
  const invoices = await listOwnInvoices(scope);
  return invoices
    .filter(({ status, purpose }) => status === 'open' && purpose !== 'application_fee')
    .map(({ id, number, purpose, dueOn }) => ({
      id,
      what: `Pay: ${purposeNames[purpose].toLowerCase()}`,
      about: number,
      due: dueOn,
      href: `/fees/${id}`,
      action: 'Pay',
    }));
}

/** Money that waits for a decision, and money that an officer owes back. */
export async function listMoneyTasks({ db }: Scope<Officer>): Promise<Task[]> {
  const { unmatched } = await db
    .selectFrom('payment')
    .leftJoin('refund', 'refund.payment_id', 'payment.id')
    .where('payment.invoice_id', 'is', null)
    .where('refund.id', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('unmatched'))
    .executeTakeFirstOrThrow();
  const { owed } = await db
    .selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .where('refund.made_at', 'is', null)
    .where('payment.method', '=', 'bank_transfer')
    .select(({ fn }) => fn.countAll<number>().as('owed'))
    .executeTakeFirstOrThrow();
  const task = (id: string, what: string, count: number): Task[] =>
    count === 0
      ? []
      : [{ id, what, about: `${count} in all`, due: null, href: '/scheme/payments', action: 'Decide' }];
  return [
    ...task('unmatched', 'Find the invoice of money that arrived', unmatched),
    ...task('owed', 'Send back what was paid twice or for nothing', owed),
  ];
}
