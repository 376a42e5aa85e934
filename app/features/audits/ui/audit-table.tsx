import type { ReactNode } from 'react';

import { dayInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { typeNames, type AuditState, type AuditType } from '../model.ts';
import { StateTag } from './tags.tsx';

type Listed = {
  id: string;
  reference: string;
  type: AuditType;
  state: AuditState;
  recruiter: string;
  startsOn: string | null;
  lead: string | null;
  openFindings: number;
};

export const AuditTable = ({ audits, caption }: { audits: readonly Listed[]; caption: ReactNode }) => (
  <DataTable
    caption={caption}
    columns={[
      {
        key: 'recruiter',
        header: 'Recruiter',
        main: true,
        cell: (row) => <TextLink to={`/audits/${row.id}`}>{row.recruiter}</TextLink>,
      },
      { key: 'type', header: 'Audit', cell: (row) => <Stage row={row} /> },
      { key: 'state', header: 'State', cell: (row) => <StateTag state={row.state} /> },
      {
        key: 'starts',
        header: 'Begins',
        cell: (row) => (row.startsOn ? dayInWords(row.startsOn) : 'not planned yet'),
      },
      { key: 'lead', header: 'Lead auditor', cell: (row) => row.lead },
      { key: 'findings', header: 'Open findings', align: 'end', cell: (row) => row.openFindings },
    ]}
    rows={audits}
    empty={{ title: 'No audit fits', text: 'Audits appear here once they are scheduled.' }}
  />
);

const Stage = ({ row }: { row: Listed }) => (
  <span className="whitespace-nowrap">
    {typeNames[row.type]}
    <span className="block text-sm text-ink-2">{row.reference}</span>
  </span>
);
