import { DataTable } from '#app/ui/table.tsx';
import { Section } from '#app/ui/page.tsx';

import { kindNames, likenessNames, type Kind, type Likeness } from '../model.ts';

type Row = {
  row: number;
  details: { kind: Kind; name: string; place: string };
  like: { name: string; row: number | null; why: Likeness } | null;
};
type Problem = { row: number; column: string; reason: string };

const shownAtMost = 500;
const rest = (count: number) =>
  count > shownAtMost ? <p>{`And ${(count - shownAtMost).toLocaleString('en-GB')} more.`}</p> : null;

/** Cells that could not be taken, so that they can be put right in the file. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  return (
    <Section title="Rows that cannot be taken">
      <DataTable
        caption="Put these right in your file, and send those rows again"
        columns={[
          { key: 'row', header: 'Row', main: true, cell: ({ row }) => row },
          { key: 'column', header: 'Column', cell: ({ column }) => column },
          { key: 'reason', header: 'Why', cell: ({ reason }) => reason },
        ]}
        rows={problems.slice(0, shownAtMost)}
        empty={{ title: 'Every row can be taken', text: 'There is nothing to put right.' }}
      />
      {rest(problems.length)}
    </Section>
  );
}

/** Rows that look like a partner one has, or like an earlier row. */
export function Likenesses({ rows }: { rows: readonly Row[] }) {
  const alike = rows.flatMap(({ row, details, like }) => (like ? [{ row, details, like }] : []));
  if (alike.length === 0) return null;
  return (
    <Section title="Rows you seem to have already">
      <DataTable
        caption="Look at these before you choose"
        columns={[
          { key: 'row', header: 'Row', cell: ({ row }) => row },
          {
            key: 'name',
            header: 'In the list',
            main: true,
            cell: ({ details }) => `${details.name}, ${kindNames[details.kind]}, ${details.place}`,
          },
          {
            key: 'like',
            header: 'Looks like',
            cell: ({ like }) =>
              like.row === null ? `${like.name}, in your network` : `${like.name}, row ${like.row}`,
          },
          { key: 'why', header: 'Because of', cell: ({ like }) => likenessNames[like.why] },
        ]}
        rows={alike.slice(0, shownAtMost)}
        empty={{ title: 'None', text: 'No row looks like another.' }}
      />
      {rest(alike.length)}
    </Section>
  );
}
