type HeatMapProps = {
  caption: string;
  /** From the gravest to the lightest: anything in the first column is shown in red. */
  columns: readonly string[];
  rows: readonly { label: string; cells: readonly number[] }[];
};

/** A real table whose cells darken with their number. */
export function HeatMap({ caption, columns, rows }: HeatMapProps) {
  return (
    // On the narrowest screens the table moves inside its frame, so that the page does not.
    <div className="max-w-[36rem] overflow-x-auto" role="region" aria-label={caption} tabIndex={0}>
      <table className="w-full border-separate border-spacing-x-1.5 border-spacing-y-1.5 max-sm:border-spacing-x-1">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="w-16 text-center text-xs font-semibold text-ink-2 max-sm:w-11 max-sm:text-[0.6875rem]"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells }) => (
            <tr key={label}>
              <th scope="row" className="pe-2 text-start leading-snug font-normal max-sm:text-sm">
                {label}
              </th>
              {cells.map((count, index) => (
                <td
                  key={index}
                  className={`h-8 rounded-md text-center text-sm font-semibold tabular-nums print:border ${heat(count, index === 0)}`}
                >
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function heat(count: number, gravest: boolean) {
  if (count === 0) return 'bg-heat-0 font-normal text-ink-2';
  if (gravest) return 'bg-heat-4 text-white';
  if (count <= 3) return 'bg-heat-1';
  return count <= 5 ? 'bg-heat-2' : 'bg-heat-3';
}

type FunnelProps = { caption: string; steps: readonly { label: string; count: number }[] };

/** How many are at each step: a bar to look at, the number to read. */
export function Funnel({ caption, steps }: FunnelProps) {
  const most = Math.max(1, ...steps.map(({ count }) => count));
  return (
    <table className="w-full">
      <caption className="sr-only">{caption}</caption>
      <tbody>
        {steps.map(({ label, count }) => (
          <tr key={label}>
            <th scope="row" className="w-2/5 py-1.5 pe-4 sm:w-56 text-start leading-snug font-normal">
              {label}
            </th>
            <td className="w-12 py-1.5 pe-4 text-end font-serif text-lg font-semibold tabular-nums">
              {count.toLocaleString('en-GB')}
            </td>
            <td className="py-1.5">
              <svg aria-hidden="true" width="100%" height="20" className="block text-accent rtl:-scale-x-100">
                <rect width="100%" height="20" rx="4" className="fill-heat-0" />
                <rect width={`${(100 * count) / most}%`} height="20" rx="4" fill="currentColor" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
