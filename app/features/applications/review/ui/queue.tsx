import { dayInWords, untilInWords } from '#app/platform/calendar.ts';
import { countryCodes, countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField, TextField } from '#app/ui/fields.tsx';
import { DataTable, Filters } from '#app/ui/table.tsx';

import { stateNames, states, type State } from '../../model.ts';
import { StateTag } from '../../ui/state-tag.tsx';

type Row = {
  id: string;
  reference: string;
  recruiter: string;
  country: string;
  state: State;
  due: string | null;
  officer: string | null;
};

const stateOptions = states.map((value) => ({ value, label: stateNames[value] }));
const countryOptions = countryCodes.map((value) => ({ value, label: countryName(value) }));

type FiltersProps = {
  filter: { state: string; country: string; officer: string; q: string };
  officers: { id: string; name: string }[];
};

export const QueueFilters = ({ filter, officers }: FiltersProps) => (
  <Filters clear="/scheme/applications">
    <TextField field={queryField('q', filter.q)} label="Name or reference" />
    <SelectField
      field={queryField('state', filter.state)}
      label="State"
      options={stateOptions}
      empty="Any state"
    />
    <SelectField
      field={queryField('officer', filter.officer)}
      label="Officer"
      options={officers.map(({ id, name }) => ({ value: id, label: name }))}
      empty="Anybody or nobody"
    />
    <SelectField
      field={queryField('country', filter.country)}
      label="Country"
      options={countryOptions}
      empty="Any country"
    />
  </Filters>
);

type TableProps = { caption: string; rows: readonly Row[]; today: string };

export const QueueTable = ({ caption, rows, today }: TableProps) => (
  <DataTable
    caption={caption}
    columns={[
      {
        key: 'recruiter',
        header: 'Recruiter',
        main: true,
        cell: (row) => <TextLink to={`/scheme/applications/${row.id}`}>{row.recruiter}</TextLink>,
      },
      { key: 'reference', header: 'Reference', cell: (row) => row.reference },
      { key: 'country', header: 'Country', cell: (row) => countryName(row.country) },
      { key: 'state', header: 'State', cell: (row) => <StateTag state={row.state} /> },
      { key: 'due', header: 'Due', cell: (row) => <Due due={row.due} today={today} /> },
      { key: 'officer', header: 'Officer', cell: (row) => row.officer ?? 'nobody yet' },
    ]}
    rows={rows}
    empty={{
      title: 'No application fits',
      text: 'Applications appear here when a recruiter begins one.',
    }}
  />
);

function Due({ due, today }: { due: string | null; today: string }) {
  if (!due) return 'no fixed day';
  const text = `${dayInWords(due)}, ${untilInWords(due, today)}`;
  return due < today ? <strong className="text-stopped">{text}</strong> : text;
}
