import { cellName } from '#app/platform/tables/table.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { SelectField } from '#app/ui/fields.tsx';
import type { Field as FormField } from '#app/ui/parts/field.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { fieldNames } from '../columns.ts';
import { fields, type Field } from '../model.ts';

type Column = { place: number; head: string };
type Row = { number: number; cells: string[] };

/** "B": what a spreadsheet calls a column. */
const letterOf = (place: number) => cellName(1, place).slice(0, -1);
const nameOf = ({ place, head }: Column) =>
  head ? `${letterOf(place)}: ${head}` : `Column ${letterOf(place)}`;

export const SameFile = ({ same }: { same: { id: string; on: string } | undefined }) =>
  same ? (
    <p role="status">
      Your company sent this very file before and had it checked on {same.on}:{' '}
      <TextLink to={`/lists/${same.id}`}>see what was answered</TextLink>. Checked again, it is answered as of
      now.
    </p>
  ) : null;

/** More columns than a page is wide are read all the same. */
const mostShown = 6;

/** The first rows as they were read: whether letters came through is seen here. */
export const Preview = ({ sample, columns }: { sample: Row[]; columns: Column[] }) => (
  <DataTable
    caption={`The first ${sample.length} rows as we read them. Are the letters right?`}
    columns={[
      { key: 'row', header: 'Row', main: true, cell: ({ number }: Row) => number },
      ...columns.slice(0, mostShown).map(({ place }) => ({
        key: String(place),
        header: letterOf(place),
        cell: ({ cells }: Row) => <bdi className="break-words">{cells[place] ?? ''}</bdi>,
      })),
    ]}
    rows={sample}
    empty={{ title: 'No rows', text: 'Nothing could be read.' }}
  />
);

const hints: Partial<Record<Field, string>> = {
  name: 'Of the recruiter, in any script',
  country: 'Where it is registered: its name in English, or two letters',
  registrationNumber: 'As on this register: LRN and digits',
  licenceNumber: 'Of its state licence',
  certificateNumber: 'As on its certificate',
  ref: 'Comes back beside each answer',
  asOf: 'To ask how each stood at the end of a day: 2026-03-01',
};

type Props = { fields: Record<Field, FormField>; columns: Column[] };

/** Which column is what; a list needs not have all of them. */
export function ColumnChoices({ fields: chosen, columns }: Props) {
  const options = columns.map((column) => ({ value: String(column.place), label: nameOf(column) }));
  return (
    <div className="grid w-full gap-6 sm:grid-cols-2">
      {fields.map((field) => (
        <SelectField
          key={field}
          field={chosen[field]}
          label={fieldNames[field]}
          hint={hints[field]}
          options={options}
          empty="Not in my list"
        />
      ))}
    </div>
  );
}
