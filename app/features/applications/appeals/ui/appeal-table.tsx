import { dayInWords, untilInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

type Row = {
  id: string;
  recruiter: string;
  reference: string;
  against: string;
  dueOn: string;
  outcome: string | null;
};

export const againstNames: Record<string, string> = {
  rejected: 'The application was rejected',
  refused: 'Certification was refused',
};

export const AppealTable = ({ appeals, today }: { appeals: readonly Row[]; today: string }) => (
  <DataTable
    caption={appeals.length === 1 ? '1 appeal' : `${appeals.length} appeals`}
    columns={[
      {
        key: 'recruiter',
        header: 'Recruiter',
        main: true,
        cell: ({ id, recruiter }) => <TextLink to={`/scheme/appeals/${id}/decide`}>{recruiter}</TextLink>,
      },
      { key: 'reference', header: 'Application', cell: ({ reference }) => reference },
      { key: 'against', header: 'Against', cell: ({ against }) => againstNames[against] ?? against },
      { key: 'state', header: 'State', cell: ({ outcome }) => <OutcomeTag outcome={outcome} /> },
      {
        key: 'due',
        header: 'Decide by',
        cell: ({ dueOn, outcome }) =>
          outcome ? dayInWords(dueOn) : `${dayInWords(dueOn)}, ${untilInWords(dueOn, today)}`,
      },
    ]}
    rows={appeals}
    empty={{ title: 'No appeals', text: 'An appeal appears here as soon as an applicant lodges it.' }}
  />
);

export function OutcomeTag({ outcome }: { outcome: string | null }) {
  if (outcome === null) return <StatusTag tone="watch">Waits for a decision</StatusTag>;
  return outcome === 'upheld' ? (
    <StatusTag tone="certified">Upheld</StatusTag>
  ) : (
    <StatusTag tone="withdrawn">Dismissed</StatusTag>
  );
}
