import { dayInWords } from '#app/platform/calendar.ts';
import { countryOptions } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField, TextField } from '#app/ui/fields.tsx';
import { DataTable, Filters } from '#app/ui/table.tsx';

import { jobStates, type JobOrder, type JobState } from '../model.ts';
import { Employer, placeInWords, StateTag, stateNames, wageInWords } from './facts.tsx';

type Listed = JobOrder & { recruiter?: string };
type Props = {
  orders: readonly Listed[];
  count: number;
  /** Where each one's page is. */
  place: string;
  empty: { title: string; text: string };
  across?: boolean;
};

/** Job orders as their recruiter, or across recruiters as the scheme, sees them. */
export const JobTable = ({ orders, count, place, empty, across = false }: Props) => (
  <DataTable
    caption={count === 1 ? '1 job order' : `${count.toLocaleString('en-GB')} job orders`}
    columns={[
      {
        key: 'work',
        header: 'Work',
        main: true,
        cell: ({ number, occupation }) => (
          <>
            <TextLink to={`${place}/${number}`}>{occupation}</TextLink>
            <span className="block font-mono text-sm font-normal text-ink-2">{number}</span>
          </>
        ),
      },
      ...(across
        ? [{ key: 'recruiter', header: 'Recruiter', cell: ({ recruiter }: Listed) => recruiter ?? '' }]
        : []),
      { key: 'employer', header: 'Employer', cell: (job) => <Employer {...job} /> },
      { key: 'place', header: 'Place', cell: placeInWords },
      { key: 'wage', header: 'Wage', cell: wageInWords },
      { key: 'closes', header: 'Apply by', cell: ({ closesOn }) => dayInWords(closesOn) },
      { key: 'state', header: 'State', cell: ({ state }) => <StateTag state={state} /> },
    ]}
    rows={orders}
    empty={empty}
  />
);

type Filter = { q: string; state?: JobState | undefined; country?: string | undefined };

export const JobFilters = ({ filter, clear }: { filter: Filter; clear: string }) => (
  <Filters clear={filter.q || filter.state || filter.country ? clear : undefined}>
    <TextField field={queryField('q', filter.q)} label="Employer, work, town, recruiter or number" />
    <SelectField
      field={queryField('country', filter.country)}
      label="Country of the work"
      options={countryOptions}
      empty="Any country"
    />
    <SelectField
      field={queryField('state', filter.state)}
      label="State"
      options={jobStates.map((value) => ({ value, label: stateNames[value] }))}
      empty="Any state"
    />
  </Filters>
);

/** The address of a page of the same list. */
export function jobsAddress(path: string, { q, state, country }: Filter, page: number) {
  const asked = { q, state: state ?? '', country: country ?? '', page: String(page) };
  return `${path}?${new URLSearchParams(asked).toString()}`;
}
