import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { cellOf, periodOf, titles } from '../columns.ts';
import { figures, leastComplaints, type Shown } from '../rules.ts';

type Props = { periods: readonly Shown[] | null };

/** Complaints of workers in figures, as everybody may read them. */
export const ComplaintFigures = ({ periods }: Props) => (
  <>
    <p>
      {`By the quarter in which a complaint was received, once that quarter is over. Nothing is shown that stands for fewer than ${leastComplaints} complaints, and of a year nothing that would let such a figure be reckoned. Receipt and answers count every complaint; what became of them counts those whose senders agreed to be counted.`}
    </p>
    {periods === null ? (
      <p>These figures cannot be reckoned just now. Try again in a few minutes.</p>
    ) : (
      <DataTable
        caption="Complaints received, and how fast they were answered"
        columns={[
          { key: 'period', header: 'Received in', main: true, cell: periodOf },
          ...figures.map((figure) => ({
            ...{ key: figure, header: titles[figure], align: 'end' as const },
            cell: (period: Shown) => cellOf(period, figure),
          })),
        ]}
        rows={periods}
        empty={{
          title: 'Nothing to show yet',
          text: 'Figures stand here after the first quarter with complaints.',
        }}
      />
    )}
    {periods && periods.length > 0 ? (
      <p>
        <TextLink to="/transparency/complaints.csv">The same as CSV</TextLink>
      </p>
    ) : null}
  </>
);

/** How whoever complained proves that it was received. */
export const ComplaintProof = () => (
  <>
    <p>
      Whoever sends a complaint may take a signed receipt with it. Each day the scheme publishes a list in
      which every complaint of that day is one number among others that mean nothing: it leads to nobody, and
      shows whoever holds a receipt that their complaint is in it.
    </p>
    <ul className="list-disc ps-6">
      <li>
        <TextLink to="/complaints/log">The log of this year</TextLink>, each day signed
      </li>
      <li>
        <TextLink to="/verify_complaint.mjs">verify_complaint.mjs</TextLink>, a program of fifty lines that
        checks a receipt with the log and <TextLink to="/.well-known/did.json">did.json</TextLink>, without a
        network
      </li>
    </ul>
  </>
);
