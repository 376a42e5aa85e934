import { dayInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { moneyInWords, refundReasonNames, type Method, type RefundReason } from '../model.ts';

type Row = {
  id: string;
  reason: RefundReason;
  note: string | null;
  madeOn: string | null;
  reference: string | null;
  method: Method;
  amountMinor: number;
  currency: string;
  externalId: string;
  invoiceNumber: string | null;
  recruiter: string | null;
};

/** Refunds that are owed, and those made. */
export function RefundTable({ rows }: { rows: readonly Row[] }) {
  return (
    <DataTable
      caption={rows.length === 1 ? '1 refund' : `${rows.length} refunds`}
      columns={[
        {
          key: 'to',
          header: 'To',
          main: true,
          cell: (row) => row.recruiter ?? `Sender of ${row.externalId}`,
        },
        { key: 'invoice', header: 'Invoice', cell: (row) => row.invoiceNumber ?? 'None' },
        { key: 'amount', header: 'Amount', align: 'end', cell: (row) => moneyInWords(row) },
        { key: 'why', header: 'Why', cell: (row) => row.note ?? refundReasonNames[row.reason] },
        { key: 'state', header: 'State', cell: (row) => <RefundState row={row} /> },
      ]}
      rows={rows}
      empty={{ title: 'Nothing goes back', text: 'Money paid twice or for nothing is listed here.' }}
    />
  );
}

function RefundState({ row: { id, madeOn, method, externalId } }: { row: Row }) {
  if (madeOn) return <StatusTag tone="certified">{`Sent ${dayInWords(madeOn)}`}</StatusTag>;
  if (method === 'card') return <StatusTag tone="watch">On its way to the card</StatusTag>;
  return <TextLink to={`/scheme/refunds/${id}`}>{`Record the refund of ${externalId}`}</TextLink>;
}
