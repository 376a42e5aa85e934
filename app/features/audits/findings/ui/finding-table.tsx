import type { ReactNode } from 'react';

import type { Grade } from '#app/features/scheme/model.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { nameOf, type FindingState } from '../model.ts';
import type { Clock } from '../rules.ts';
import { ClockText, FindingStateTag, GradeTag } from './tags.tsx';

export type Listed = {
  id: string;
  auditReference: string;
  number: number;
  indicatorCode: string;
  grade: Grade;
  state: FindingState;
  recruiter: string;
  statement: string;
  clock: Clock;
};

type Props = {
  findings: readonly Listed[];
  caption: ReactNode;
  today: string;
  /** Whose finding it is: left out where all are one recruiter's. */
  withRecruiter?: boolean;
  empty: { title: string; text: ReactNode };
};

export function FindingTable({ findings, caption, today, withRecruiter = false, empty }: Props) {
  const recruiter = { key: 'recruiter', header: 'Recruiter', cell: (row: Listed) => row.recruiter };
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          key: 'name',
          header: 'Finding',
          main: true,
          cell: (row: Listed) => <TextLink to={`/findings/${row.id}`}>{nameOf(row)}</TextLink>,
        },
        ...(withRecruiter ? [recruiter] : []),
        { key: 'statement', header: 'What was found', cell: (row) => <Statement row={row} /> },
        { key: 'grade', header: 'Grade', cell: (row) => <GradeTag grade={row.grade} /> },
        { key: 'state', header: 'State', cell: (row) => <FindingStateTag state={row.state} /> },
        { key: 'due', header: 'Due', cell: (row) => <ClockText clock={row.clock} today={today} /> },
      ]}
      rows={findings}
      empty={empty}
    />
  );
}

const Statement = ({ row }: { row: Listed }) => (
  <>
    <span className="line-clamp-3">{row.statement}</span>
    <span className="block text-sm text-ink-2">{`Indicator ${row.indicatorCode}`}</span>
  </>
);
