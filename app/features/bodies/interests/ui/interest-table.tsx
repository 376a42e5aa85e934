import type { ReactNode } from 'react';

import { dayInWords, type Day } from '#app/platform/calendar.ts';
import { DataTable } from '#app/ui/table.tsx';

import { interestNames, type Interest } from '../model.ts';
import { freeFrom, keepsAway } from '../rules.ts';

type Row = Interest & { recruiter: string; statement: string; person?: string };

type Props = {
  interests: readonly Row[];
  today: Day;
  empty: string;
  /** What can be done with one. */
  action?: (row: Row) => ReactNode;
};

/** Ties as they were declared, and how long each keeps its person away. */
export const InterestTable = ({ interests, today, empty, action }: Props) => (
  <DataTable
    caption={interests.length === 1 ? '1 declaration' : `${interests.length} declarations`}
    columns={[
      ...(interests.some(({ person }) => person)
        ? [{ key: 'person', header: 'Declared by', main: true, cell: ({ person }: Row) => person }]
        : []),
      {
        key: 'recruiter',
        header: 'Recruiter',
        main: interests.every(({ person }) => !person),
        cell: ({ recruiter }) => recruiter,
      },
      {
        key: 'kind',
        header: 'What',
        cell: ({ kind, statement }) => (
          <>
            {interestNames[kind]}
            <span className="block text-sm text-ink-2">{statement}</span>
          </>
        ),
      },
      { key: 'days', header: 'From and until', cell: daysOf },
      { key: 'effect', header: 'Effect', cell: (row) => effectOf(row, today) },
      ...(action ? [{ key: 'action', header: 'Change', cell: action }] : []),
    ]}
    rows={interests}
    empty={{ title: 'Nothing declared', text: empty }}
  />
);

function daysOf({ kind, fromOn, untilOn, declaredOn }: Row) {
  if (kind === 'none' || !fromOn) return `Declared ${dayInWords(declaredOn)}`;
  return untilOn ? `${dayInWords(fromOn)} to ${dayInWords(untilOn)}` : `Since ${dayInWords(fromOn)}`;
}

function effectOf(row: Row, today: Day) {
  if (row.corrected) return 'Corrected by a later declaration';
  const free = freeFrom(row);
  if (!keepsAway(row, today)) return 'Keeps nobody away';
  return free ? `Keeps away until ${dayInWords(free)}` : 'Keeps away';
}
