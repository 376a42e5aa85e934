import { countryName } from '#app/platform/places.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import { writeCsv, type CsvColumn } from '#app/platform/tables/write-csv.server.ts';

import { standingNames, type StandingStatus } from '../../../certificates/model.ts';
import { reasonInWords } from '../../ui/standing.tsx';
import { everyEntry, type Entry } from './queries.server.ts';

const columns: CsvColumn<Entry>[] = [
  { title: 'Recruiter', value: ({ name }) => name },
  { title: 'Name in local script', value: ({ nameLocal }) => nameLocal },
  { title: 'Country', value: ({ country }) => countryName(country) },
  { title: 'Registration number', value: ({ registrationNumber }) => registrationNumber },
  { title: 'Your own number or code', value: ({ ref }) => ref },
  {
    title: 'Standing',
    value: ({ standing }) => (standing ? standingNames[standing.status] : 'Off the register'),
  },
  { title: 'Since', value: ({ standing }) => standing?.since.slice(0, 10) },
  { title: 'Reason', value: ({ standing }) => standing && reasonInWords(standing.reasonClass) },
];

/** A portfolio as it is shown, as a file. */
export const portfolioAsCsv = (
  scope: Scope<Company>,
  id: string,
  asked: { standing?: StandingStatus | undefined },
) => writeCsv(columns, everyEntry(scope, id, asked));
