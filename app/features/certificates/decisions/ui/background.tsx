import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { Section, Summary } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { matterKindNames } from '../model.ts';

export type Licence = { id: string; authority: string; number: string; standing: string; validUntil: string };
export type Decision = {
  id: string;
  kind: string;
  outcome: string;
  reasons: string;
  decidedAt: Date | string;
};

export const Licences = ({ licences }: { licences: readonly Licence[] }) => (
  <Section title="Licences">
    <DataTable
      caption={licences.length === 1 ? '1 licence' : `${licences.length} licences`}
      columns={[
        { key: 'number', header: 'Number', main: true, cell: (row) => row.number },
        { key: 'authority', header: 'Authority', cell: (row) => row.authority },
        { key: 'standing', header: 'Standing', cell: (row) => row.standing.replaceAll('_', ' ') },
        { key: 'until', header: 'Valid until', cell: (row) => dayInWords(row.validUntil) },
      ]}
      rows={licences}
      empty={{ title: 'No licences', text: 'None are recorded for this recruiter.' }}
    />
  </Section>
);

export type Appeal = { grounds: string; reasons: string | null; decidedAt: Date | string | null };

/** Why it is before the panel again; what was refused, and why, stands among what was decided before. */
export const AppealFacts = ({ appeal }: { appeal: Appeal | undefined }) =>
  appeal ? (
    <Section title="The appeal that was upheld">
      <Summary
        items={[
          { term: 'The recruiter said', value: appeal.grounds },
          { term: 'Why it was upheld', value: appeal.reasons },
          ...(appeal.decidedAt ? [{ term: 'Decided', value: timeInWords(appeal.decidedAt) }] : []),
        ]}
      />
    </Section>
  ) : null;

const nameOf = (kind: string) =>
  Object.entries(matterKindNames).find(([known]) => known === kind)?.[1] ?? kind;

export const EarlierDecisions = ({ decisions }: { decisions: readonly Decision[] }) =>
  decisions.length === 0 ? null : (
    <Section title="Decided before">
      <DataTable
        caption={decisions.length === 1 ? '1 decision' : `${decisions.length} decisions`}
        columns={[
          { key: 'on', header: 'Decided', main: true, cell: (row) => timeInWords(row.decidedAt) },
          { key: 'kind', header: 'About', cell: (row) => nameOf(row.kind) },
          { key: 'outcome', header: 'Outcome', cell: (row) => row.outcome },
          { key: 'reasons', header: 'Reasons', cell: (row) => row.reasons },
        ]}
        rows={decisions}
        empty={{ title: 'Nothing', text: 'The panel decided nothing before.' }}
      />
    </Section>
  );
