import { dayInWords, untilInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { againstNames, type Against, type Outcome } from '../model.ts';

type Row = {
  id: string;
  recruiter: string;
  number: string;
  against: Against;
  dueOn: string;
  outcome: Outcome | null;
};

export const CertificateAppealTable = ({ appeals, today }: { appeals: readonly Row[]; today: string }) => (
  <DataTable
    caption={appeals.length === 1 ? '1 appeal' : `${appeals.length} appeals`}
    columns={[
      {
        key: 'recruiter',
        header: 'Recruiter',
        main: true,
        cell: ({ id, recruiter }) => (
          <TextLink to={`/scheme/certificate-appeals/${id}`}>{recruiter}</TextLink>
        ),
      },
      { key: 'number', header: 'Certificate', cell: ({ number }) => number },
      { key: 'against', header: 'Against', cell: ({ against }) => againstNames[against] },
      { key: 'state', header: 'State', cell: ({ outcome }) => <OutcomeTag outcome={outcome} /> },
      {
        key: 'due',
        header: 'Decide by',
        cell: ({ dueOn, outcome }) =>
          outcome ? dayInWords(dueOn) : `${dayInWords(dueOn)}, ${untilInWords(dueOn, today)}`,
      },
    ]}
    rows={appeals}
    empty={{
      title: 'No appeals of certificates',
      text: 'An appeal appears here as soon as a holder lodges it.',
    }}
  />
);

export function OutcomeTag({ outcome }: { outcome: Outcome | null }) {
  if (outcome === null) return <StatusTag tone="watch">Waits for a decision</StatusTag>;
  return outcome === 'upheld' ? (
    <StatusTag tone="certified">Upheld</StatusTag>
  ) : (
    <StatusTag tone="withdrawn">Dismissed</StatusTag>
  );
}
