import { sql } from 'kysely';

import type { Decider, Officer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import type { MatterKind } from './model.ts';
import { listOpen } from './queries.server.ts';

const most = 20;

const asked: Record<MatterKind, string> = {
  initial: '',
  recertification: 'the recertification of ',
  scope_extension: 'the wider scope of ',
  restoration: 'the restoration of ',
  lift: 'the suspension of ',
  abandoned_audit: 'what follows from the audit of ',
};

/** Matters this member has not voted on yet; what an appeal brought back is for those alone who had no part in it. */
export async function listDeciderTasks(scope: Scope<Decider>): Promise<Task[]> {
  const open = (await listOpen(scope)).filter(({ voted, barred }) => !voted && !barred);
  return open.slice(0, most).map(({ id, kind, recruiter, certificate, reference, dueOn, again }) => ({
    id,
    what: `Decide${again ? ' again' : ''} on ${asked[kind]}${recruiter}`,
    about: certificate ?? reference,
    due: dueOn,
    href: `/scheme/decisions/${id}`,
    action: 'Decide',
  }));
}

/** What an appeal brought back, where fewer members of the panel are left than make a decision. */
export async function listShortPanelTasks({ db, now }: Scope<Officer>): Promise<Task[]> {
  const rows = await db
    .selectFrom('decision_matter as matter')
    .innerJoin('organisation', 'organisation.id', 'matter.organisation_id')
    .innerJoin('application', 'application.id', 'matter.application_id')
    .select(['matter.id', 'matter.due_on as due', 'organisation.name as recruiter', 'application.reference'])
    .where('matter.state', '=', 'open')
    .where(({ or, eb }) =>
      or([eb('matter.appeal_id', 'is not', null), eb('matter.application_appeal_id', 'is not', null)]),
    )
    // The same question the constraint on votes asks.
    .where(
      sql<boolean>`(select count(distinct m.account_id) from membership m where m.role = 'decider'
        and bar_to_vote(matter.id, m.account_id, ${now}) is null) < matter.quorum`,
    )
    .orderBy('matter.due_on')
    .limit(most)
    .execute();
  return rows.map(({ id, due, recruiter, reference }) => ({
    ...{ id: `${id}-panel`, what: `Find members of the panel who may decide again on ${recruiter}` },
    ...{ about: reference, due, href: '/organisation/invite', action: 'Invite' },
  }));
}
