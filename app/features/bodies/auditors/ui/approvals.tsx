import { dayInWords, type Day } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { levelNames, standingNames, type AuditorApproval, type AuditorStanding } from '../model.ts';
import { standingOn } from '../rules.ts';

const tones = {
  asked: 'applicant',
  refused: 'withdrawn',
  to_come: 'applicant',
  in_force: 'certified',
  ending: 'watch',
  suspended: 'suspended',
  expired: 'withdrawn',
  ended: 'suspended',
} as const satisfies Record<AuditorStanding, string>;

type Row = Omit<AuditorApproval, 'suspensions'> & {
  id: string;
  request: string;
  askedBy: string;
  askedOn: string;
  reasons: string | null;
  endReason: string | null;
  suspensions: readonly { from: string; until: string | null; reason: string }[];
};

type Props = { approvals: readonly Row[]; today: Day; decides: boolean };

/** What was asked for somebody, and what the scheme answered. */
export const AuditorApprovals = ({ approvals, today, decides }: Props) => (
  <DataTable
    caption={approvals.length === 1 ? '1 approval' : `${approvals.length} approvals`}
    columns={[
      { key: 'level', header: 'As', main: true, cell: ({ level }) => levelNames[level] },
      {
        key: 'asked',
        header: 'Asked for',
        cell: ({ askedOn, askedBy, request }) => (
          <>
            {`${dayInWords(askedOn)}, by ${askedBy}`}
            <span className="block text-sm text-ink-2">{request}</span>
          </>
        ),
      },
      { key: 'days', header: 'Valid', cell: daysOf },
      {
        key: 'standing',
        header: 'Standing',
        cell: (row) => <Standing row={row} today={today} />,
      },
      ...(decides
        ? [{ key: 'change', header: 'Change', cell: (row: Row) => <Changes row={row} today={today} /> }]
        : []),
    ]}
    rows={approvals}
    empty={{
      title: 'Not approved',
      text: 'Nobody is put on an audit team, approves a report or closes a grave finding before the scheme approved them. The body asks for it.',
    }}
  />
);

const daysOf = ({ validFrom, validUntil }: Row) =>
  validFrom && validUntil ? `${dayInWords(validFrom)} to ${dayInWords(validUntil)}` : '–';

function Standing({ row, today }: { row: Row; today: Day }) {
  const standing = standingOn(row, today);
  const paused = standing === 'suspended' ? row.suspensions.at(-1)?.reason : undefined;
  return (
    <>
      <StatusTag tone={tones[standing]}>{standingNames[standing]}</StatusTag>
      <span className="mt-1 block text-sm text-ink-2">{paused ?? row.endReason ?? row.reasons}</span>
    </>
  );
}

function Changes({ row, today }: { row: Row; today: Day }) {
  const to = `/scheme/auditor-approvals/${row.id}`;
  const as = <span className="sr-only">{` as ${levelNames[row.level].toLowerCase()}`}</span>;
  switch (standingOn(row, today)) {
    case 'asked':
      return <TextLink to={to}>Decide{as}</TextLink>;
    case 'suspended':
      return (
        <>
          <TextLink to={`${to}/lift`}>Lift the suspension{as}</TextLink>{' '}
          <TextLink to={`${to}/end`}>End{as}</TextLink>
        </>
      );
    case 'to_come':
    case 'in_force':
    case 'ending':
      return (
        <>
          <TextLink to={`${to}/suspend`}>Suspend{as}</TextLink> <TextLink to={`${to}/end`}>End{as}</TextLink>
        </>
      );
    case 'refused':
    case 'expired':
    case 'ended':
      return null;
  }
}
