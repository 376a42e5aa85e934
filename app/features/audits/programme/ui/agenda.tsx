import { dayInWords, untilInWords } from '#app/platform/calendar.ts';
import { DataTable } from '#app/ui/table.tsx';

import { noticeNames, typeNames, type NoticeType } from '../../model.ts';

type Entry = {
  id: string;
  type: 'surveillance' | 'recertification';
  noticeType: NoticeType;
  windowFrom: string;
  dueOn: string;
  recruiter: string;
  number: string;
};

/** Audits to come in the order they are due; late ones say so in words. */
export const Agenda = ({
  entries,
  today,
  count,
}: {
  entries: readonly Entry[];
  today: string;
  count: number;
}) => (
  <DataTable
    caption={count === 1 ? '1 audit in the programme' : `${count} audits in the programme`}
    columns={[
      { key: 'recruiter', header: 'Recruiter', main: true, cell: (row) => `${row.recruiter}, ${row.number}` },
      { key: 'type', header: 'Audit', cell: (row) => typeNames[row.type] },
      { key: 'notice', header: 'Notice', cell: (row) => noticeNames[row.noticeType] },
      { key: 'from', header: 'Not before', cell: (row) => dayInWords(row.windowFrom) },
      {
        key: 'due',
        header: 'Not later than',
        cell: (row) => `${dayInWords(row.dueOn)}, ${untilInWords(row.dueOn, today)}`,
      },
    ]}
    rows={entries}
    empty={{ title: 'No audit to come', text: 'Audits appear here once a certificate is issued.' }}
  />
);
