import { dayInWords } from '#app/platform/calendar.ts';
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { keptBecause, type BankLine, type Match, type Untaken } from '../bank/model.ts';
import { moneyInWords } from '../model.ts';

type Row = BankLine & { match: Match };

/** Each line with what becomes of it, and why. */
export function LineTable({ rows }: { rows: readonly Row[] }) {
  return (
    <DataTable
      caption={rows.length === 1 ? '1 line' : `${rows.length} lines`}
      columns={[
        { key: 'text', header: 'Text', main: true, cell: (row) => row.reference || 'No text' },
        { key: 'from', header: 'From', cell: (row) => row.counterparty || '–' },
        { key: 'day', header: 'Received', cell: (row) => dayInWords(row.receivedOn) },
        { key: 'amount', header: 'Amount', align: 'end', cell: (row) => moneyInWords(row) },
        { key: 'becomes', header: 'What becomes of it', cell: (row) => <Becomes match={row.match} /> },
      ]}
      rows={rows}
      empty={{ title: 'No line with money that came in', text: 'There is nothing to book.' }}
    />
  );
}

function Becomes({ match }: { match: Match }) {
  const [tone, text] = words(match);
  return <StatusTag tone={tone}>{text}</StatusTag>;
}

function words(match: Match): [Tone, string] {
  switch (match.kind) {
    case 'taken':
      return ['withdrawn', 'Booked already'];
    case 'books':
      return match.surplus
        ? ['suspended', `${match.invoice.number} is closed: goes back`]
        : ['certified', `Pays ${match.invoice.number}`];
    case 'recorded_by_hand':
      return ['withdrawn', `Recorded by hand for ${match.invoice.number}`];
    case 'keeps':
      return [
        'watch',
        match.near
          ? `${keptBecause[match.because]}; did they mean ${match.near}?`
          : keptBecause[match.because],
      ];
  }
}

export function UntakenTable({ rows }: { rows: readonly Untaken[] }) {
  return (
    <DataTable
      caption={rows.length === 1 ? '1 row' : `${rows.length} rows`}
      columns={[
        { key: 'row', header: 'Row of the file', main: true, cell: ({ row }) => row },
        { key: 'why', header: 'Why', cell: ({ why }) => why },
      ]}
      rows={rows}
      empty={{ title: 'Every row was taken', text: '' }}
    />
  );
}
