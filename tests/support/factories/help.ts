import type { Kysely } from 'kysely';

import type { ListForm } from '#app/features/workers/help/forms.ts';
import { addDays } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import { anOrganisation } from './organisations.ts';

/** The day of the tests' clock. */
export const today = '2026-03-01';

/** Invented, and reserved for that: nobody answers there. */
export const helpForm: ListForm = {
  ...{ name: 'Harbour Centre', nameLocal: null, country: 'QA', topics: ['resource_centre', 'shelter'] },
  ...{
    languages: ['ne', 'en'],
    phones: [],
    url: 'https://harbour.example/',
    address: 'Street 12',
    hours: null,
  },
  ...{ free: true, source: 'List of centres, January 2026', demonstration: false },
};

/** An officer and a caseworker of a scheme. */
export async function keepers(db: Kysely<Database>) {
  const scheme = await anOrganisation(db, 'scheme', 'officer');
  const caseworker = await scheme.another('caseworker');
  return {
    officer: scheme.scope,
    caseworker: { ...scheme.scope, actor: caseworker },
    accountId: scheme.owner.accountId,
  };
}

/** A row as the table takes it, checked so many days ago. */
export const helpRow = (accountId: string, daysAgo = 0) => ({
  ...{ name: `Centre ${daysAgo}`, country: 'QA', topics: ['shelter'], languages: ['en'], phones: [] },
  ...{ url: 'https://centre.example/', free: true, source: 'A list', checked_on: addDays(today, -daysAgo) },
  ...{ checked_by: accountId, listed_by: accountId },
  ...{ listed_at: new Date(`${today}T08:00:00Z`), changed_at: new Date(`${today}T08:00:00Z`) },
});
