import { sql, type Transaction } from 'kysely';

import type { Database } from '#db/client.server.ts';

import type { Regraded } from './rules.ts';

/**
 * Part of what gives a finding its new grade, in the same transaction. `issuedAt`: it is told by this. An observation that
 * becomes more, where nobody could find it without a worker having paid, is harm from then on; harm that was marked stays.
 */
export const writeGrade = (trx: Transaction<Database>, id: string, regraded: Regraded, issuedAt?: Date) => {
  const paid = sql<boolean>`harm = 'fee_charged' or (harm is null and ${regraded.grade} <> 'observation'
    and is_fee_indicator(scheme_version_id, indicator_code))`;
  return trx
    .updateTable('finding')
    .set({
      state: regraded.state,
      grade: regraded.grade,
      harm: sql<string | null>`case when ${paid} then 'fee_charged' else harm end`,
      workers_paid: sql<boolean>`coalesce(${paid}, false)`,
      contain_due_on: regraded.containDueOn,
      plan_due_on: regraded.planDueOn,
      close_due_on: regraded.closeDueOn,
      resubmit_due_on: regraded.state === 'cap_returned' ? regraded.planDueOn : null,
      ...(issuedAt ? { issued_at: issuedAt } : {}),
    })
    .where('id', '=', id)
    .execute();
};
