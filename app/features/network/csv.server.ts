import type { Recruiter, Scope } from '#app/platform/scope.ts';
import { countryName } from '#app/platform/places.ts';
import { writeCsv, type CsvColumn } from '#app/platform/tables/write-csv.server.ts';

import { everyPartner, type ListedPartner, type PartnerFilter } from './lists.server.ts';
import { formNames, forms, kindNames } from './model.ts';

const formOf = (text: string) => {
  const form = forms.find((each) => each === text);
  return form ? formNames[form] : text;
};

/** What the list shows, and no more: whom one speaks with and by which numbers stays in the house. */
const columns: CsvColumn<ListedPartner>[] = [
  { title: 'Name', value: ({ name }) => name },
  { title: 'Name in local script', value: ({ nameLocal }) => nameLocal },
  { title: 'Kind', value: ({ kind }) => kindNames[kind] },
  { title: 'Registered or individual', value: ({ form }) => formOf(form) },
  { title: 'Country', value: ({ country }) => countryName(country) },
  { title: 'Place', value: ({ place }) => place },
  { title: 'Registration number', value: ({ registrationNumber }) => registrationNumber },
  { title: 'Works under agency', value: ({ parentName }) => parentName },
  { title: 'Since', value: ({ since }) => since },
  { title: 'Authorised', value: ({ authorised }) => authorised },
  { title: 'Ended on', value: ({ endedOn }) => endedOn },
];

export const networkAsCsv = (scope: Scope<Recruiter>, filter: PartnerFilter) =>
  writeCsv(columns, everyPartner(scope, filter));
