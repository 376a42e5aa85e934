import { corridorName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { Source } from '../model.ts';
import type { CorridorMonths } from '../months.ts';

type Props = { corridors: CorridorMonths[]; answerAt: (source: Source) => string | null };

const rounded = (months: number) => months.toLocaleString('en-GB', { maximumFractionDigits: 1 });

/** What the job cost its worker, in months of what it pays (SDG indicator 10.7.1), with the answers each rests on. */
export const MonthsOfPay = ({ corridors, answerAt }: Props) => (
  <DataTable
    caption="What workers paid to get the job, in months of the pay at its end, as the same respondent says both. What nobody says stays unknown."
    columns={[
      { key: 'corridor', header: 'Corridor', main: true, cell: ({ corridor }) => corridorName(corridor) },
      {
        key: 'months',
        header: 'Months of pay',
        cell: ({ months }) => (months === null ? 'Unknown' : rounded(months)),
      },
      {
        key: 'range',
        header: 'Least to most',
        cell: ({ least, most }) =>
          least === null || most === null ? '' : `${rounded(least)} to ${rounded(most)}`,
      },
      {
        key: 'known',
        header: 'Ways known',
        cell: ({ known, unknown }) => `${known} of ${known + unknown}`,
      },
      {
        key: 'answers',
        header: 'Rests on',
        cell: ({ routes }) => (
          <Answers responses={routes.map(({ responseId }) => responseId)} answerAt={answerAt} />
        ),
      },
    ]}
    rows={corridors}
    empty={{
      title: 'No corridor yet',
      text: 'Where an answer says from where to where people come, what they paid and what they earn, it stands here.',
    }}
  />
);

function Answers({ responses, answerAt }: { responses: string[] } & Pick<Props, 'answerAt'>) {
  const links = [...new Set(responses)].flatMap((responseId) => answerAt({ responseId, path: '' }) ?? []);
  return (
    <ul>
      {links.slice(0, 10).map((to, place) => (
        <li key={to}>
          <TextLink to={to}>{`Answer ${place + 1}`}</TextLink>
        </li>
      ))}
    </ul>
  );
}
