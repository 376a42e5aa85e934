import type { Transaction } from 'kysely';

import type { Database } from '#db/client.server.ts';

import type { Regraded } from './rules.ts';

/** Part of what gives a finding its new grade, in the same transaction. `issuedAt`: it is told by this. */
export const writeGrade = (trx: Transaction<Database>, id: string, regraded: Regraded, issuedAt?: Date) =>
  trx
    .updateTable('finding')
    .set({
      state: regraded.state,
      grade: regraded.grade,
      contain_due_on: regraded.containDueOn,
      plan_due_on: regraded.planDueOn,
      close_due_on: regraded.closeDueOn,
      resubmit_due_on: regraded.state === 'cap_returned' ? regraded.planDueOn : null,
      ...(issuedAt ? { issued_at: issuedAt } : {}),
    })
    .where('id', '=', id)
    .execute();
