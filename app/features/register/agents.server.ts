import { dayOf } from '#app/platform/calendar.ts';

import type { Asked } from './listed.server.ts';

export type Agent = { name: string; nameLocal: string | null; place: string; country: string };

/** Who may speak to workers in a recruiter's name today: named, with its place; its numbers are for the worker check. */
export const listAgents = ({ db, now }: Asked, registrationNumber: string): Promise<Agent[]> =>
  db
    .selectFrom('partner')
    .innerJoin('registration', 'registration.organisation_id', 'partner.organisation_id')
    .select(['partner.name', 'partner.name_local as nameLocal', 'partner.place', 'partner.country'])
    .where('registration.number', '=', registrationNumber)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('partner_authorisation as given')
          .select('given.id')
          .whereRef('given.partner_id', '=', 'partner.id')
          .where('given.started_on', '<=', dayOf(now))
          .where(({ or, eb }) =>
            or([eb('given.ended_on', 'is', null), eb('given.ended_on', '>', dayOf(now))]),
          ),
      ),
    )
    .orderBy('partner.country')
    .orderBy('partner.latin')
    .limit(100)
    .execute();
