import { dayInWords } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { countryName } from '#app/platform/places.ts';
import { tableRefusalTexts, tableRefusals } from '#app/platform/tables/table.ts';
import { DataTable } from '#app/ui/table.tsx';

import { heads, type Problem, type RiskInput } from '../inputs/model.ts';

type Listed = RiskInput & { importedAt: string | Date; importedBy: string; earlier: number };

const kindNames = { origin: 'Country of origin', destination: 'Country of work', sector: 'Sector' };

/** What counts now of what others published. */
export const InputTable = ({ inputs }: { inputs: readonly Listed[] }) => (
  <DataTable
    caption="What counts now"
    columns={[
      {
        ...{ key: 'key', header: 'Country or sector', main: true },
        cell: ({ kind, key }) => (kind === 'sector' ? sectorName(key) : countryName(key)),
      },
      { key: 'kind', header: 'As', cell: ({ kind }) => kindNames[kind] },
      { key: 'value', header: 'Value', cell: ({ value }) => value.toLocaleString('en-GB') },
      { key: 'source', header: 'Source', cell: ({ source, year }) => `${source}, ${year}` },
      { key: 'licence', header: 'Licence', cell: ({ licence }) => licence },
      {
        ...{ key: 'imported', header: 'Imported' },
        cell: ({ importedAt, importedBy, earlier }) => (
          <>
            {`${dayInWords(new Date(importedAt).toISOString().slice(0, 10))}, by ${importedBy}`}
            {earlier > 0 ? (
              <p className="text-sm text-ink-2">
                {earlier === 1 ? 'Took the place of one before' : `Took the place of ${earlier} before`}
              </p>
            ) : null}
          </>
        ),
      },
    ]}
    rows={inputs}
    empty={{
      title: 'No input yet',
      text: 'None comes with the software. Until something is imported, every country and sector counts as unknown, which is worse than average.',
    }}
  />
);

/** Every wrong cell of a list, as the spreadsheet names it. */
export const InputProblems = ({ problems }: { problems: readonly Problem[] }) => (
  <DataTable
    caption={problems.length === 1 ? '1 cell is wrong' : `${problems.length} cells are wrong`}
    columns={[
      { key: 'cell', header: 'Cell', main: true, cell: ({ cell }) => cell },
      { key: 'reason', header: 'What is wrong', cell: ({ reason }) => reason },
    ]}
    rows={problems}
    empty={{ title: '', text: '' }}
  />
);

const texts: Record<string, string> = {
  file_missing: 'Choose the file first.',
  columns_missing: `The first row must name six columns: ${Object.values(heads).join(', ')}.`,
  list_without_rows: 'The list has heads and no rows below them.',
};

export function inputRefusalText(refusal: string) {
  const ofTable = tableRefusals.find((each) => each === refusal);
  return ofTable
    ? tableRefusalTexts[ofTable]
    : (texts[refusal] ?? 'The list could not be taken. Try it again.');
}
