import type { ReactNode } from 'react';

import type { Grade } from '#app/features/scheme/model.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { Progress } from '../../remedy/model.ts';
import { progressInWords } from '../../remedy/ui/progress.tsx';
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
  /** Of its remedy, where one was opened. */
  progress: Progress | null;
};

type Props = {
  findings: readonly Listed[];
  caption: ReactNode;
  today: string;
  /** Says whose finding it is: left out where all are one recruiter's. */
  withRecruiter?: boolean;
  empty: { title: string; text: ReactNode };
};

export const FindingTable = ({ findings, caption, today, withRecruiter = false, empty }: Props) => (
  <DataTable
    caption={caption}
    columns={[
      { key: 'name', header: 'Finding', main: true, cell: (row) => <Name row={row} /> },
      {
        key: 'statement',
        header: 'What was found',
        cell: (row) => <Statement row={row} withRecruiter={withRecruiter} />,
      },
      { key: 'state', header: 'Grade and state', cell: (row) => <Tags row={row} /> },
      { key: 'due', header: 'Due', cell: (row) => <ClockText clock={row.clock} today={today} /> },
    ]}
    rows={findings}
    empty={empty}
  />
);

const Name = ({ row }: { row: Listed }) => (
  <span className="whitespace-nowrap">
    <TextLink to={`/findings/${row.id}`}>{nameOf(row)}</TextLink>
  </span>
);

const Statement = ({ row, withRecruiter }: { row: Listed; withRecruiter: boolean }) => (
  <>
    <span className="line-clamp-3">{row.statement}</span>
    <span className="block text-sm text-ink-2">
      {[`Indicator ${row.indicatorCode}`, withRecruiter ? row.recruiter : ''].filter(Boolean).join(' · ')}
    </span>
    {row.progress ? (
      <span className="block text-sm">{`Remedy: ${progressInWords(row.progress)}`}</span>
    ) : null}
  </>
);

const Tags = ({ row: { grade, state } }: { row: Listed }) => (
  <span className="flex flex-col items-start gap-1.5 sm:whitespace-nowrap">
    <GradeTag grade={grade} />
    <FindingStateTag grade={grade} state={state} />
  </span>
);
