import { dayInWords, type Day } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { countryCodes, countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { standingNames, type Approval, type ApprovalStanding } from '../model.ts';
import { standingOn } from '../rules.ts';

const tones = {
  to_come: 'applicant',
  in_force: 'certified',
  ending: 'watch',
  expired: 'withdrawn',
  ended: 'suspended',
} as const satisfies Record<ApprovalStanding, string>;

export const ApprovalTag = ({ standing }: { standing: ApprovalStanding }) => (
  <StatusTag tone={tones[standing]}>{standingNames[standing]}</StatusTag>
);

type Row = Approval & { id: string; ground: string; endReason: string | null };

type Props = { approvals: readonly Row[]; today: Day; decides: boolean };

/** What a body is and was approved for; the scheme's officers may end what is in force. */
export const ApprovalTable = ({ approvals, today, decides }: Props) => (
  <DataTable
    caption={approvals.length === 1 ? '1 approval' : `${approvals.length} approvals`}
    columns={[
      {
        key: 'countries',
        header: 'Countries',
        main: true,
        cell: ({ countries }) => countriesInWords(countries),
      },
      { key: 'sectors', header: 'Sectors', cell: ({ sectors }) => sectorsInWords(sectors) },
      {
        key: 'days',
        header: 'Valid',
        cell: ({ validFrom, validUntil }) => `${dayInWords(validFrom)} to ${dayInWords(validUntil)}`,
      },
      {
        key: 'standing',
        header: 'Standing',
        cell: (row) => (
          <>
            <ApprovalTag standing={standingOn(row, today)} />
            <span className="mt-1 block text-sm text-ink-2">{row.endReason ?? row.ground}</span>
          </>
        ),
      },
      ...(decides
        ? [{ key: 'end', header: 'Change', cell: (row: Row) => <EndLink row={row} today={today} /> }]
        : []),
    ]}
    rows={approvals}
    empty={{
      title: 'Not approved',
      text: 'No recruiter can engage this body until the scheme approves it for a country and its sectors.',
    }}
  />
);

/** So few are named, and so few that are missing. */
const few = 12;

/** Long lists are folded: every country, every country but a few, or the number behind which they are read. */
export function countriesInWords(countries: readonly string[]) {
  const missing = countryCodes.filter((code) => !countries.includes(code));
  if (missing.length === 0) return 'Every country';
  const names = (codes: readonly string[]) => codes.map(countryName).join(', ');
  if (missing.length <= few) return `Every country but ${names(missing)}`;
  if (countries.length <= few) return names(countries);
  return (
    <details>
      <summary>{`${countries.length} countries`}</summary>
      {names(countries)}
    </details>
  );
}

const allSectors = 21;
const sectorsInWords = (sectors: readonly string[]) =>
  sectors.length === allSectors ? 'All sectors' : sectors.map(sectorName).join(', ');

function EndLink({ row, today }: { row: Row; today: Day }) {
  if (['expired', 'ended'].includes(standingOn(row, today))) return null;
  return (
    <TextLink to={`/scheme/approvals/${row.id}/end`}>
      End<span className="sr-only">{` the approval for ${row.countries.map(countryName).join(', ')}`}</span>
    </TextLink>
  );
}
