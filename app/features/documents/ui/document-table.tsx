import type { ReactNode } from 'react';

import { dayInWords, untilInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { kindNames, type Kind, type Scan } from '../model.ts';
import { ScanTag, WithdrawnTag } from './tags.tsx';

type Row = {
  id: string;
  title: string;
  kind: Kind;
  version: number;
  evidenceOn: string;
  validUntil: string | null;
  withdrawnAt: Date | string | null;
  scan: Scan;
};
type Props = { documents: readonly Row[]; count: number; today: string; empty?: ReactNode };

/** Documents, each as its newest version stands. */
export const DocumentTable = ({ documents, count, today, empty }: Props) => (
  <DataTable
    caption={count === 1 ? '1 document' : `${count} documents`}
    columns={[
      {
        key: 'title',
        header: 'Document',
        main: true,
        cell: ({ id, title }) => <TextLink to={`/documents/${id}`}>{title}</TextLink>,
      },
      { key: 'kind', header: 'Kind', cell: (row) => kindNames[row.kind] },
      { key: 'evidence', header: 'Stands for', cell: (row) => dayInWords(row.evidenceOn) },
      {
        key: 'until',
        header: 'Valid until',
        cell: ({ validUntil }) =>
          validUntil ? `${dayInWords(validUntil)}, ${untilInWords(validUntil, today)}` : 'No end',
      },
      { key: 'version', header: 'Version', align: 'end', cell: (row) => row.version },
      {
        key: 'state',
        header: 'State',
        cell: (row) => (row.withdrawnAt ? <WithdrawnTag /> : <ScanTag scan={row.scan} />),
      },
    ]}
    rows={documents}
    empty={{
      title: 'No document here yet',
      text: 'Policies, contracts, receipts and proofs of training appear here once they are added.',
      action: empty,
    }}
  />
);
