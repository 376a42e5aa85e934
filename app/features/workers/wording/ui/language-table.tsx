import { languageName } from '#app/platform/names/languages.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { markLanguages } from '../../../register/marks/model.ts';
import { states, type Counts, type State, type Translated } from '../model.ts';
import { stateNames } from './words.ts';

/** `heard` and `stale`: answers read aloud in it, and those of a text that is gone. */
type Row = Counts & { language: Translated; heard: number; stale: number };

/** One row a language; each number leads to the texts it counts. */
export const LanguageTable = ({ rows }: { rows: readonly Row[] }) => (
  <DataTable
    caption={`${rows.length} languages besides English`}
    columns={[
      {
        ...{ key: 'language', header: 'Language', main: true },
        cell: ({ language }) => (
          <>
            <TextLink to={`/scheme/languages/${language}`}>{languageName(language)}</TextLink>
            <p className="text-sm font-normal text-ink-2">
              <bdi lang={language}>{markLanguages[language]}</bdi>
            </p>
          </>
        ),
      },
      ...states.map((state) => ({
        ...{ key: state, header: stateNames[state], align: 'end' as const },
        cell: (row: Row) => <Count row={row} state={state} />,
      })),
      {
        ...{ key: 'heard', header: 'Read aloud', align: 'end' },
        cell: ({ language, heard, stale }) => (
          <TextLink
            to={`/scheme/languages/${language}/clips`}
            aria-label={`${heard} answers read aloud in ${languageName(language)}, ${stale} to read again`}
          >
            {stale > 0 ? `${heard}, and ${stale} to read again` : heard}
          </TextLink>
        ),
      },
    ]}
    rows={rows}
    empty={{ title: 'No languages', text: 'The languages workers read stand here.' }}
  />
);

const Count = ({ row, state }: { row: Row; state: State }) =>
  row[state] === 0 ? (
    <>0</>
  ) : (
    <TextLink
      to={`/scheme/languages/${row.language}?state=${state}`}
      aria-label={`${row[state]} in ${languageName(row.language)}: ${stateNames[state]}`}
    >
      {row[state]}
    </TextLink>
  );
