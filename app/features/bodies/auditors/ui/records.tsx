import { dayInWords } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { languageName } from '#app/platform/names/languages.ts';
import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import {
  languageLevelNames,
  witnessOutcomeNames,
  type LanguageLevel,
  type WitnessOutcome,
} from '../model.ts';

type Competence = {
  id: string;
  principles: readonly string[];
  sectors: readonly string[];
  countries: readonly string[];
  evidence: string;
  assessedBy: string;
  assessedOn: string;
  withdrawReason: string | null;
};
type Language = {
  id: string;
  language: string;
  level: LanguageLevel;
  evidence: string;
  withdrawReason: string | null;
};
type Witnessed = {
  reference: string | null;
  elsewhere: string | null;
  witness: string;
  witnessedOn: string;
  outcome: WitnessOutcome;
  notes: string;
};
type Kept<Row> = { rows: readonly Row[]; page: string; keeps: boolean };

const Withdraw = ({ page, id, what }: { page: string; id: string; what: string }) => (
  <TextLink to={`${page}/withdraw/${id}`}>
    Withdraw<span className="sr-only">{`: ${what}`}</span>
  </TextLink>
);

const areasOf = ({ principles, sectors, countries }: Competence) =>
  [
    ...principles.map((code) => `Principle ${code}`),
    ...sectors.map(sectorName),
    ...countries.map(countryName),
  ].join(', ');

export const CompetenceTable = ({ rows, page, keeps }: Kept<Competence>) => (
  <DataTable
    caption={rows.length === 1 ? '1 assessment' : `${rows.length} assessments`}
    columns={[
      { key: 'areas', header: 'Competent in', main: true, cell: areasOf },
      { key: 'evidence', header: 'Evidence', cell: ({ evidence }) => evidence },
      {
        key: 'assessed',
        header: 'Assessed',
        cell: ({ assessedBy, assessedOn }) => `${dayInWords(assessedOn)}, by ${assessedBy}`,
      },
      {
        key: 'standing',
        header: 'Standing',
        cell: (row) =>
          row.withdrawReason ? (
            `Withdrawn: ${row.withdrawReason}`
          ) : keeps ? (
            <Withdraw {...{ page }} id={row.id} what={areasOf(row)} />
          ) : (
            'Holds'
          ),
      },
    ]}
    rows={rows}
    empty={{ title: 'No competence recorded', text: 'What the body assessed its auditor in appears here.' }}
  />
);

export const LanguageTable = ({ rows, page, keeps }: Kept<Language>) => (
  <DataTable
    caption={rows.length === 1 ? '1 language' : `${rows.length} languages`}
    columns={[
      { key: 'language', header: 'Language', main: true, cell: ({ language }) => languageName(language) },
      { key: 'level', header: 'Good enough for', cell: ({ level }) => languageLevelNames[level] },
      { key: 'evidence', header: 'How it is known', cell: ({ evidence }) => evidence },
      {
        key: 'standing',
        header: 'Standing',
        cell: ({ id, language, withdrawReason }) =>
          withdrawReason ? (
            `Withdrawn: ${withdrawReason}`
          ) : keeps ? (
            <Withdraw {...{ page, id }} what={languageName(language)} />
          ) : (
            'Holds'
          ),
      },
    ]}
    rows={rows}
    empty={{ title: 'No language recorded', text: 'Languages the auditor hears workers or audits in.' }}
  />
);

export const WitnessedTable = ({ rows }: { rows: readonly Witnessed[] }) => (
  <DataTable
    caption={rows.length === 1 ? '1 witnessed audit' : `${rows.length} witnessed audits`}
    columns={[
      {
        key: 'audit',
        header: 'Audit',
        main: true,
        cell: ({ reference, elsewhere }) => reference ?? elsewhere,
      },
      { key: 'when', header: 'When', cell: ({ witnessedOn }) => dayInWords(witnessedOn) },
      { key: 'witness', header: 'Watched by', cell: ({ witness }) => witness },
      {
        key: 'outcome',
        header: 'Outcome',
        cell: ({ outcome, notes }) => (
          <>
            {witnessOutcomeNames[outcome]}
            <span className="block text-sm text-ink-2">{notes}</span>
          </>
        ),
      },
    ]}
    rows={rows}
    empty={{
      title: 'Never watched',
      text: 'Nobody leads audits before somebody watched them at one and was satisfied.',
    }}
  />
);
