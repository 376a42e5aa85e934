import { dayInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

type Draw = { id: string; drawnOn: string; count: number; candidates: number; by: string };

export const DrawTable = ({ draws, count }: { draws: readonly Draw[]; count: number }) => (
  <DataTable
    caption={count === 1 ? '1 draw' : `${count} draws`}
    columns={[
      {
        key: 'day',
        header: 'Day',
        main: true,
        cell: ({ id, drawnOn }) => (
          <TextLink to={`/scheme/audit-draws/${id}`}>{dayInWords(drawnOn)}</TextLink>
        ),
      },
      { key: 'count', header: 'Drawn', cell: ({ count: drawn, candidates }) => `${drawn} of ${candidates}` },
      { key: 'by', header: 'By', cell: ({ by }) => by },
    ]}
    rows={draws}
    empty={{
      title: 'Nothing was drawn yet',
      text: 'A draw chooses some of the certificates that stand on its day. Draws of a recruiter you have a tie to are not shown.',
    }}
  />
);
