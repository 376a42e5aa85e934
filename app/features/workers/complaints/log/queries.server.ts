import type { Scope } from '#app/platform/scope.ts';
import type { Signing } from '#app/platform/signing/signing.server.ts';

import { accountShape } from '../queries.server.ts';
import { entryAt, openIn } from '../sealing.server.ts';
import { nothingBefore } from './chain.server.ts';
import { receiptOf } from './credentials.ts';

type House = Pick<Scope, 'db'>;

/** One year of the public log as it is served: hashes in hex, days in order, each with its signed head. */
export async function findLog({ db }: House, year: number) {
  const rows = await db
    .selectFrom('complaint_log_day')
    .select(['day', 'previous', 'leaves', 'head', 'checkpoint'])
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .execute();
  return {
    ...{ log: 'fairroute complaints 1', year },
    previous: (rows[0]?.previous ?? nothingBefore).toString('hex'),
    days: rows.map(({ day, leaves, head, checkpoint }) => ({
      ...{ day, head: head.toString('hex'), checkpoint },
      leaves: leaves.map((leaf) => leaf.toString('hex')),
    })),
  };
}

/** The years there is a log of, the newest first. */
export async function logYears({ db }: House): Promise<number[]> {
  const { first, last } = await db
    .selectFrom('complaint_log_day')
    .select(({ fn }) => [fn.min('day').as('first'), fn.max('day').as('last')])
    .executeTakeFirstOrThrow();
  if (!first || !last) return [];
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return Array.from({ length: to - from + 1 }, (_, back) => to - back);
}

/**
 * The signed receipt of a case (`application/vc+jwt`), for whoever was let into it with its code; undefined for one that is
 * erased, or that no key opens.
 */
export async function complaintReceipt(
  { db }: House,
  complaintId: string,
  by: { signing: Signing; origin: string },
): Promise<string | undefined> {
  const entry = await db
    .selectFrom('complaint_entry')
    .innerJoin('complaint', 'complaint.id', 'complaint_entry.complaint_id')
    .select(['complaint_entry.id', 'complaint_entry.sealed'])
    .where('complaint.id', '=', complaintId)
    .where('complaint.erased_at', 'is', null)
    .where('complaint_entry.kind', '=', 'account')
    .executeTakeFirst();
  const account = entry && (await openIn(entryAt(complaintId, entry.id), entry.sealed, accountShape));
  if (!account) return undefined;
  const { signing, origin } = by;
  return signing.signCredential(receiptOf(account.received, { issuer: signing.did, origin }));
}
