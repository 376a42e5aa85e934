import { sql } from 'kysely';

import type { Scope } from '#app/platform/scope.ts';

import { stateOf } from '../complaints/commands/on-case.server.ts';
import { mayOpenSql } from './case.server.ts';
import type { Caseworker } from './policy.ts';
import { untied } from './queue.server.ts';

/** Another case that belongs to this one. Of one that is not open to whoever asks: that it is there, and nothing else. */
export type Linked = {
  case: { number: string; state: ReturnType<typeof stateOf> } | null;
  reason: string | null;
};

export async function listLinks(scope: Scope<Caseworker>, complaintId: string): Promise<Linked[]> {
  const rows = await scope.db
    .selectFrom('complaint_link')
    .innerJoin('complaint', (join) =>
      join.on(
        sql<boolean>`complaint.id = case when complaint_link.complaint_id = ${complaintId}::uuid
          then complaint_link.other_id else complaint_link.complaint_id end`,
      ),
    )
    .select(['number', 'state', 'reason', mayOpenSql(scope, 'complaint.id').as('open')])
    .where((where) =>
      where.or([where('complaint_id', '=', complaintId), where('other_id', '=', complaintId)]),
    )
    .orderBy('linked_at')
    .execute();
  return rows.map(({ number, state, reason, open }) => ({
    case: open ? { number, state: stateOf(state) } : null,
    reason: open ? reason : null,
  }));
}

const mostSuggested = 10;

/** Cases about whoever was named alike, which are not linked yet; `others`: how many more are not open to whoever asks. */
export async function suggestLinks(scope: Scope<Caseworker>, complaintId: string) {
  const rows = await scope.db
    .selectFrom('complaint')
    .innerJoin('complaint as this', (join) =>
      join.onRef('this.about_mark', '=', 'complaint.about_mark').on('this.id', '=', complaintId),
    )
    .select(['complaint.number', 'complaint.state', mayOpenSql(scope, 'complaint.id').as('open')])
    .where('complaint.id', '<>', complaintId)
    .where('complaint.erased_at', 'is', null)
    .where(untied(scope.actor, scope.now))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('complaint_link')
            .select('linked_at')
            .where(
              sql<boolean>`(complaint_link.complaint_id, complaint_link.other_id)
                = (least(complaint.id, this.id), greatest(complaint.id, this.id))`,
            ),
        ),
      ),
    )
    .orderBy('complaint.received_at', 'desc')
    .limit(100)
    .execute();
  const open = rows.filter((row) => row.open);
  return {
    suggested: open.slice(0, mostSuggested).map(({ number, state }) => ({ number, state: stateOf(state) })),
    others: rows.length - open.length,
  };
}
