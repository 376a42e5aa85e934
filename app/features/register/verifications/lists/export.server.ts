import type { Kysely } from 'kysely';

import { countryName } from '#app/platform/places.ts';
import { writeCsv, type CsvColumn } from '#app/platform/tables/write-csv.server.ts';
import { writeList } from '#app/platform/tables/write-list.server.ts';
import type { Database } from '#db/client.server.ts';

import { reasonInWords } from '../../ui/standing.tsx';
import type { Candidate } from '../model.ts';
import { fieldNames } from './columns.ts';
import type { List } from './queries.server.ts';
import type { CheckedRow } from './model.ts';
import { everyResult } from './results.server.ts';
import { matchedOnWords, outcomeWords, standingWords } from './ui/words.ts';
import { meantBy } from './rules.ts';

const of = (title: string, value: (meant: Candidate) => string | number | null): CsvColumn<CheckedRow> => ({
  title,
  value: ({ answer, choice }) => {
    const meant = meantBy(answer, choice);
    return meant ? value(meant) : null;
  },
});

const asked = (
  field: keyof typeof fieldNames,
  title = `${fieldNames[field]} asked`,
): CsvColumn<CheckedRow> => ({
  title,
  value: ({ item }) => item?.[field],
});

const columns: CsvColumn<CheckedRow>[] = [
  { title: 'Row', value: ({ number }) => number },
  asked('ref', fieldNames.ref),
  asked('name'),
  asked('country'),
  asked('registrationNumber'),
  asked('licenceNumber'),
  asked('certificateNumber'),
  asked('asOf', fieldNames.asOf),
  { title: 'Answer', value: outcomeWords },
  of('Registration number', ({ registrationNumber }) => registrationNumber),
  of('Recruiter', ({ name }) => name),
  of('Name in local script', ({ nameLocal }) => nameLocal),
  of('Country', ({ country }) => countryName(country)),
  of('Standing', ({ standing }) => standingWords(standing.status)),
  of('Since', ({ standing }) => standing.since.slice(0, 10)),
  of('Reason', ({ standing }) => reasonInWords(standing.reasonClass)),
  of('Matched on', ({ match }) => matchedOnWords[match.on]),
  of('How alike (1 is the same)', ({ match }) => Math.round(match.score * 100) / 100),
  {
    title: 'Candidates',
    value: ({ answer }) =>
      answer?.outcome === 'ambiguous'
        ? answer.candidates.map(({ registrationNumber, name }) => `${registrationNumber} ${name}`).join('; ')
        : null,
  },
  { title: 'Note', value: ({ note }) => note },
];

/** A list that was checked, row by row as it is fetched, with what was chosen in it. */
export const listAs = (kind: 'xlsx' | 'csv', db: Kysely<Database>, list: List) =>
  kind === 'csv'
    ? writeCsv(columns, everyResult(db, list))
    : writeList('Checked list', columns, everyResult(db, list));
