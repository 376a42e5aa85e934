import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { amountWithCode } from '#app/platform/payments/money.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { categoryNames, payerNames, type Entry } from '../model.ts';
import { itemsOf } from '../rules.ts';

type Told = Entry & { happenedOn: string; note: string; recorder: string; documentId: string | null };

const plural = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'worker' : 'workers'}`;

/** One line in words: "Repaid USD 1,250.00, medical examinations and vaccinations, 3 workers made whole". */
export function entryInWords(entry: Entry): string {
  const back = entry.correctsId === null ? '' : 'Taken back: ';
  switch (entry.kind) {
    case 'affected':
      return `${back}${plural(Math.abs(entry.workers))} affected`;
    case 'returned':
      return `${back}given back, ${plural(Math.abs(entry.workers))} made whole`;
    case 'owed':
      return `${back}owed ${amount(entry)}, ${categoryNames[entry.category].toLowerCase()}, by ${payerNames[entry.payer].toLowerCase()}`;
    case 'paid':
      return `${back}repaid ${amount(entry)}, ${categoryNames[entry.category].toLowerCase()}, ${plural(Math.abs(entry.workers))} made whole`;
  }
}

const amount = ({ amountMinor, currency }: { amountMinor: number; currency: string }) =>
  amountWithCode({ amountMinor: Math.abs(amountMinor), currency });

/** What is owed, item by item. */
export const ItemTable = ({ entries }: { entries: readonly Entry[] }) => (
  <DataTable
    caption="What is owed, and repaid of it"
    columns={[
      { key: 'what', header: 'For', main: true, cell: ({ category }) => categoryNames[category] },
      { key: 'payer', header: 'Paid back by', cell: ({ payer }) => payerNames[payer] },
      {
        key: 'owed',
        header: 'Owed',
        align: 'end',
        cell: ({ owed, currency }) => amountWithCode({ amountMinor: owed, currency }),
      },
      {
        key: 'paid',
        header: 'Repaid',
        align: 'end',
        cell: ({ paid, currency }) => amountWithCode({ amountMinor: paid, currency }),
      },
    ]}
    rows={itemsOf(entries).filter(({ owed }) => owed > 0)}
    empty={{ title: 'Nothing is owed in money yet', text: 'The audit team adds what workers paid or lost.' }}
  />
);

/** Every line as it was written: what was wrong is taken back by another line. */
export const LedgerTable = ({ entries }: { entries: readonly Told[] }) => (
  <DataTable
    caption="The ledger, the oldest line first"
    columns={[
      { key: 'what', header: 'Entry', main: true, cell: (entry) => entryInWords(entry) },
      { key: 'day', header: 'Day', cell: ({ happenedOn }) => dayInWords(happenedOn) },
      { key: 'note', header: 'What shows it', cell: (entry) => <Note entry={entry} /> },
      { key: 'by', header: 'Recorded by', cell: ({ recorder }) => recorder },
    ]}
    rows={entries}
    empty={{ title: 'No entry yet', text: 'Entries appear here as they are recorded.' }}
  />
);

const Note = ({ entry: { note, documentId } }: { entry: Told }) => (
  <>
    <span className="whitespace-pre-line">{note}</span>
    {documentId ? (
      <span className="block">
        <TextLink to={`/documents/${documentId}`}>The document</TextLink>
      </span>
    ) : null}
  </>
);

type Said = { asked: number; confirmed: number; note: string; confirmedAt: Date; recorder: string };

/** What sampled workers said, in numbers alone. */
export const ConfirmationTable = ({ confirmations }: { confirmations: readonly Said[] }) => (
  <DataTable
    caption="What sampled workers say"
    columns={[
      {
        key: 'when',
        header: 'Recorded',
        main: true,
        cell: ({ confirmedAt, recorder }) => `${timeInWords(confirmedAt)}, ${recorder}`,
      },
      { key: 'asked', header: 'Asked', align: 'end', cell: ({ asked }) => asked },
      { key: 'confirmed', header: 'Confirm', align: 'end', cell: ({ confirmed }) => confirmed },
      { key: 'note', header: 'How', cell: ({ note }) => note },
    ]}
    rows={confirmations}
    empty={{ title: 'Nobody was asked yet', text: 'The audit team asks workers once they were repaid.' }}
  />
);
