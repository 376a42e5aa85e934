import { dayInWords, untilInWords } from '#app/platform/calendar.ts';
import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { matterKindNames, type MatterKind } from '../model.ts';

type Row = {
  id: string;
  kind: MatterKind;
  recruiter: string;
  reference: string;
  /** Of the certificate that is to change. */
  certificate: string | null;
  country: string;
  auditBody: string | null;
  dueOn: string;
  voted: boolean;
  again: boolean;
};

export const MatterTable = ({ matters, today }: { matters: readonly Row[]; today: string }) => (
  <DataTable
    caption={matters.length === 1 ? '1 matter' : `${matters.length} matters`}
    columns={[
      {
        key: 'recruiter',
        header: 'Recruiter',
        main: true,
        cell: (row) => <TextLink to={`/scheme/decisions/${row.id}`}>{row.recruiter}</TextLink>,
      },
      {
        key: 'kind',
        header: 'About',
        cell: (row) => `${matterKindNames[row.kind]}${row.again ? ', again after an appeal' : ''}`,
      },
      { key: 'reference', header: 'Reference', cell: (row) => row.certificate ?? row.reference },
      { key: 'country', header: 'Country', cell: (row) => countryName(row.country) },
      { key: 'body', header: 'Audit body', cell: (row) => row.auditBody },
      { key: 'voted', header: 'Your vote', cell: (row) => (row.voted ? 'Cast' : 'Not yet') },
      {
        key: 'due',
        header: 'Decide by',
        cell: ({ dueOn }) => `${dayInWords(dueOn)}, ${untilInWords(dueOn, today)}`,
      },
    ]}
    rows={matters}
    empty={{
      title: 'Nothing waits for a decision',
      text: 'A matter appears here when its audit is finished and no grave finding is open.',
    }}
  />
);
