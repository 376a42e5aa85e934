import { sql } from 'kysely';

import type { Officer, Scope } from '#app/platform/scope.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { hasTie } from '#db/has-tie.ts';

import { stateOf } from '../complaints/commands/on-case.server.ts';
import { groupsShown } from './rules.ts';

/** Only those whose reporters agreed to be counted. */
const counted = ({ db }: Pick<Scope, 'db'>) =>
  db.selectFrom('complaint').where(sql<boolean>`consents_to(complaint.id, 'statistics')`);

/**
 * Complaints in figures, by state and by recruiter: no number of fewer than five people, and no recruiter with fewer than five
 * is named. Of recruiters that whoever asks is tied to nothing is told.
 */
export async function complaintFigures(scope: Scope<Officer>) {
  const { actor, now } = scope;
  const states = await counted(scope)
    .select(['state'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy('state')
    .execute();
  const recruiters = await counted(scope)
    .innerJoin('organisation', 'organisation.id', 'complaint.organisation_id')
    .innerJoin('registration', 'registration.organisation_id', 'complaint.organisation_id')
    .select(['organisation.name', 'registration.number'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(({ not }) => not(hasTie(actor.accountId, sql.ref('complaint.organisation_id'), dayOf(now))))
    .groupBy(['organisation.name', 'registration.number'])
    .execute();
  return {
    states: groupsShown(states.map(({ state, count }) => ({ of: stateOf(state), count }))),
    recruiters: groupsShown(recruiters.map(({ name, number, count }) => ({ of: { name, number }, count }))),
  };
}
