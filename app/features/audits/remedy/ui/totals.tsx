import { amountWithCode } from '#app/platform/payments/money.ts';
import { DataTable } from '#app/ui/table.tsx';

import { categoryNames, type Category } from '../model.ts';

type Total = { currency: string; category: Category; amountMinor: number };
type Props = { totals: { madeWhole: number; repaid: readonly Total[] } };

/** What the scheme brought back to workers, as everybody may read it. */
export const RemedyTotals = ({ totals: { madeWhole, repaid } }: Props) => (
  <>
    <p>
      {madeWhole > 0
        ? `${madeWhole.toLocaleString('en-GB')} people were made whole after audits found that they were charged or harmed. It counts once sampled workers confirm it, from the quarter after, and never for groups of fewer than five.`
        : 'Once workers confirm that they were made whole, the sums stand here from the quarter after, never for groups of fewer than five.'}
    </p>
    {repaid.length > 0 ? (
      <DataTable
        caption="Repaid to workers, each currency by itself"
        columns={[
          { key: 'what', header: 'For', main: true, cell: ({ category }) => categoryNames[category] },
          { key: 'amount', header: 'Repaid', align: 'end', cell: (row) => amountWithCode(row) },
        ]}
        rows={repaid}
        empty={{ title: 'Nothing yet', text: 'Sums appear here once workers confirm them.' }}
      />
    ) : null}
  </>
);
