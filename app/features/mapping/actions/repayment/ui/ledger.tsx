import { dayInWords } from '#app/platform/calendar.ts';
import { amountWithCode } from '#app/platform/payments/money.ts';
import { feeCategories, feeCategoryName } from '#app/questionnaire/fee-categories.ts';
import { DataTable } from '#app/ui/table.tsx';

import { ShownPaper } from '../../ui/tables.tsx';
import type { Entry } from '../model.ts';
import { correct, instalmentsOf, itemsOf } from '../rules.ts';

export const feeOptions = Object.entries(feeCategories).map(([value, label]) => ({ value, label }));

const workersInWords = (count: number) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'worker' : 'workers'}`;
const amount = ({ amountMinor, currency }: { amountMinor: number; currency: string }) =>
  amountWithCode({ amountMinor: Math.abs(amountMinor), currency });

/** One line in words: "Repaid USD 1,250.00, medical checks, 3 workers made whole". */
export function entryInWords(entry: Entry): string {
  const back = entry.correctsId === null ? '' : 'Taken back: ';
  switch (entry.kind) {
    case 'affected':
      return `${back}${workersInWords(Math.abs(entry.workers))} affected`;
    case 'confirmed':
      return `${back}${workersInWords(Math.abs(entry.workers))} confirm that they have everything back`;
    case 'owed':
      return `${back}owed ${amount(entry)}, ${feeCategoryName(entry.category).toLowerCase()}`;
    case 'instalment':
      return `${back}promised ${amount(entry)} by ${dayInWords(entry.day)}`;
    case 'paid': {
      const over = entry.overWhy === null ? '' : `; more than was owed: ${entry.overWhy}`;
      return `${back}repaid ${amount(entry)}, ${feeCategoryName(entry.category).toLowerCase()}, ${workersInWords(Math.abs(entry.workers))} made whole${over}`;
    }
  }
}

/** What is owed, for the choice of a payment. */
export const itemOptions = (entries: readonly Entry[]) =>
  itemsOf(entries)
    .filter(({ owed }) => owed > 0)
    .map(({ id, category, currency, owed, paid }) => ({
      value: id,
      label: `${feeCategoryName(category)}, ${amountWithCode({ amountMinor: Math.max(0, owed - paid), currency })} left`,
    }));

/** What can be taken back. */
export const correctableOptions = (entries: readonly Entry[]) =>
  entries
    .filter(({ id }) => correct(entries, id).ok)
    .map((entry) => ({ value: entry.id, label: `${dayInWords(entry.day)}: ${entryInWords(entry)}` }));

export const InstalmentTable = ({ entries, today }: { entries: readonly Entry[]; today: string }) => (
  <DataTable
    caption="What was promised, the earliest day first"
    columns={[
      { key: 'due', header: 'By', main: true, cell: ({ dueOn }) => dayInWords(dueOn) },
      { key: 'sum', header: 'Promised', align: 'end', cell: (one) => amountWithCode(one) },
      {
        key: 'paid',
        header: 'Paid of it',
        align: 'end',
        cell: ({ paid, currency }) => amountWithCode({ amountMinor: paid, currency }),
      },
      {
        key: 'state',
        header: 'State',
        cell: ({ overdue, paid, amountMinor }) =>
          overdue ? (
            <strong className="text-stopped">overdue</strong>
          ) : paid < amountMinor ? (
            'still to pay'
          ) : (
            'paid'
          ),
      },
    ]}
    rows={instalmentsOf(entries, today)}
    empty={{
      title: 'No instalment yet',
      text: 'Promise a sum for a day: it then stands on your first page until it is paid.',
    }}
  />
);

type Told = {
  entry: Entry;
  note: string;
  recorder: string;
  paperId: string | null;
  filename: string | null;
  scan: string | null;
};

/** Every line as it was written: what was wrong is taken back by another line. */
export const LedgerTable = ({ lines }: { lines: readonly Told[] }) => (
  <DataTable
    caption="The ledger, the oldest line first"
    columns={[
      { key: 'what', header: 'Entry', main: true, cell: ({ entry }) => entryInWords(entry) },
      { key: 'day', header: 'Day', cell: ({ entry }) => dayInWords(entry.day) },
      {
        key: 'note',
        header: 'What shows it',
        cell: (line) => (
          <>
            <span className="whitespace-pre-line">{line.note}</span>
            <ShownPaper of={line} />
          </>
        ),
      },
      { key: 'by', header: 'Recorded by', cell: ({ recorder }) => recorder },
    ]}
    rows={lines}
    empty={{ title: 'No entry yet', text: 'Entries appear here as they are recorded.' }}
  />
);
