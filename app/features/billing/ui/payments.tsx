import { dayInWords } from '#app/platform/calendar.ts';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { methodNames, moneyInWords, refundReasonNames, type Method, type RefundReason } from '../model.ts';

type Row = {
  method: Method;
  amountMinor: number;
  currency: string;
  receivedOn: string;
  receiptNumber: string | null;
  refundId: string | null;
  refundedOn: string | null;
  refundReason: RefundReason | null;
};

/** What arrived for an invoice, what of it paid it, and what went back. */
export function PaymentTable({ rows }: { rows: readonly Row[] }) {
  return (
    <DataTable
      caption={rows.length === 1 ? '1 payment' : `${rows.length} payments`}
      columns={[
        { key: 'day', header: 'Received', main: true, cell: (row) => dayInWords(row.receivedOn) },
        { key: 'method', header: 'By', cell: (row) => methodNames[row.method] },
        { key: 'amount', header: 'Amount', align: 'end', cell: (row) => moneyInWords(row) },
        { key: 'became', header: 'What became of it', cell: (row) => <Became row={row} /> },
      ]}
      rows={rows}
      empty={{ title: 'No payment yet', text: 'Money that arrives for this invoice is listed here.' }}
    />
  );
}

function Became({ row: { receiptNumber, refundId, refundedOn, refundReason } }: { row: Row }) {
  return (
    <span className="flex flex-col items-start gap-1">
      {receiptNumber ? <StatusTag tone="certified">{`Paid, receipt ${receiptNumber}`}</StatusTag> : null}
      {refundId ? (
        <StatusTag tone={refundedOn ? 'withdrawn' : 'watch'}>
          {refundedOn ? `Sent back ${dayInWords(refundedOn)}` : 'Goes back to the sender'}
        </StatusTag>
      ) : null}
      {refundReason ? <span className="text-sm text-ink-2">{refundReasonNames[refundReason]}</span> : null}
    </span>
  );
}
