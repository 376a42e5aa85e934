import type { ReactNode } from 'react';

import { Button, TextLink } from './buttons.tsx';
import { EmptyState } from './empty.tsx';

type Column<T> = {
  key: string;
  header: string;
  cell: (row: T) => ReactNode;
  align?: 'start' | 'end';
  /** The column that names the row; on a phone it heads the card. */
  main?: boolean;
};

type DataTableProps<T> = {
  caption: ReactNode;
  columns: Column<T>[];
  rows: readonly T[];
  empty: { title: string; text: ReactNode; action?: ReactNode };
};

/** A table where there is room, a pile of cards on a phone. */
export function DataTable<T>({ caption, columns, rows, empty }: DataTableProps<T>) {
  if (rows.length === 0) {
    return (
      <EmptyState title={empty.title} action={empty.action}>
        {empty.text}
      </EmptyState>
    );
  }
  return (
    <table className="data-table w-full border-collapse text-start">
      <caption className="pb-2 text-start text-sm text-ink-2">{caption}</caption>
      <thead>
        <tr className="border-b border-line-strong">
          {columns.map(({ key, header, align }) => (
            <th
              key={key}
              scope="col"
              className={`py-2 pe-6 text-sm font-semibold text-ink-2 last:pe-0 ${ends(align)}`}
            >
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} className="border-b border-line align-top">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const ends = (align: 'start' | 'end' | undefined) =>
  align === 'end' ? 'text-end tabular-nums' : 'text-start';

function Cell<T>({ column, row }: { column: Column<T>; row: T }) {
  const look = `py-3 pe-6 last:pe-0 ${ends(column.align)}`;
  if (column.main) {
    return (
      <th scope="row" className={`${look} font-semibold`}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td data-label={column.header} className={look}>
      <div className="min-w-0">{column.cell(row)}</div>
    </td>
  );
}

/** `more`: there are others, which no page shows. */
type PaginationProps = {
  page: number;
  pages: number;
  count: number;
  more?: boolean;
  href: (page: number) => string;
};

export function Pagination({ page, pages, count, more = false, href }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
      {page > 1 ? (
        <TextLink to={href(page - 1)} rel="prev">
          Previous page
        </TextLink>
      ) : null}
      <span className="text-ink-2">{`Page ${page} of ${pages}, ${more ? 'more than ' : ''}${count.toLocaleString('en-GB')} in all`}</span>
      {page < pages ? (
        <TextLink to={href(page + 1)} rel="next">
          Next page
        </TextLink>
      ) : null}
    </nav>
  );
}

type FiltersProps = { children: ReactNode; action?: string; submit?: string; clear?: string | undefined };

/** Questions to a list; the answers stand in the address. `clear` is the address without them. */
export function Filters({ children, action, submit = 'Show', clear }: FiltersProps) {
  return (
    <form method="get" action={action} role="search" className="print:hidden">
      <div className="grid items-end gap-4 sm:grid-cols-2 md:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
        {children}
        <div className="flex min-h-11 items-center gap-4">
          <Button kind="secondary">{submit}</Button>
          {clear ? <TextLink to={clear}>Clear</TextLink> : null}
        </div>
      </div>
    </form>
  );
}
